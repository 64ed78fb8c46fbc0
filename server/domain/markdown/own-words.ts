/** What a note, or the description of its deck, names for the rules: programs, and keywords by the notation that they belong to. */
export interface OwnWords {
  readonly programs: readonly string[];
  readonly keywords: readonly OwnKeywords[];
}

/** Keywords of one notation, of one that the rules know already or of a new one. */
export interface OwnKeywords {
  readonly notation: string;
  readonly words: readonly string[];
}

/** A note that names nothing. */
export const noOwnWords: OwnWords = { programs: [], keywords: [] };

interface ReadWords {
  readonly words: OwnWords;
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

const program = /^[\w.-]{1,40}$/;
const keyword = /^\S(?:.{0,38}\S)?$/;

/** Reads `commands: [mytool]` and `keywords: { Tea: [Sencha] }` of a front matter; what is malformed is left out and reported. */
export function readOwnWords({ commands, keywords }: Readonly<Record<string, unknown>>): ReadWords {
  const programs = namesIn(commands, program);
  const byNotation = isMap(keywords) ? Object.entries(keywords) : [];
  const lists = byNotation.map(([name, words]) => ({ name: name.trim(), ...namesIn(words, keyword) }));
  const isRight = keywords == null || (isMap(keywords) && lists.every(({ name, areRight }) => keyword.test(name) && areRight));
  const named = lists.filter(({ name, names }) => keyword.test(name) && names.length > 0);
  return {
    words: { programs: programs.names, keywords: named.map(({ name, names }) => ({ notation: name, words: names })) },
    problems: [
      ...(programs.areRight ? [] : ["The front matter's commands: is no list of program names, such as [mytool]."]),
      ...(isRight ? [] : ["The front matter's keywords: is no map from names to lists of words, such as { Tea: [Sencha] }."]),
    ].map((message) => ({ line: 1, message: `${message} What is wrong in it is ignored.` })),
  };
}

/** The words of a note together with those of the deck that it is in. */
export function joinOwnWords(deck: OwnWords, note: OwnWords): OwnWords {
  return { programs: [...deck.programs, ...note.programs], keywords: [...deck.keywords, ...note.keywords] };
}

function isMap(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The names in one value or a list of them, and whether nothing else is in it. */
function namesIn(value: unknown, shape: RegExp): { readonly names: string[]; readonly areRight: boolean } {
  if (value == null) return { names: [], areRight: true };
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const names = values
    .map((each) => (typeof each === "number" ? String(each) : each))
    .filter((each): each is string => typeof each === "string" && shape.test(each));
  return { names, areRight: names.length === values.length };
}
