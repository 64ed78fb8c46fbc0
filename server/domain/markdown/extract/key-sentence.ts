import { countWords } from "../language/words.js";
import { sentencesOf } from "../language/sentences.js";
import type { Block, Inline, ListItem } from "../tree/blocks.js";
import { breaksBefore, proseOf, sliceInlines, textNode, textOf, trimInlines } from "../tree/inline.js";
import { markdownOf } from "../tree/to-markdown.js";
import { standsAlone } from "../phrase/stands-alone.js";
import { bodyOf, clozeCard, restOf } from "./card.js";
import type { FactDraft } from "./draft.js";
import { keyTermIn } from "./key-term.js";
import type { Reading } from "./reading.js";

const mostPerSection = 3;
/** A card is made of one of so many sentences at the beginning of a paragraph. */
const sentencesLookedAt = 2;
const fewestWords = 6;
const mostWords = 32;

/** F15: in sentences that no other rule has read, a term of the note to be filled in; one for a paragraph, three for a section. */
export function keySentenceFacts(reading: Reading): FactDraft[] {
  const found: FactDraft[] = [];
  for (const passage of reading.section.blocks.flatMap((block) => passagesOf(block, reading.taken))) {
    const fact = found.length < mostPerSection ? factOfPassage(passage, reading) : null;
    if (fact) found.push(fact);
  }
  return found;
}

/** A paragraph, or an item of a list that is not read yet and is written as a sentence. */
interface Passage {
  readonly content: readonly Inline[];
  readonly line: number;
  readonly explicitId: string | null;
  readonly below: readonly Block[];
}

function passagesOf(block: Block, taken: Reading["taken"]): Passage[] {
  if (taken.has(block)) return [];
  if (block.kind === "paragraph") return [{ content: block.content, line: block.line, explicitId: block.explicitId, below: [] }];
  if (block.kind !== "list") return [];
  const isSentence = (item: ListItem): boolean => /[.!。]["”)]*$/.test(textOf(item.content).trim());
  return block.items
    .filter((item) => !taken.has(item) && isSentence(item))
    .map(({ content, line, explicitId, blocks }) => ({ content, line, explicitId, below: blocks }));
}

function factOfPassage(passage: Passage, { section, about, facts }: Reading): FactDraft | null {
  const { content, line, below } = passage;
  const sentences = sentencesOf(proseOf(content)).slice(0, sentencesLookedAt);
  for (const [index, { start, end }] of sentences.entries()) {
    const sentence = sliceInlines(content, start, end);
    const isRead = facts.some((fact) => fact.body.includes(markdownOf(sentence)));
    const words = countWords(textOf(sentence));
    if (isRead || words < fewestWords || words > mostWords || /[:?：？]\s*$/.test(textOf(sentence))) continue;
    if (leadsElsewhere(sentence) || (about.isEnglish && !standsAlone(proseOf(sentence)))) continue;
    const found = keyTermIn(sentence, about);
    if (!found) continue;
    const prompt = [...sliceInlines(sentence, 0, found.start), textNode("____"), ...sliceInlines(sentence, found.end)];
    return {
      rule: "F15",
      family: "cloze",
      explicitId: index === 0 ? passage.explicitId : null,
      term: found.term,
      body: bodyOf(sentence),
      line: line + breaksBefore(content, start),
      section,
      cards: [clozeCard(prompt, found.term, restOf(trimInlines(sliceInlines(content, end)), below))],
    };
  }
  return null;
}

/** Whether a sentence sends its reader to another note. */
function leadsElsewhere(sentence: readonly Inline[]): boolean {
  return sentence.some(
    (node) =>
      "children" in node &&
      (leadsElsewhere(node.children) || (node.kind === "link" && /\.(?:md|markdown)(?:#|$)/i.test(node.href))),
  );
}
