import type { Token } from "markdown-it";

/** Fences and comments that nobody closed, so that they swallow what follows; lines are 0-based lines of `text`. */
export function findUnclosed(text: string, tokens: readonly Token[]): { line: number; message: string }[] {
  const lines = text.split("\n");
  return tokens.flatMap((token) => {
    if (!token.map) return [];
    const [line, end] = token.map;
    if (token.type === "fence" && !endsWithFence(token, lines.slice(line + 1, end))) {
      return [{ line, message: `This code block is not closed: add a line ${token.markup} after it.` }];
    }
    if (token.type === "html_block" && /^\s*<!--/.test(token.content) && !token.content.includes("-->")) {
      return [{ line, message: "This comment is not closed: add --> after it." }];
    }
    return [];
  });
}

function endsWithFence(token: Token, rest: readonly string[]): boolean {
  const last =
    rest
      .at(-1)
      ?.replace(/^[\s>]+/, "")
      .trimEnd() ?? "";
  return last.length >= token.markup.length && last === token.markup.charAt(0).repeat(last.length);
}
