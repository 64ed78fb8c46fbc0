import { countWords } from "../language/words.js";
import type { Block, Heading, Inline, List, ListItem } from "../tree/blocks.js";
import { proseOf, sliceInlines, textOf, trimInlines, withoutMarks } from "../tree/inline.js";

/** What stands under an item of a nested outline, as if the item were a heading. */
export interface Outline {
  readonly heading: Heading;
  readonly blocks: readonly Block[];
}

/** Deeper than every marked heading, and than a pseudo-heading. */
const belowAll = 8;
const deepest = 4;
const fewestChildren = 2;
const longestTitle = 8;

/** F18: items that are titles of the lists below them ("Networks" > "bridge: …"), each with its own, outermost first. */
export function outlinesIn(block: Block, depth = 0): Outline[] {
  if (block.kind !== "list" || depth >= deepest) return [];
  return block.items.flatMap((item) => {
    const nested = item.blocks.filter((each): each is List => each.kind === "list");
    const title = nested.some(({ items }) => items.length >= fewestChildren) ? titleOf(item) : null;
    const own = title === null ? [] : [{ heading: headingOf(item, title, depth), blocks: item.blocks }];
    return [...own, ...nested.flatMap((each) => outlinesIn(each, depth + 1))];
  });
}

/** The few words of an item, or those before its colon; `null` for a sentence. */
function titleOf({ content }: ListItem): readonly Inline[] | null {
  const plain = trimInlines(withoutMarks(content));
  const prose = proseOf(plain);
  const colon = /[:：](?=\s|$)/.exec(prose)?.index ?? prose.length;
  const title = sliceInlines(plain, 0, colon);
  const words = countWords(textOf(title));
  return words === 0 || words > longestTitle || /[.!?;,]$/.test(proseOf(title).trim()) ? null : title;
}

function headingOf({ line, endLine, explicitId }: ListItem, content: readonly Inline[], depth: number): Heading {
  return { kind: "heading", level: belowAll + depth, content, line, endLine, explicitId };
}
