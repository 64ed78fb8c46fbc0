import { asideOpeners, keywordNouns } from "../language/english-code-words.js";
import type { KnownNotation } from "../language/notations.js";
import { wordsOf } from "../language/words.js";
import { keywordQuestion, whichKeyword } from "../phrase/keyword.js";
import { resolveSubject, speaksOf } from "../phrase/subject.js";
import type { Block, Inline } from "../tree/blocks.js";
import { codeNode, sliceInlines, textNode, textOf } from "../tree/inline.js";
import { forwardCard, presentCards, typedCard } from "./card.js";
import type { CardDraft, Surroundings } from "./draft.js";
import type { Keywords } from "./keyword.js";

/** What is said about a keyword, as an answer to what it does: "The `COPY` instruction copies …" → "Copies …". */
export function saidOfKeyword(said: readonly Inline[], word: string, about: Surroundings): Inline[] {
  return about.isEnglish ? resolveSubject(withPronoun(said, word), "") : [...said];
}

/** Whether a passage has the keyword as its subject, by name. */
export function namesKeyword(said: readonly Inline[], word: string): boolean {
  return subjectLength(textOf(said), word) > 0 && speaksOf(withPronoun(said, word), "");
}

/** Whether a passage says something around its subject: "You can …", "If …". */
export function isAside(said: readonly Inline[]): boolean {
  return asideOpeners.has(wordsOf(textOf(said).slice(0, 40))[0] ?? "");
}

/** "The `COPY` instruction copies …", "It copies …" → "This copies …" */
function withPronoun(said: readonly Inline[], word: string): Inline[] {
  const text = textOf(said);
  const length = subjectLength(text, word) || (/^\s*it(?=\s)/i.exec(text)?.[0].length ?? 0);
  return length === 0 ? [...said] : [textNode("This"), ...sliceInlines(said, length)];
}

/** Length of "`COPY`", "The `COPY` instruction" … at the start of `text`; 0 when it begins otherwise. */
function subjectLength(text: string, word: string): number {
  const start = /^\s*(?:the\s+)?/i.exec(text)?.[0].length ?? 0;
  if (!text.startsWith(`${word} `, start)) return 0;
  const end = start + word.length;
  const noun = /^ (\p{L}+)(?= )/u.exec(text.slice(end));
  return keywordNouns.has(noun?.[1]?.toLowerCase() ?? "") ? end + (noun?.[0].length ?? 0) : end;
}

/** The cards "what does it do" and, of one keyword, "which one does it". */
export function keywordCards(
  { written, words }: Keywords,
  said: readonly Inline[],
  { notation, about, below }: { notation: KnownNotation; about: Surroundings; below: readonly Block[] },
): CardDraft[] {
  const forward = forwardCard([], said, { below });
  const prompt = keywordQuestion(notation, written, { answer: forward.answer, isEnglish: about.isEnglish });
  const [word = ""] = words;
  const isSaid = textOf(forward.answer)
    .split(/[^\p{L}\p{N}_-]+/u)
    .includes(word);
  const asked = words.length === 1 && about.isEnglish && !isSaid ? whichKeyword(notation, forward.answer) : null;
  return presentCards([{ ...forward, prompt }, asked && typedCard(asked, [codeNode(word)])]);
}
