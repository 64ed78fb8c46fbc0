import type { WrittenCard } from "../dialects/question-answer.js";
import { gateOf } from "../gates/gates.js";
import type { Fact, GateCode } from "../model.js";
import { contextOf } from "../phrase/context.js";
import { noteParser } from "../syntax/parser.js";
import type { Block, Heading, Inline } from "../tree/blocks.js";
import { inlinesOf } from "../tree/inlines-of.js";
import { textOf } from "../tree/inline.js";
import { contextPath, headingPathOf } from "./plain.js";

/** What an author may want to know about a card that is asked all the same. */
const advice: Partial<Record<GateCode, string>> = {
  "G-long": "is long: two shorter cards are easier to remember",
  "G-leak": "has its answer in its question",
  "G-bool": "can be guessed: ask for the reason instead of yes or no",
  "G-pronoun": "begins with a word that points at something outside the card",
  "G-syntax": "holds markup that did not resolve",
};

interface Written {
  readonly fact: Fact;
  readonly problems: { line: number; message: string }[];
}

/** A fact of a card that was written as one: never withheld, at most remarked upon. */
export function writtenFact(card: WrittenCard, path: string, blocks: readonly Block[], title: string): Written {
  const headingPath = headingPathOf({ headings: headingsAbove(blocks, card.line) });
  const prompt = inlines(card.question);
  const answer = inlines(card.answer);
  const context = contextOf(contextPath(title, headingPath), textOf(prompt), textOf(answer), "basic");
  const remark = gateOf({ facet: "forward", kind: "basic", prompt, answer, context });
  const fact: Fact = {
    family: "pair",
    rule: "explicit",
    origin: "explicit",
    explicitId: card.explicitId,
    term: card.question,
    body: card.answer,
    headingPath,
    path,
    line: card.line,
    cards: [
      {
        facet: "forward",
        kind: "basic",
        prompt: card.question,
        answer: card.answer,
        alternatives: [],
        context,
        extra: null,
        gate: null,
      },
    ],
  };
  const words = remark === null ? undefined : advice[remark];
  return { fact, problems: words === undefined ? [] : [{ line: card.line, message: `This card ${words}.` }] };
}

function inlines(markdown: string): Inline[] {
  return inlinesOf(noteParser.parseInline(markdown, {})[0]?.children ?? []);
}

function headingsAbove(blocks: readonly Block[], line: number): Heading[] {
  return blocks.reduce<Heading[]>((above, block) => {
    if (block.kind !== "heading" || block.line > line) return above;
    return [...above.filter((heading) => heading.level < block.level), block];
  }, []);
}
