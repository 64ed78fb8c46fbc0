import { describe, expect, it } from "@jest/globals";
import { parseDocument } from "../../../server/domain/markdown/generate.js";
import { asked, problems } from "../../support/generate.js";

const card = "Q: What is a layer?\nA: A stored set of files.\n";
const asks = ["What is a layer? → A stored set of files."];

describe("what is odd about a note", () => {
  it.each([
    [
      "a shortcode",
      '# A\n\n{{< figure src="x.png" >}}\n',
      ["3: One shortcode of a site generator, the first here, is left as written: no card is made of that."],
    ],
    [
      "shortcodes",
      "# A {{% x %}}\n\n- b {% include c %}\n\n> {{ d }}\n",
      ["1: 3 shortcodes of a site generator, the first here, are left as written: no card is made of that."],
    ],
    ["a block of HTML", "# A\n\n<div>\n\n*b*\n\n</div>\n", ["3: 2 blocks of HTML, the first here, make no cards."]],
    [
      "a table whose rule has too few columns",
      "# A\n\n| a | b |\n|---|\n| c | d |\n",
      ["3: This is no table: its second line needs as many |---| as the first has columns."],
    ],
    [
      "a row with too many cells",
      "# A\n\n| a | b |\n|---|---|\n| c | d |\n| c \\| c | d | e |\n",
      ["6: This row has more cells than its table has columns: the last ones are not read."],
    ],
    [
      "a byte order mark",
      "\uFEFF# A\n",
      ["1: This note begins with a byte order mark. It is left out; save it as UTF-8 without one."],
    ],
    [
      "line ends of two kinds",
      "# A\r\n\r\nb\nc\r\n",
      ["3: The lines of this note end in different ways from here on. They are read alike; let your editor make them one."],
    ],
    [
      "a fence that nobody closed",
      `# A\n\n${card}\n\`\`\`\ncode\n`,
      ["6: This code block is not closed: add a line ``` after it."],
    ],
    ["a comment that nobody closed", `# A\n\n${card}\n<!-- later\n`, ["6: This comment is not closed: add --> after it."]],
  ])("%s, when a note has it, is said with its line, and the rest of the note makes cards", (_, text, expected) => {
    const whole = text.includes("Q:") ? text : `${text}\n${card}`;

    expect(problems(whole)).toEqual(expected);
    expect(asked(whole)).toEqual(asks);
  });

  it.each([
    ["code", "# A\n\nThe template `{{.Name}}` prints it.\n\n```\n{{< x >}}\n```\n"],
    ["comments", "# A\n\n<!-- {{< x >}} -->\n"],
    ["a whole table", "# A\n\n| a | b |\n|---|---|\n| c | `x \\| y` |\n"],
    ["a paragraph that begins with a bar", "# A\n\n| is the sign of a pipe.\n"],
    ["Windows' line ends throughout", "# A\r\n\r\nb\r\n"],
  ])("%s, when a note has it, is nothing odd", (_, text) => {
    expect(problems(text)).toEqual([]);
  });

  it("a byte order mark, when it stands before front matter, hides nothing of it", () => {
    const bytes = new TextEncoder().encode("\uFEFF---\ntitle: Tea\n---\n# A\n");

    expect(parseDocument({ path: "a.md", bytes }).title).toBe("Tea");
  });
});
