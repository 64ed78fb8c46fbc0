import type { Block } from "../tree/blocks.js";

const suppressor = /<!--\s*nocards(?::(start|end))?\s*-->/gi;

/**
 * Which lines make no cards because their author said so: the block after `<!-- nocards -->` (a heading stands for all that is
 * under it), and everything between `<!-- nocards:start -->` and `<!-- nocards:end -->`.
 */
export function suppressedLines(blocks: readonly Block[]): (line: number) => boolean {
  const ranges: { readonly from: number; readonly to: number }[] = [];
  let openedAt: number | null = null;
  blocks.forEach((block, index) => {
    for (const kind of suppressorsIn(block)) {
      if (kind === "start") openedAt ??= block.line;
      else if (kind === "end" && openedAt !== null) {
        ranges.push({ from: openedAt, to: block.line });
        openedAt = null;
      } else if (kind === "next") ranges.push(rangeOfNext(blocks, index + 1));
    }
  });
  if (openedAt !== null) ranges.push({ from: openedAt, to: Number.MAX_SAFE_INTEGER });
  return (line) => ranges.some((range) => range.from <= line && line <= range.to);
}

function suppressorsIn(block: Block): string[] {
  if (block.kind !== "html") return [];
  return [...block.html.matchAll(suppressor)].map((match) => match[1]?.toLowerCase() ?? "next");
}

function rangeOfNext(blocks: readonly Block[], index: number): { from: number; to: number } {
  const next = blocks[index];
  if (!next) return { from: 0, to: 0 };
  if (next.kind !== "heading") return { from: next.line, to: next.endLine };
  const after = blocks.slice(index + 1).find((block) => block.kind === "heading" && block.level <= next.level);
  return { from: next.line, to: after ? after.line - 1 : Number.MAX_SAFE_INTEGER };
}
