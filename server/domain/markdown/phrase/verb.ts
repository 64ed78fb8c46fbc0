import { auxiliaries, nounVerbs, verbs } from "../language/english-words.js";

/** "Stored on the host": what is said begins with a participle. */
const participle = /^\s*\p{L}+(?:ed|en|lt|pt|ld|de)\s+(?:by|in|on|at|from|with|as|under|inside|and|for|to|once|when|only)\s/iu;
/** After one of these a verb belongs to a clause inside the phrase. */
const clauseOpeners: ReadonlySet<string> = new Set(
  "that which who whose where when what whether how to it they you we he she as once until unless after before whenever".split(
    " ",
  ),
);
/** After one of these a word such as "limits" is a noun. */
const nounMarkers: ReadonlySet<string> = new Set(
  "a an the its their your and or of with for in on as all no one every each some more other own two three four several many few both any these those".split(
    " ",
  ),
);

/** What follows a noun and no verb: a preposition of nouns, or a participle with what it takes. */
const nounContinues =
  /^\s+(?:for|on|about|between|behind|under|containing|\p{L}+(?:ed|wn|lt|pt|ld|ght|ken|ten|den)(?:,|\s+(?:by|for|in|from|with|on|at|to|into|as|and|under)))\s/iu;

const thirdPersons = new Map([...verbs].map((verb) => [thirdPersonOf(verb), verb]));

/** "run" → "runs", "copy" → "copies", "push" → "pushes". */
function thirdPersonOf(verb: string): string {
  if (verb === "have") return "has";
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

/** The base form of a verb in the third person, or `null` for any other word. */
export function baseOf(word: string): string | null {
  const lower = word.toLowerCase();
  return thirdPersons.get(lower) ?? thirdPersons.get(lower.replace(/^(?:re|un|pre|de)-?/, "")) ?? null;
}

/** The base form of a gerund ("removing" → "remove", "running" → "run"), or `null` for any other word. */
export function baseOfGerund(word: string): string | null {
  if (!/ing$/i.test(word)) return null;
  const stem = word.toLowerCase().replace(/ing$/, "");
  return [stem, `${stem}e`, stem.slice(0, -1)].find((each) => verbs.has(each)) ?? null;
}

/**
 * Whether a statement is a sentence with a verb of its own, not a noun phrase ("a server that stores images"): a verb stands in it before any
 * clause begins. When in doubt, it is one.
 */
export function isSentence(prose: string): boolean {
  if (participle.test(prose)) return false;
  const words = prose.split(/\s+/);
  for (const [index, word] of words.entries()) {
    const bare = word.toLowerCase().replace(/[^\p{L}'’-]/gu, "");
    if (clauseOpeners.has(bare)) return index === 0;
    if (/[:;—]$/.test(word)) return false;
    if (/^(?:if|while|because|since|although)$/.test(bare)) return true;
    if (auxiliaries.has(bare)) return true;
    if (isVerbAmong(words, index)) return true;
  }
  return false;
}

/** Whether the word at `index` can be nothing but a verb: not after an article or a number, not before "of" or a comma. */
function isVerbAmong(words: readonly string[], index: number): boolean {
  const word = words[index] ?? "";
  if (index === 0 || /[,;]$/.test(word) || words[index + 1] === "of") return false;
  return baseOf(word.replace(/[^\p{L}-]/gu, "")) !== null && !nounMarkers.has((words[index - 1] ?? "").toLowerCase());
}

/** Whether `word`, where a verb could stand, is one; `after` is the text that follows it. */
export function isVerb(word: string, after: string): boolean {
  const lower = word.toLowerCase();
  if (auxiliaries.has(lower) || /^['’]s$/.test(lower) || verbs.has(lower) || thirdPersons.has(lower)) return true;
  return (
    /[a-z]{2}s$/.test(lower) &&
    /^\s+(?:an?|the|its|their|your|each|every|any|all|it|them|you|to|for|from|in|on|with|how|what|which|that|\w+ing)\s/i.test(
      after,
    )
  );
}

export interface LeadingVerb {
  readonly base: string;
  readonly isThirdPerson: boolean;
}

/** The verb that `text` begins with, an adverb before it allowed ("automatically removes"); `null` where it begins with a noun. */
export function leadingVerb(text: string): LeadingVerb | null {
  const match = /^\s*(?:(?:[a-z]+ly|also|just|only)\s+)?([\p{L}-]+)/iu.exec(text);
  if (!match) return null;
  const word = (match[1] ?? "").toLowerCase();
  const after = text.slice(match[0].length);
  const known = baseOf(word) ?? (verbs.has(word) ? word : null);
  if (known !== null)
    return isNounHere(known, after) || !/^(?:[\s,.]|$)/.test(after) ? null : { base: known, isThirdPerson: known !== word };
  return isVerb(word, after) && !auxiliaries.has(word) ? { base: word.slice(0, -1), isThirdPerson: true } : null;
}

/**
 * As `leadingVerb`, where what a command or a flag does is said: there a first word in -s is a verb even when no list knows it
 * ("forbids writing"), but before a preposition it is the plural of a noun ("variables inside the container").
 */
export function leadingVerbOfAction(text: string): LeadingVerb | null {
  const known = leadingVerb(text);
  if (known) return known;
  const unknown =
    /^\s*(\p{L}+[^su\W])s\s+(?!(?:of|for|on|in|inside|to|with|from|at|by|under|about|between|that|which|and|or)\b)\S/iu.exec(
      text,
    );
  const base = (unknown?.[1] ?? "").toLowerCase();
  return base === "" || nounVerbs.has(base) ? null : { base, isThirdPerson: true };
}

/** "Limits on memory", "leaves steamed for a minute": a word that is a noun as often as a verb, before a preposition of nouns or a participle. */
function isNounHere(base: string, after: string): boolean {
  return /^\s+of\s/i.test(after) || (nounVerbs.has(base) && nounContinues.test(after));
}
