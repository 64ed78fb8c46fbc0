import { describe, expect, it } from "@jest/globals";
import { norm } from "../../../server/domain/identity/normalise.js";

describe("norm", () => {
  it.each([
    ["Unicode form", "cafe\u0301", "café"],
    ["case", "A Container", "a container"],
    ["line ends", "one\r\ntwo", "one\ntwo"],
    ["re-wrapping and trailing spaces", "one two  \nthree", "one\n  two three"],
    ["no-break spaces", "5\u00A0GB", "5 GB"],
    ["emphasis marks", "a **bold** and *slanted* word", "a __bold__ and _slanted_ word"],
    ["emphasis removed", "a **bold** word", "a bold word"],
    ["emphasis within a word", "un**believ**able", "unbelievable"],
    ["bullets", "- one\n- two", "* one\n* two"],
    ["list numbers", "1. one\n2. two", "3. one\n4) two"],
    ["quote marks of a block", "> said\n> so", "said so"],
    ["headings in a body", "## Name\ntext", "# Name\ntext"],
    ["straight and curly quotes", "it’s “fine”", `it's "fine"`],
    ["dashes between clauses", "images — layers", "images - layers"],
    ["dashes typed as two hyphens", "images--layers", "images - layers"],
    ["a final full stop", "It runs.", "It runs"],
    ["commas, colons and semicolons", "first, second; third: done", "first second third done"],
    ["a link and its text", 'see [the manual](https://example.org/a_(b) "title")', "see the manual"],
    ["a reference link", "see [the manual][1]", "see the manual"],
    ["an image and its description", "![a ship](ship.png)", "a ship"],
    ["comments", "one <!-- aside --> two", "one two"],
    ["tags", "press <kbd>Esc</kbd>", "press Esc"],
    ["entities", "a &lt; b", "a < b"],
    ["escapes", "5 \\* 3 \\# x", "5 * 3 # x"],
    ["strike-through", "~~old~~ new", "old new"],
    ["code marks around a plain word", "run `docker` now", "run docker now"],
    ["minus signs", "\u22125 degrees", "-5 degrees"],
    ["footnote marks", "a fact[^1]", "a fact"],
    ["task boxes", "- [x] done", "- [ ] done"],
  ])("is equal, when only %s differ, so that the edit changes nothing", (_, a, b) => {
    expect(norm(a)).toBe(norm(b));
  });

  it.each([
    ["-5", "5"],
    ["3.5", "3 5"],
    ["3,5", "3 5"],
    ["3.5", "35"],
    ["C++", "C"],
    ["C#", "C"],
    ["C++", "C#"],
    ["x²", "x2"],
    ["x²", "x³"],
    [".dockerignore", "dockerignore"],
    ["docker.io", "docker io"],
    ["--rm", "rm"],
    ["-v", "-p"],
    ["8080:80", "8080 80"],
    ["well-known", "well known"],
    ["snake_case", "snakecase"],
    ["5 * 3", "5 3"],
    ["5*3", "53"],
    ["< 5", "> 5"],
    ["~5 minutes", "5 minutes"],
    ["80. It is the port", "81. It is the port"],
    ["`-V` prints", "`-v` prints"],
    ["`a, b`", "`a b`"],
    ["`a`.", "`a.`"],
    ["``a ` b``", "`a b`"],
  ])("differs, when %s stands instead of %s, since it means something else", (a, b) => {
    expect(norm(a)).not.toBe(norm(b));
  });

  it("keeps case and punctuation, when they are in a code span, and folds them outside", () => {
    expect(norm('Runs, as `CMD ["Node"]`: ONCE.')).toBe('runs as CMD ["Node"] once');
  });

  it("takes a backtick as text, when it has no partner, so that the rest is still folded", () => {
    expect(norm("A ` B, C")).toBe("a b c");
  });

  it.each([
    ["dashes", "-".repeat(200_000) + "a"],
    ["open comments", "<!--".repeat(50_000)],
    ["backticks", Array.from({ length: 600 }, (_, count) => "`".repeat(count)).join(" ")],
    ["open links", "[](".repeat(60_000)],
    ["stars", "* ".repeat(100_000) + "*".repeat(100_000)],
    ["equals signs", "=".repeat(200_000)],
  ])("ends, when a hostile text is made of %s, since no step looks back over the whole", (_, text) => {
    expect(norm(text).length).toBeLessThanOrEqual(text.length);
  });
});
