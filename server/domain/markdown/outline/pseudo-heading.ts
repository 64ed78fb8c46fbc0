import { textOf } from "../tree/inline.js";
import type { Block, Heading, Inline } from "../tree/blocks.js";

/** Deeper than every marked heading. */
const belowAll = 7;

/**
 * What an author meant as a heading and did not mark as one: a numbered list of one item that is only code or bold
 * ("3. `docker images`"), or a paragraph that is only bold. The first stands beside the last heading when that is code or numbered too;
 * otherwise it stands, like the second, below every marked heading.
 */
export function asPseudoHeading(block: Block, above: readonly Heading[]): Heading | null {
  const content = contentOf(block);
  if (!content || !isOnlyMarked(content) || /[.!;,]$/.test(textOf(content).trim())) return null;
  const last = above.at(-1);
  const level = block.kind === "list" && last && looksAlike(last) ? last.level : belowAll;
  const { line, endLine, explicitId } = block;
  return { kind: "heading", level, content, line, endLine, explicitId };
}

function contentOf(block: Block): readonly Inline[] | null {
  if (block.kind === "paragraph") return block.content.some((node) => node.kind === "strong") ? block.content : null;
  if (block.kind !== "list" || !block.ordered || block.items.length !== 1) return null;
  const item = block.items[0];
  return item && item.blocks.length === 0 ? item.content : null;
}

function isOnlyMarked(content: readonly Inline[]): boolean {
  const marked = content.filter((node) => node.kind === "code" || node.kind === "strong");
  return marked.length > 0 && textOf(marked).trim() === textOf(content).trim().replace(/:$/, "");
}

function looksAlike(heading: Heading): boolean {
  const rest = heading.content.filter((node) => !(node.kind === "text" && /^\s*(?:\d+[.)]\s*)?$/.test(node.text)));
  return (rest.length > 0 && rest.every((node) => node.kind === "code")) || /^\d+[.)]\s/.test(textOf(heading.content));
}
