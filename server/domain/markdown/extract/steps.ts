import { countWords } from "../language/words.js";
import { classOfHeading, subjectAbove, topicOf } from "../phrase/heading.js";
import { withoutFullStop } from "../phrase/noun.js";
import { leadingVerb } from "../phrase/verb.js";
import type { Inline, List, ListItem } from "../tree/blocks.js";
import { proseOf, sliceInlines, textOf, trimInlines } from "../tree/inline.js";
import { markdownOfBlocks } from "../tree/to-markdown.js";
import { facetName, forwardCard } from "./card.js";
import type { CardDraft, FactDraft } from "./draft.js";
import { leadInOf } from "./lead-in.js";
import type { Reading } from "./reading.js";

const fewestSteps = 3;
const mostSteps = 12;
/** So much of a list must begin with a verb for it to be a list of steps. */
const leastShare = 0.7;
/** A step with more words is quoted up to its first comma. */
const longestQuote = 14;

/** Words with which a text announces an order of acts, and words with which it announces advice in no order. */
const announcesOrder =
  /\b(?:steps?|order|sequence|process|procedure|stages?|phases?|workflow|life ?cycle|follow(?:s|ing)?|then|happens|goes|path|pipeline|recipe)\b/i;
const announcesAdvice =
  /\b(?:tips?|best practices?|rules?|reasons?|advantages?|benefits?|recommendations?|guidelines?|checklist|principles?|mistakes?|pitfalls?|ideas?|examples?|options?|ways|goals?|requirements?|exercises?|questions?|tasks?)\b/i;

/** F10: numbered steps, each asked for by the one before it. */
export function stepFacts(reading: Reading): FactDraft[] {
  const { section, about, taken } = reading;
  return section.blocks.flatMap((block, index) => {
    if (block.kind !== "list" || taken.has(block) || !about.isEnglish) return [];
    const intro = section.blocks[index - 1];
    const announcement = intro?.kind === "paragraph" ? textOf(intro.content) : "";
    if (!isProcedure(block, announcement, reading)) return [];
    taken.add(block);
    for (const item of block.items) taken.add(item);
    return [factOf(block, reading)];
  });
}

function isProcedure({ ordered, items }: List, announcement: string, { section, taken }: Reading): boolean {
  if (!ordered || items.length < fewestSteps || items.length > mostSteps || items.some((item) => taken.has(item))) return false;
  if (items.filter(isAct).length < leastShare * items.length || items.some((item) => item.content.length === 0)) return false;
  const heading = section.headings.at(-1);
  const announced = `${heading ? textOf(heading.content) : ""} ${announcement}`;
  if (announcesAdvice.test(announced)) return false;
  return announcesOrder.test(announced) || ["steps", "how"].includes(classOfHeading(heading));
}

/** "Pull the image.", "Step 1: pull the image." */
function isAct(item: ListItem): boolean {
  const verb = leadingVerb(proseOf(item.content));
  return verb !== null && !verb.isThirdPerson && leadInOf(item)?.style !== "marked";
}

function factOf(list: List, { section, about }: Reading): FactDraft {
  const own = topicOf(section.headings, about.title);
  const topic = /[?？]$/.test(textOf(own)) ? subjectAbove(section.headings, about.title) : own;
  return {
    rule: "F10",
    family: "steps",
    explicitId: list.explicitId,
    term: topic,
    body: markdownOfBlocks([list]),
    line: list.line,
    section,
    cards: list.items.flatMap((item, index) => cardOf(item, list.items[index - 1], topic)),
  };
}

function cardOf(item: ListItem, before: ListItem | undefined, topic: readonly Inline[]): CardDraft[] {
  if (!before) return [];
  const asked: Inline[] = [
    ...topic,
    { kind: "text", text: ": what comes right after “" },
    ...quoted(before.content),
    { kind: "text", text: "”?" },
  ];
  return [forwardCard(asked, item.content, { facet: `step:${facetName(item.content)}`, below: item.blocks })];
}

/** A step as it is quoted: its first sentence, without its full stop, a long one up to a comma. */
function quoted(content: readonly Inline[]): readonly Inline[] {
  const said = trimInlines(withoutFullStop(content));
  if (countWords(textOf(said)) <= longestQuote) return said;
  const comma = /[,;]\s/.exec(proseOf(said));
  return comma ? sliceInlines(said, 0, comma.index) : said;
}
