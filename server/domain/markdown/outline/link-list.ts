import { textOf } from "../tree/inline.js";
import type { Block, List, ListItem } from "../tree/blocks.js";

/** Whether a block only leads elsewhere: a table of contents, a list of links, "Edit this page". */
export function isLinkList(block: Block): boolean {
  if (block.kind === "paragraph") return isOnlyLink(block.content);
  if (block.kind !== "list") return false;
  const items = allItems(block);
  return items.filter((item) => isOnlyLink(item.content)).length >= 0.8 * items.length;
}

function allItems(list: List): ListItem[] {
  return list.items.flatMap((item) => [item, ...item.blocks.flatMap((block) => (block.kind === "list" ? allItems(block) : []))]);
}

function isOnlyLink(content: ListItem["content"]): boolean {
  const linked = content.flatMap((node) => (node.kind === "link" ? node.children : []));
  return linked.length > 0 && textOf(linked).trim() === textOf(content).trim();
}
