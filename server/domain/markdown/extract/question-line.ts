import { countWords } from "../language/words.js";
import { asks, isGeneric, subjectAbove } from "../phrase/heading.js";
import { lowerFirst } from "../phrase/noun.js";
import { resolveSubject } from "../phrase/subject.js";
import type { Block, Inline, Paragraph } from "../tree/blocks.js";
import { linesOf, sliceInlines, textNode, textOf, trimInlines, withoutMarks } from "../tree/inline.js";
import { bodyOf, continuationOf, forwardCard } from "./card.js";
import type { FactDraft } from "./draft.js";
import type { Reading } from "./reading.js";

const longestQuestion = 12;

/** F14: a line that asks and what stands below it, in the same paragraph or the next, where no heading asks. */
export function questionLineFacts(reading: Reading): FactDraft[] {
  const { section, taken } = reading;
  return section.blocks.flatMap((block, index) => {
    if (block.kind !== "paragraph" || taken.has(block)) return [];
    const pair = pairAt(block, section.blocks[index + 1]);
    if (!pair) return [];
    taken.add(block).add(pair.below);
    return [factOf(pair, block, reading)];
  });
}

interface Pair {
  readonly question: readonly Inline[];
  readonly said: readonly Inline[];
  /** The paragraph that the answer stands in. */
  readonly below: Paragraph;
  readonly line: number;
}

function pairAt(paragraph: Paragraph, next: Block | undefined): Pair | null {
  const [first = [], ...rest] = linesOf(paragraph.content);
  const question = trimInlines(withoutMarks(first));
  if (!isQuestion(question)) return null;
  if (rest.length > 0) {
    const said = trimInlines(sliceInlines(paragraph.content, textOf(first).length + 1));
    return { question, said, below: paragraph, line: paragraph.line + 1 };
  }
  if (next?.kind !== "paragraph" || isQuestion(trimInlines(withoutMarks(next.content)))) return null;
  return { question, said: next.content, below: next, line: next.line };
}

/** One question with a word that asks; "Sounds hard?" only leads on. */
function isQuestion(content: readonly Inline[]): boolean {
  const text = textOf(content);
  return /^[^?？]*[?？]$/.test(text) && asks(text.slice(0, -1)) && countWords(text) <= longestQuestion;
}

function factOf({ question, said, below, line }: Pair, block: Paragraph, { section, about }: Reading): FactDraft {
  const asked = isGeneric(textOf(question))
    ? [...subjectAbove(section.headings, about.title), textNode(": "), ...lowerFirst(question)]
    : question;
  const answer = about.isEnglish ? resolveSubject(said, "") : said;
  return {
    rule: "F14",
    family: "pair",
    explicitId: below.explicitId ?? block.explicitId,
    term: question,
    body: bodyOf(said),
    line,
    section,
    cards: [forwardCard(asked, answer, { below: continuationOf(below, section) })],
  };
}
