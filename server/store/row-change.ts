import { z } from "zod";

const id = z.number().int();

const generatedCard = z.object({
  facet: z.string(),
  deckId: id,
  position: z.number().int(),
  gate: z.string().nullable(),
  kind: z.string(),
  prompt: z.string(),
  answer: z.string(),
  alternatives: z.array(z.string()).readonly(),
  context: z.array(z.string()).readonly(),
  promptHtml: z.string(),
  answerHtml: z.string(),
  extraHtml: z.string().nullable(),
});

const generatedNote = z.object({
  rootDeckId: id,
  path: z.string(),
  line: z.number().int(),
  family: z.string(),
  rule: z.string(),
  explicitId: z.string().nullable(),
  /** Hex. */
  contentHash: z.string(),
  positionKey: z.string(),
  headingPath: z.array(z.string()).readonly(),
  term: z.string(),
  body: z.string(),
  extra: z.string(),
  generatorVersion: z.number().int(),
});

const source = z.object({
  rootDeckId: id,
  deckId: id,
  path: z.string(),
  position: z.number().int(),
  /** Hex. */
  hash: z.string(),
  title: z.string(),
  language: z.string(),
  problems: z.array(z.object({ path: z.string(), line: z.number(), message: z.string() })).readonly(),
});

/** The columns of a card that the generator gives. */
export type CardColumns = z.infer<typeof generatedCard>;

/** The columns of a note that come from its document. */
export type NoteColumns = z.infer<typeof generatedNote>;

/** The columns of a document, but for its HTML. */
export type SourceColumns = z.infer<typeof source>;

/**
 * A change to a row that exists. Those of a large import wait, as JSON, until it is published; so each holds all that it needs, and
 * what else has happened to the row meanwhile is respected when it is applied.
 */
export const rowChange = z.discriminatedUnion("kind", [
  /** A document that a new row was made for is shown. */
  z.object({ kind: z.literal("showSource"), rootDeckId: id, path: z.string() }),
  /** `bodyHtml` is `null` where it stays. */
  z.object({ kind: z.literal("writeSource"), id, source, bodyHtml: z.string().nullable() }),
  z.object({ kind: z.literal("dropSource"), id, at: z.number() }),
  z.object({ kind: z.literal("writeNote"), id, note: generatedNote, at: z.number() }),
  z.object({ kind: z.literal("archiveNote"), id, at: z.number() }),
  z.object({ kind: z.literal("placeCard"), id, deckId: id, position: z.number().int() }),
  /** `changed`: learners are asked whether to keep their progress. */
  z.object({ kind: z.literal("writeCard"), id, card: generatedCard, changed: z.boolean() }),
  z.object({ kind: z.literal("archiveCard"), id, facet: z.string() }),
  /** A new card takes a facet that another one held. */
  z.object({ kind: z.literal("nameFacet"), id, before: z.string(), after: z.string() }),
]);

export type RowChange = z.infer<typeof rowChange>;
