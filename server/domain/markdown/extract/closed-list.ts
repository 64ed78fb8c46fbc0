import { countWords } from "../language/words.js";
import { titleOf } from "../phrase/heading.js";
import type { Inline, List } from "../tree/blocks.js";
import { linesOf, sliceInlines, textNode, textOf, trimInlines, withoutMarks } from "../tree/inline.js";
import { bodyOf, clozeCard } from "./card.js";
import type { CardDraft, FactDraft } from "./draft.js";
import { leadInOf } from "./lead-in.js";
import type { Reading } from "./reading.js";

const fewestItems = 3;
const mostItems = 5;
const longestItem = 4;

const numbers = ["", "", "", "three", "four", "five"];
/** Words that tell of one whole and all of its parts. */
const whole =
  /\b(?:consists? of|(?:is|are) made (?:up )?of|(?:is|are) divided into|(?:parts|components|layers|phases|stages|states|levels) of\b)/i;
/** Words that tell of a choice from more. */
const open =
  /\b(?:some|several|many|few|common|popular|typical|useful|important|main|major|notable|everyday|examples?|includ(?:e|es|ing)|such as|e\.g|for instance|more|most|others?|possible|various|different|at least|among)\b/i;

/** F4: a short list that its author calls complete, one item at a time left out. */
export function closedListFacts({ section, about }: Reading): FactDraft[] {
  return section.blocks.flatMap((block, index) => {
    if (block.kind !== "list") return [];
    const before = section.blocks[index - 1];
    const intro = before?.kind === "paragraph" && /[:：]\s*$/.test(textOf(before.content)) ? lastLine(before.content) : null;
    const heading = section.headings.at(-1);
    const announcement = intro ?? (heading ? titleOf(heading) : null);
    const items = itemsOf(block);
    if (!announcement || !items || !about.isEnglish || !isClosed(textOf(announcement), items.length)) return [];
    const start = sliceInlines(announcement, 0, textOf(announcement).replace(/[\s:：]+$/, "").length);
    return [
      {
        rule: "F4",
        family: "cloze",
        explicitId: block.explicitId,
        term: start,
        body: items.map((item) => `- ${bodyOf(item)}`).join("\n"),
        line: block.line,
        section,
        cards: items.map((_, hidden) => cardOf(start, items, hidden)),
      } satisfies FactDraft,
    ];
  });
}

function isClosed(announcement: string, count: number): boolean {
  if (open.test(announcement)) return false;
  const counted = new RegExp(`\\b(?:${numbers[count] ?? ""}|${count})\\b`, "i").test(announcement);
  return counted || whole.test(announcement);
}

/** The names of the items; `null` where there are too few or too many, or one is no name. */
function itemsOf({ items }: List): (readonly Inline[])[] | null {
  if (items.length < fewestItems || items.length > mostItems) return null;
  const names = items.map((item) => trimInlines(withoutMarks(leadInOf(item)?.term ?? item.content)));
  const isName = (name: readonly Inline[]): boolean => {
    const text = textOf(name);
    return countWords(text) > 0 && countWords(text) <= longestItem && !/[.;:!?,]/.test(text);
  };
  return names.every(isName) && new Set(names.map((name) => textOf(name).toLowerCase())).size === names.length ? names : null;
}

/** "The parts of Docker: daemon, ____, registry." */
function cardOf(start: readonly Inline[], items: readonly (readonly Inline[])[], hidden: number): CardDraft {
  const shown = items.flatMap((item, index): Inline[] => [
    textNode(index === 0 ? "" : ", "),
    ...(index === hidden ? [textNode("____")] : item),
  ]);
  const colon = /[?？]$/.test(textOf(start)) ? " " : ": ";
  return clozeCard([...start, textNode(colon), ...shown, textNode(".")], items[hidden] ?? [], null);
}

function lastLine(content: readonly Inline[]): Inline[] {
  return linesOf(content).at(-1) ?? [];
}
