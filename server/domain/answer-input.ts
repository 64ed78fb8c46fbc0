/** An answer as it is sent. */
import { z } from "zod";
import type { Rating } from "./card-schedule.js";
import { ValidationError } from "./errors.js";

export interface AnswerInput {
  /** Made when the card was shown: 32 hexadecimal digits. An answer sent twice counts once. */
  readonly answerId: string;
  readonly cardId: number;
  /** Of the state, as it was shown. */
  readonly version: number;
  /** Of the card, as it was shown; left out, any will do. */
  readonly contentVersion?: number | undefined;
  readonly rating: Rating;
  /** Time in sight, question and answer; 0 if it was not measured. */
  readonly durationMs: number;
}

/** Longest time that is believed; whoever leaves a card open over night has not thought about it. */
const maximumDurationMs = 3_600_000;

const schema = z.object({
  answerId: z
    .string()
    .regex(/^[0-9a-f]{32}$/iu)
    .transform((hex) => hex.toLowerCase()),
  cardId: z.coerce.number().int().positive(),
  version: z.coerce.number().int().min(0),
  contentVersion: z.coerce.number().int().min(0).optional(),
  rating: z.enum(["1", "2", "3", "4"]).transform((text) => Number(text) as Rating), // the four texts are the four ratings
  durationMs: z.coerce
    .number()
    .catch(0)
    .transform((ms) => Math.round(Math.min(Math.max(ms, 0), maximumDurationMs)) || 0),
});

/** Reads the fields of the form. @throws ValidationError if it is not one that was shown */
export function parseAnswer(fields: Readonly<Record<string, unknown>>): AnswerInput {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  if (parsed.error.issues.some(({ path }) => path[0] === "rating"))
    throw new ValidationError("Rate the answer from 1 (forgot) to 4 (easy).", { rating: "From 1 to 4." });
  throw new ValidationError("This answer is incomplete. Load the page again, then answer the card once more.");
}
