import { describe, expect, it } from "@jest/globals";
import { withPassageAnchors } from "../../server/routes/anchors.js";

describe("anchors of passages", () => {
  it("a passage, when a block begins at its line, is anchored at the innermost such block", () => {
    const html = '<ul data-line="3"><li data-line="3">One</li><li data-line="4">Two</li></ul>';

    expect(withPassageAnchors(html, [3, 4])).toBe(
      '<ul data-line="3"><li id="l3" data-line="3">One</li><li id="l4" data-line="4">Two</li></ul>',
    );
  });

  it("a passage, when it begins inside a block, is anchored at that block", () => {
    expect(withPassageAnchors('<p data-line="3">Q: One?\nA: Two.</p><p data-line="9">x</p>', [4])).toBe(
      '<p id="l4" data-line="3">Q: One?\nA: Two.</p><p data-line="9">x</p>',
    );
  });

  it("a passage, when its block has an id, gets an anchor inside it", () => {
    expect(withPassageAnchors('<h2 id="images" data-line="5">Images</h2>', [5, 6])).toBe(
      '<h2 id="images" data-line="5"><span id="l5"></span><span id="l6"></span>Images</h2>',
    );
  });

  it("text that looks like a marked tag, when it is escaped as sanitized text is, stays as it is", () => {
    const html = '<p data-line="1">&lt;p data-line="2"&gt;</p>';

    expect(withPassageAnchors(html, [2])).toBe('<p id="l2" data-line="1">&lt;p data-line="2"&gt;</p>');
  });

  it("a note without blocks, when anchored, stays as it is", () => {
    expect(withPassageAnchors("", [1])).toBe("");
  });
});
