import type { Casing } from "../language/casing.js";
import { contentStems, countWords } from "../language/words.js";
import { sideNamedIn } from "../phrase/compared.js";
import type { Sides } from "../phrase/compared.js";
import type { Inline, List, ListItem } from "../tree/blocks.js";
import { sliceInlines, textOf, withoutMarks } from "../tree/inline.js";
import { bodyOf, facetName } from "./card.js";
import { cardOfBoth, cardsOfSides, englishOf } from "./comparison-cards.js";
import type { SaidOfSides } from "./comparison-cards.js";
import type { CardDraft, FactDraft } from "./draft.js";
import { isGenericLabel, labelledStatements } from "./labelled-list.js";
import { leadInOf } from "./lead-in.js";
import type { Reading } from "./reading.js";
import { splitBySide } from "./sides-of-statement.js";

const longestLabel = 6;

/** An item of a list that is about one aspect. */
interface Aspect {
  readonly item: ListItem;
  readonly name: readonly Inline[];
  /** What is said about both sides together. */
  readonly said: readonly Inline[];
  /** What is said of each, where that stands apart. */
  readonly each: SaidOfSides | null;
  readonly body: string;
}

/** The aspects that a list names; none where its labels are the compared things themselves. */
export function factsOfComparedList(list: List, sides: Sides, { section, about, taken }: Reading): FactDraft[] {
  const nested = nestedAspects(list, sides);
  const aspects = nested.length > 0 ? nested : statedAspects(list, sides);
  if (aspects.some(({ name }) => isSide(textOf(name), sides))) return [];
  return aspects.flatMap((aspect) => {
    const { item, name, body } = aspect;
    if (taken.has(item)) return [];
    taken.add(item);
    const cards = isGenericLabel(textOf(name)) ? [] : cardsOf(aspect, sides, englishOf(about));
    const { line, explicitId } = item;
    return cards.length === 0 ? [] : [{ rule: "F9", family: "pair", explicitId, term: name, body, line, section, cards }];
  });
}

function statedAspects(list: List, sides: Sides): Aspect[] {
  return labelledStatements(list).map(({ item, lead: { term, said, below } }) => ({
    item,
    name: term,
    said,
    each: splitBySide(said, sides),
    body: bodyOf(said, below),
  }));
}

/** "**Start**" with a list of two below it, one item for each side. */
function nestedAspects(list: List, sides: Sides): Aspect[] {
  return list.items.flatMap((item) => {
    const [below, ...more] = item.blocks;
    const name = sliceInlines(withoutMarks(item.content), 0, textOf(item.content).replace(/\s*[:：]\s*$/, "").length);
    if (below?.kind !== "list" || more.length > 0 || !isLabel(textOf(name))) return [];
    const each = saidOfSides(below, sides);
    return each ? [{ item, name, said: [], each, body: bodyOf([], item.blocks) }] : [];
  });
}

/** What the two items of a list say of each side, if each is labelled by one. */
export function saidOfSides(list: List, sides: Sides): SaidOfSides | null {
  if (list.items.length !== 2) return null;
  const leads = list.items.map(leadInOf);
  const [one, other] = sides.map(
    (side) => leads.find((lead) => lead !== null && sideNamedIn(textOf(lead.term), sides) === side)?.said,
  );
  return one && other ? [one, other] : null;
}

function isLabel(text: string): boolean {
  const words = countWords(text);
  return words > 0 && words <= longestLabel && !/[.!?]$/.test(text);
}

function isSide(label: string, sides: Sides): boolean {
  const named = sideNamedIn(label, sides);
  if (!named) return false;
  const own = contentStems(textOf(named.name));
  return [...contentStems(label)].every((stem) => named.marks.has(stem) || own.has(stem));
}

function cardsOf({ name, said, each }: Aspect, sides: Sides, english: Casing | null): CardDraft[] {
  const about = { sides, aspect: name, english, facetOf: (side: readonly Inline[]): string => `aspect:${facetName(side)}` };
  const cards = each ? cardsOfSides(each, about) : [];
  return cards.length > 1 || said.length === 0 ? cards : cardOfBoth(said, about);
}
