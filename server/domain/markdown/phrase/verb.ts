import { auxiliaries, verbs } from "../language/english-words.js";

const thirdPersons = new Map([...verbs].map((verb) => [thirdPersonOf(verb), verb]));

/** "run" → "runs", "copy" → "copies", "push" → "pushes". */
export function thirdPersonOf(verb: string): string {
  if (verb === "have") return "has";
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

/** The base form of a verb in the third person, or `null` for any other word. */
export function baseOf(word: string): string | null {
  return thirdPersons.get(word.toLowerCase()) ?? null;
}

/** Whether `word`, where a verb could stand, is one; `after` is the text that follows it. */
export function isVerb(word: string, after: string): boolean {
  const lower = word.toLowerCase();
  if (auxiliaries.has(lower) || /^['’]s$/.test(lower) || verbs.has(lower) || thirdPersons.has(lower)) return true;
  return (
    /[a-z]{2}s$/.test(lower) &&
    /^\s+(?:an?|the|its|their|your|each|every|any|all|it|them|you|to|for|from|in|on|with|how|what|which|that)\s/i.test(after)
  );
}

/** The verb that `text` begins with, an adverb before it allowed ("automatically removes"): in its base form and whether it stands in the third person. */
export function leadingVerb(
  text: string,
): { readonly base: string; readonly isThirdPerson: boolean; readonly end: number } | null {
  const match = /^\s*(?:(?:[a-z]+ly|also|just|only)\s+)?([\p{L}-]+)/iu.exec(text);
  if (!match) return null;
  const word = (match[1] ?? "").toLowerCase();
  const base = baseOf(word);
  const after = text.slice(match[0].length);
  if (/^\s+of\s/i.test(after)) return null;
  if (base && /^[\s,.]|^$/.test(after)) return { base, isThirdPerson: true, end: match[0].length };
  if (verbs.has(word) && /^(?:[\s,.]|$)/.test(after)) return { base: word, isThirdPerson: false, end: match[0].length };
  if (isVerb(word, after) && !auxiliaries.has(word))
    return { base: word.slice(0, -1), isThirdPerson: true, end: match[0].length };
  return null;
}
