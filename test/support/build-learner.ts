import type { Learner, Prisma } from "../../server/store/generated/client.js";
import type { Store } from "../../server/store/open.js";
import { noon } from "./store.js";

let made = 0;

/** A learner in UTC whose study day begins at 04:00; the first of a test should be given the role owner where that matters. */
export function insertLearner(store: Store, given: Partial<Prisma.LearnerUncheckedCreateInput> = {}): Promise<Learner> {
  made += 1;
  const name = given.name ?? `Learner ${made}`;
  return store.prisma.learner.create({
    data: {
      name,
      nameKey: name.toLowerCase(),
      passwordHash: "none",
      role: "learner",
      zone: "UTC",
      dayStartMinutes: 240,
      settings: {},
      createdAt: new Date(noon),
      ...given,
    },
  });
}
