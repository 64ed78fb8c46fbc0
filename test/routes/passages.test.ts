import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { parseDocument } from "../../server/domain/markdown/generate.js";
import { elementsOf } from "../../server/routes/html-elements.js";
import { cutAtPassages } from "../../server/routes/passages.js";
import { runs } from "../support/runs.js";

/** The pieces as one text, with what comes between them in brackets. */
function marked(html: string, lines: readonly number[]): string {
  return cutAtPassages(html, lines)
    .map(({ html: piece, place }) => piece + (place === null ? "" : `[${place.kind} ${place.lines.join(",")}]`))
    .join("");
}

describe("the anchor of a passage", () => {
  it("is at the innermost block that begins at its line, when one does", () => {
    expect(marked('<ul data-line="3"><li data-line="3">One</li><li data-line="4">Two</li></ul>', [3, 4])).toBe(
      '<ul data-line="3"><li id="l3" class="passage" data-line="3">One[cards 3]</li>' +
        '<li id="l4" class="passage" data-line="4">Two[cards 4]</li></ul>',
    );
  });

  it("is at the block that holds its line, when none begins there; before all blocks, at the first", () => {
    expect(marked('<p data-line="3">Q: One?\nA: Two.</p><p data-line="9">x</p>', [4])).toBe(
      '<div class="passage"><p id="l4" data-line="3">Q: One?\nA: Two.</p>[cards 4]</div><p data-line="9">x</p>',
    );
    expect(marked('<p data-line="3">One</p>', [1])).toContain('<p id="l1" data-line="3">');
  });

  it("stands within the block, when that has an id, and for every further line", () => {
    expect(marked('<h2 id="images" data-line="5">Images</h2>', [5, 6])).toBe(
      '<div class="passage"><h2 id="images" data-line="5"><span id="l5"></span><span id="l6"></span>Images</h2>[cards 5,6]</div>',
    );
  });

  it("leaves text alone that looks like a tag, when it is escaped as sanitized text is", () => {
    expect(marked('<p data-line="1">&lt;p data-line="2"&gt;</p>', [2])).toBe(
      '<div class="passage"><p id="l2" data-line="1">&lt;p data-line="2"&gt;</p>[cards 2]</div>',
    );
  });
});

describe("the cards of a passage", () => {
  it("come within a list's item, before a list inside it, when the passage is one", () => {
    expect(marked('<ul data-line="3"><li data-line="3">One<ul data-line="4"><li data-line="4">x</li></ul></li></ul>', [3])).toBe(
      '<ul data-line="3"><li id="l3" class="passage" data-line="3">One[cards 3]<ul data-line="4"><li data-line="4">x</li></ul></li></ul>',
    );
  });

  it("come after a paragraph of an item, when the item holds several", () => {
    expect(marked('<ol><li data-line="3"><p data-line="3">One</p><p data-line="5">Two</p></li></ol>', [3, 5])).toBe(
      '<ol><li data-line="3"><div class="passage"><p id="l3" data-line="3">One</p>[cards 3]</div>' +
        '<div class="passage"><p id="l5" data-line="5">Two</p>[cards 5]</div></li></ol>',
    );
  });

  it("come with the meaning, when the passage is a term; with the term, when it has none", () => {
    expect(marked('<dl data-line="3"><dt data-line="3">A</dt><dd data-line="4">B</dd></dl>', [3])).toBe(
      '<dl data-line="3"><dt id="l3" data-line="3">A</dt><dd class="passage" data-line="4">B[cards 3]</dd></dl>',
    );
    expect(marked('<dl><dt class="x" data-line="3">A</dt></dl>', [3])).toBe(
      '<dl><dt id="l3" class="passage x" data-line="3">A[cards 3]</dt></dl>',
    );
  });

  it("come after the code and not within it, when the passage is code", () => {
    expect(marked('<pre><code class="language-sh" data-line="3">ls\n</code></pre>', [3])).toBe(
      '<div class="passage"><pre><code id="l3" class="language-sh" data-line="3">ls\n</code></pre>[cards 3]</div>',
    );
  });

  it("come below a table, with a mark in the first cell of each row, when passages are rows of it", () => {
    const table =
      '<table data-line="3"><tbody><tr data-line="5"><td>a</td><td>b</td></tr><tr data-line="6"><th>c</th></tr></tbody></table>';

    expect(marked(table, [5, 6])).toBe(
      '<div class="passage"><table data-line="3"><tbody><tr id="l5" data-line="5"><td>[row 5]a</td><td>b</td></tr>' +
        '<tr id="l6" data-line="6"><th>[row 6]c</th></tr></tbody></table>[cards 5,6]</div>',
    );
  });

  it("come at the end, when the note has no block that says its line, and nowhere, when there are none", () => {
    expect(marked("", [7, 2])).toBe('<div class="passage">[cards 2,7]</div>');
    expect(marked('<p data-line="1">x</p>', [])).toBe('<p data-line="1">x</p>');
  });
});

const lineOfNote = fc.constantFrom(
  ...[
    "# Title",
    "## Part",
    "Some words.",
    "- item",
    "  - inner",
    "  more of it",
    "1. step",
    "> said",
    "> - listed",
    "```",
    "code",
  ],
  ...[
    "| a | b |",
    "|---|---|",
    "| 1 | 2 |",
    "Term",
    ": meaning",
    ": another",
    "",
    "",
    "---",
    "<b>x</b>",
    "![p](p.png)",
    "[^1]",
    "[^1]: foot",
  ],
  ...["<details><summary>s</summary>", "</details>", '<span data-line="2">numbered</span>', "**Bold.** words"],
);

describe("any note", () => {
  it("keeps its text and its balance, and has each passage's cards once, when any lines make cards", () => {
    const anyNote = fc.array(lineOfNote, { maxLength: 30 });
    fc.assert(
      fc.property(anyNote, fc.array(fc.integer({ min: 1, max: 35 }), { maxLength: 8 }), (text, lines) => {
        const { bodyHtml } = parseDocument({ path: "a.md", bytes: new TextEncoder().encode(["Words.", ...text].join("\n")) });

        const pieces = cutAtPassages(bodyHtml, lines);

        const whole = pieces.map(({ html }) => html).join("");
        expect(textOf(whole)).toBe(textOf(bodyHtml));
        expect(unclosed(whole)).toEqual([]);
        const places = pieces.flatMap(({ place }) => (place?.kind === "cards" ? place.lines : []));
        expect([...places].sort((a, b) => a - b)).toEqual([...new Set(lines)].sort((a, b) => a - b));
        if (bodyHtml.includes("data-line=")) for (const line of lines) expect(whole).toContain(`id="l${line}"`);
      }),
      { numRuns: runs(300, 20_000) },
    );
  });
});

function textOf(html: string): string {
  return html.replace(/<[^<>]*>/g, "");
}

/** Elements whose closing tag is not where it should be. */
function unclosed(html: string): string[] {
  return elementsOf(html).flatMap(({ name, contentEnd, end }) =>
    ["br", "hr", "img"].includes(name) || html.slice(contentEnd, end) === `</${name}>` ? [] : [name],
  );
}
