import { folderOf } from "../../domain/identity/decks.js";
import { assignPositions } from "../../domain/identity/positions.js";
import { comparePaths } from "../../domain/markdown/compare-paths.js";
import type { ParsedDocument, Problem } from "../../domain/markdown/model.js";
import type { StoredSource } from "../../store/read/notes-folder.js";
import type { RowChange, SourceColumns } from "../../store/row-change.js";
import { insertSource } from "../../store/write/sources.js";
import { rootDeckIdOf } from "./deck-steps.js";
import { noSteps, type Steps } from "./steps.js";

export interface SourceCase {
  readonly documents: readonly ParsedDocument[];
  readonly stored: readonly StoredSource[];
  /** What comparing the documents has found, besides their own problems. */
  readonly problems: readonly Problem[];
  readonly deckIds: ReadonlyMap<string, number>;
  /** Whether the stored HTML may be of another generator. */
  readonly isHtmlStale: boolean;
  /** Paths of documents that are not read, but not gone either. */
  readonly keptPaths: ReadonlySet<string>;
  readonly now: number;
}

/** The documents: new ones are stored, others written where they changed, and those that are gone marked. */
export function sourceSteps({ documents, stored, problems, deckIds, isHtmlStale, keptPaths, now }: SourceCase): Steps {
  const keyOf = (rootDeckId: number, path: string): string => `${rootDeckId}/${path}`;
  const byKey = new Map(stored.map((source) => [keyOf(source.rootDeckId, source.path), source]));
  const storedOf = ({ path }: ParsedDocument) => byKey.get(keyOf(rootDeckIdOf(path, deckIds), path));
  const ordered = [...documents].sort((a, b) => comparePaths(a.path, b.path));
  const positions = assignPositions(ordered.map((document) => storedOf(document)?.position ?? null));
  const steps = ordered.map((document, index): Steps => {
    const columns = columnsOf(document, { position: positions[index] ?? 0, deckIds, problems });
    const before = storedOf(document);
    if (!before) {
      const show = { kind: "showSource", rootDeckId: columns.rootDeckId, path: columns.path } as const;
      return { inserts: [() => insertSource(columns, document.bodyHtml, now)], changes: [() => show] };
    }
    const isHtmlSame = before.hash === columns.hash && !isHtmlStale;
    if (isHtmlSame && isSame(before, columns)) return noSteps;
    const change = {
      kind: "writeSource",
      id: before.id,
      source: columns,
      bodyHtml: isHtmlSame ? null : document.bodyHtml,
    } as const;
    return { inserts: [], changes: [() => change] };
  });
  const present = new Set(documents.map(storedOf));
  const gone = stored.filter((source) => !source.isGone && !present.has(source) && !keptPaths.has(source.path));
  const drops = gone.map(({ id }) => (): RowChange => ({ kind: "dropSource", id, at: now }));
  return { inserts: steps.flatMap((step) => step.inserts), changes: [...steps.flatMap((step) => step.changes), ...drops] };
}

function columnsOf(
  { path, hash, title, language, problems: own }: ParsedDocument,
  { position, deckIds, problems }: { position: number } & Pick<SourceCase, "deckIds" | "problems">,
): SourceColumns {
  const deckId = deckIds.get(folderOf(path)) ?? 0;
  const all = [...own, ...problems.filter((problem) => problem.path === path)].sort((a, b) => a.line - b.line);
  return { rootDeckId: rootDeckIdOf(path, deckIds), deckId, path, position, hash, title, language, problems: all };
}

function isSame({ id: _id, isGone, ...stored }: StoredSource, columns: SourceColumns): boolean {
  const comparable = (source: SourceColumns): string =>
    JSON.stringify([
      source.rootDeckId,
      source.deckId,
      source.position,
      source.hash,
      source.title,
      source.language,
      source.problems,
    ]);
  return !isGone && comparable(stored) === comparable(columns);
}
