import { join } from "node:path";
import { projectRoot } from "../../server/root.js";
import { readNotes } from "../../server/workers/read-notes.js";

/** The file that holds what the generator makes of `content/`. */
export const goldenPath = join(import.meta.dirname, "cards.jsonl");

/** What the generator makes of `content/` now: a card a line, those withheld with their gate, in the order of the notes. */
export async function goldenLines(): Promise<string> {
  const { documents } = await readNotes(join(projectRoot, "content"));
  const lines = documents.flatMap(({ facts }) =>
    facts.flatMap((fact) =>
      fact.cards.map(({ gate, facet, kind, prompt, answer, context, extra }) => {
        const { path, line, rule, term } = fact;
        return JSON.stringify({ path, line, rule, term, facet, kind, gate, context, prompt, answer, extra });
      }),
    ),
  );
  return `${lines.join("\n")}\n`;
}
