import { countWords } from "../language/words.js";
import type { Block } from "../tree/blocks.js";
import { textOf } from "../tree/inline.js";

/** How many words stand in blocks, code included. */
export function wordsIn(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + wordsOfBlock(block), 0);
}

function wordsOfBlock(block: Block): number {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return countWords(textOf(block.content));
    case "list":
      return block.items.reduce((sum, item) => sum + countWords(textOf(item.content)) + wordsIn(item.blocks), 0);
    case "quote":
      return wordsIn(block.blocks);
    case "code":
      return countWords(block.text);
    case "table":
      return [block.header, ...block.rows.map(({ cells }) => cells)]
        .flat()
        .reduce((sum, cell) => sum + countWords(textOf(cell)), 0);
    case "definitions":
      return block.entries.reduce((sum, entry) => sum + countWords(textOf(entry.term)) + wordsIn(entry.blocks), 0);
    case "html":
      return countWords(block.html);
    case "rule":
      return 0;
  }
}
