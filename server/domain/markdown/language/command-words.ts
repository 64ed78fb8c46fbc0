import { fields } from "../fields/fields.js";

interface Program {
  readonly words: ReadonlySet<string>;
  /** Words that take one more. */
  readonly groups: ReadonlySet<string>;
}

const known: ReadonlyMap<string, Program> = new Map(fields.flatMap(({ programs }) => programsOf(programs)));

/** The programs of one field, by name: a line that does not go on with the words of the one above begins with a name. */
function programsOf(text: string): [string, Program][] {
  return text
    .trim()
    .split(/\n\s*(?=[\w.-]+:)/)
    .filter((line) => line !== "")
    .map((line) => {
      const [name = "", rest = ""] = line.split(":");
      const words = rest.trim().split(/\s+/);
      const groups = words.filter((word) => word.endsWith("+")).map((word) => word.slice(0, -1));
      return [name.trim(), { words: new Set(words.map((word) => word.replace("+", ""))), groups: new Set(groups) }];
    });
}

/** Whether `word` is the name of a program. */
export function isProgram(word: string): boolean {
  return known.has(word);
}

/**
 * The command that `text` begins with, without arguments and flags ("docker volume create data" → "docker volume create"), or `null`.
 * In running text (`inProse`) a program that has subcommands needs one: "docker is …" is no command.
 */
export function commandAtStart(text: string, inProse: boolean): string | null {
  const words = text
    .replace(/^\$\s+/, "")
    .trim()
    .split(/\s+/);
  const program = known.get(words[0] ?? "");
  if (!program) return null;
  const [name = "", first = "", second = ""] = words;
  const takesWords = program.words.size > 1;
  if (!takesWords) return inProse ? null : name;
  if (!program.words.has(first)) return inProse || (words.length > 1 && /^[a-z]/.test(first)) ? null : name;
  return program.groups.has(first) && /^[a-z][a-z-]*$/.test(second) ? `${name} ${first} ${second}` : `${name} ${first}`;
}
