import { describe, expect, it } from "@jest/globals";
import { renderBlock, renderInline } from "../../../server/domain/markdown/render/render.js";
import { readNote } from "../../support/generate.js";

describe("HTML of a note", () => {
  it("blocks, when they are rendered, carry the line of the file, below the front matter too", () => {
    const html = readNote(
      "---\ntitle: A\n---\n# Layers\n\nText.\n\n- one\n- two\n\n| a |\n|---|\n| b |\n\n```sh\nls\n```\n",
    ).bodyHtml;

    expect([...html.matchAll(/<(\w+)[^>]* data-line="(\d+)"/g)].map(([, tag, line]) => `${tag} ${line}`)).toEqual([
      "h1 4",
      "p 6",
      "ul 8",
      "li 8",
      "li 9",
      "table 11",
      "thead 11",
      "tr 11",
      "tbody 13",
      "tr 13",
      "code 15",
    ]);
  });

  it("headings, when two are alike, have identifiers of their own that links within the note find", () => {
    const html = readNote("[down](#the-parts-2)\n\n# The parts\n\n# The parts\n").bodyHtml;

    expect(html).toContain('href="#note-the-parts-2"');
    expect(html).toContain('id="note-the-parts"');
    expect(html).toContain('id="note-the-parts-2"');
  });

  it.each([
    ["<script>alert(1)</script>", ""],
    ['<p onclick="x()">a</p>', "<p>a</p>"],
    ['<a href="javascript:x()">a</a>', '<a rel="noopener noreferrer">a</a>'],
    ['<img src="https://elsewhere.example/a.png">', ""],
    ['<iframe src="https://elsewhere.example"></iframe>', ""],
    ['<p style="color:red">a</p>', "<p>a</p>"],
    ['<p id="main">a</p>', '<p id="note-main">a</p>'],
    ["<!-- a remark -->", ""],
  ])("HTML in a note, when it is %s, is left as %s", (html, left) => {
    expect(renderBlock(html)).toBe(left);
  });

  it.each([
    ["[a](https://b.example)", '<a href="https://b.example" rel="noopener noreferrer">a</a>'],
    ["[a](other.md)", '<a href="other.md" rel="noopener noreferrer">a</a>'],
    ["![a](pictures/a.png)", '<img src="pictures/a.png" alt="a" />'],
    ["![a](https://b.example/a.png)", '<a href="https://b.example/a.png" rel="noopener noreferrer">a</a>'],
    ["![a](data:image/png;base64,AAAA)", "a"],
    ["![a](//b.example/a.png)", "a"],
    ["**b** `c` *d*", "<strong>b</strong> <code>c</code> <em>d</em>"],
  ])("%s, when it is rendered in a line, is %s", (markdown, html) => {
    expect(renderInline(markdown)).toBe(html);
  });

  it("code, when its language is known, has classes for its parts and no style", () => {
    expect(renderBlock("```dockerfile\nFROM node:26\n```")).toMatch(
      /<code class="language-dockerfile"><span class="hljs-keyword">FROM<\/span> node:/,
    );
    expect(renderBlock("```nosuch\n<b>\n```")).toBe('<pre><code class="language-nosuch">&lt;b&gt;\n</code></pre>');
  });

  it("columns of a table, when they are aligned, say so by a class", () => {
    expect(renderBlock("| a |\n|:-:|\n| b |")).toContain('<td class="align-center">b</td>');
  });

  it("one paragraph, when it is rendered as a block, comes without a paragraph around it", () => {
    expect(renderBlock("a *b*")).toBe("a <em>b</em>");
    expect(renderBlock("a\n\nb")).toBe("<p>a</p>\n<p>b</p>");
  });

  it("a written card, when its note is shown, stands in two lines", () => {
    expect(readNote("Q: What is a layer?\nA: A stored set\nof files.\n").bodyHtml).toBe(
      '<p data-line="1">Q: What is a layer?<br />\nA: A stored set\nof files.</p>',
    );
  });
});
