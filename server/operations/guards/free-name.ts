import { ConflictError } from "../../domain/errors.js";
import type { LearnerName } from "../../domain/learner-name.js";
import type { Store } from "../../store/open.js";
import { selectOptionalCredentialsByName } from "../../store/read/learners.js";

/** Throws ConflictError when the name is that of somebody other than `learnerId` (null: of anybody). */
export function requireFreeName(store: Store, { name, nameKey }: LearnerName, learnerId: number | null): void {
  const holder = selectOptionalCredentialsByName(store, nameKey);
  if (holder === null || holder.learnerId === learnerId) return;
  throw new ConflictError(`The name “${name}” is taken here. Choose another one.`);
}
