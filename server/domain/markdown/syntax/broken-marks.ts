import type { Block, Inline } from "../tree/blocks.js";
import { withoutMarks } from "../tree/inline.js";

/** Places where bold or code was opened and not closed: what was meant cannot be known, so nothing is made of it. */
export function findBrokenMarks(blocks: readonly Block[]): { line: number; message: string }[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case "heading":
      case "paragraph":
        return brokenIn(block.content, block.line);
      case "list":
        return block.items.flatMap((item) => [...brokenIn(item.content, item.line), ...findBrokenMarks(item.blocks)]);
      case "quote":
        return findBrokenMarks(block.blocks);
      case "table":
        return block.rows.flatMap((row) => row.cells.flatMap((cell) => brokenIn(cell, row.line)));
      default:
        return [];
    }
  });
}

function brokenIn(content: readonly Inline[], line: number): { line: number; message: string }[] {
  const text = withoutMarks(content)
    .map((node) => (node.kind === "text" ? node.text : " "))
    .join("");
  const mark = /(?<![\w*])\*\*(?=[^\s*])|(?<=[^\s*])\*\*(?![\w*])/.test(text) ? "**" : /`/.test(text) ? "`" : null;
  return mark === null ? [] : [{ line, message: `This line has a ${mark} that opens or closes nothing: no card is made of it.` }];
}
