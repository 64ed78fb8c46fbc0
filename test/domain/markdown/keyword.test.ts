import { describe, expect, it } from "@jest/globals";
import { asked, cardsOf, problems, readDeck, readNote } from "../../support/generate.js";

describe("F8, what a keyword does", () => {
  it("a keyword, when a list explains it under what it belongs to, is asked both ways", () => {
    const cards = cardsOf([readNote("## Dockerfile instructions\n\n- `WORKDIR`: sets the directory of later steps.\n")]);

    expect(cards.map(({ card }) => [card.facet, card.kind, card.prompt, card.answer])).toEqual([
      ["forward", "basic", "Dockerfile: what does `WORKDIR` do?", "Sets the directory of later steps."],
      ["reverse", "typed", "Which Dockerfile instruction sets the directory of later steps?", "`WORKDIR`"],
    ]);
    expect(cards[0]?.fact).toMatchObject({ rule: "F8", family: "pair", term: "`WORKDIR`", line: 3 });
    expect(cards[0]?.fact.body).toBe("sets the directory of later steps.");
  });

  it.each([
    ["COPY - brings files into the image", "Brings files into the image"],
    ["COPY - from the folder to the image\nWORKDIR\n", "From the folder to the image"],
    ["COPY: brings files\nof the folder into the image", "Brings files of the folder into the image"],
    ["- **COPY**: brings files into the image", "Brings files into the image"],
    ["- `COPY <src> <dest>`: brings files into the image", "Brings files into the image"],
    ["- `COPY` brings files into the image", "Brings files into the image"],
    ["- [COPY](https://x.org) brings files into the image", "Brings files into the image"],
    ["- `COPY`: The COPY instruction brings files into the image", "Brings files into the image"],
    ["| Name | Meaning |\n|---|---|\n| `COPY` | brings files into the image |", "Brings files into the image"],
    ["| Name | Meaning |\n|---|---|\n| COPY | brings files into the image |", "Brings files into the image"],
    ["### `COPY`\n\nThe `COPY` instruction brings files into the image.", "Brings files into the image."],
    ["### 3. COPY\n\nBrings files into the image.", "Brings files into the image."],
    ["### The COPY instruction\n\nIt is used to bring files into the image.", "Bring files into the image."],
    ["### COPY\n\n- **Example**: `COPY . .`\n- **Purpose**: brings files into the image.", "Brings files into the image."],
  ])("a keyword, when it is explained as '%s', is answered by that", (text, answer) => {
    expect(asked(`## Dockerfile\n\n${text}\n`)[0]).toMatch(/^Dockerfile: what does `COPY.*` do\? → /);
    expect(asked(`## Dockerfile\n\n${text}\n`)[0]?.split(" → ")[1]).toBe(answer);
  });

  it.each([
    ["A directory outside the image.", "Dockerfile: what is `VOLUME`?"],
    ["Startup order of the services", "Dockerfile: what is `VOLUME` for?"],
    ["keeps a directory outside.", "Dockerfile: what does `VOLUME` do?"],
  ])("a keyword, when it is explained by '%s', is asked '%s'", (said, question) => {
    expect(cardsOf([readNote(`## Dockerfile\n\n- \`VOLUME\`: ${said}\n`)])[0]?.card.prompt).toBe(question);
  });

  it("two keywords, when one line explains them together, are asked together and never typed", () => {
    expect(asked("## Dockerfile\n\n- `CMD` or `ENTRYPOINT`: sets what a container starts with\n")).toEqual([]);
    expect(asked("## Dockerfile\n\nCMD or ENTRYPOINT - sets what a container starts with\n")).toEqual([
      "Dockerfile: what do `CMD` and `ENTRYPOINT` do? → Sets what a container starts with",
    ]);
  });

  it.each([
    ["SQL", "`GROUP BY`", "SQL: what does `GROUP BY` do?"],
    ["HTTP methods", "**PATCH**", "HTTP: what does `PATCH` do?"],
    ["Keys of a Compose file", "`depends_on`", "Compose: what does `depends_on` do?"],
    ["Keys of a Compose file", "`image`", "Compose: what does `image` do?"],
    ["Sections of a systemd unit", "`ExecStart=`", "systemd unit: what does `ExecStart=` do?"],
  ])("under '%s' the keyword %s, when it is explained, is asked '%s'", (heading, keyword, question) => {
    expect(cardsOf([readNote(`# ${heading}\n\n- ${keyword}: collects what belongs together.\n`)])[0]?.card.prompt).toBe(question);
  });

  it("a keyword of two notations, when a heading names one of them, is of that one", () => {
    const item = "- `FROM`: names where everything begins.\n";

    expect(asked(`# Docker\n\n## SQL\n\n${item}\n## Dockerfile\n\n${item}`)).toEqual([
      "SQL: what does `FROM` do? → Names where everything begins.",
      "Which SQL keyword names where everything begins? → `FROM`",
      "Dockerfile: what does `FROM` do? → Names where everything begins.",
      "Which Dockerfile instruction names where everything begins? → `FROM`",
    ]);
  });

  it("a keyword, when a paragraph or the title names what it belongs to, is of that", () => {
    const item = "- `RUN`: does something while an image is made.\n";

    expect(asked(`# Notes\n\nA Dockerfile has these:\n\n${item}`)[0]).toMatch(/^Dockerfile: what does `RUN` do\?/);
    expect(asked(`---\ntitle: Docker\n---\n## Words\n\n${item}`)[0]).toMatch(/^Dockerfile: what does `RUN` do\?/);
  });

  it("keywords, when two notes explain one, are asked once", () => {
    const note = (said: string): string => `# Dockerfile\n\n- \`RUN\`: ${said}\n`;
    const cards = cardsOf(
      readDeck({ "a.md": note("does something while an image is made."), "b.md": note("executes one command of a recipe.") }),
    );

    expect(cards.filter(({ card }) => card.facet === "forward").map(({ card }) => card.gate)).toEqual([null, "G-dup"]);
  });

  it("a note, when it is in another language, gets no English words", () => {
    expect(asked("---\nlang: es\n---\n# Dockerfile\n\n- `COPY`: lleva archivos de la carpeta a la imagen.\n")).toEqual([
      "Dockerfile — `COPY` → lleva archivos de la carpeta a la imagen.",
    ]);
  });

  it.each([
    ["nothing says what it belongs to", "# Words\n\n- `WORKDIR`: sets the directory of later steps.\n"],
    ["one place names two", "# SQL and Dockerfile\n\n- `FROM`: names where everything begins.\n- Other things.\n"],
    ["it is a word of every day without marks", "# Keys of a Compose file\n\nimage: names what is to be started\n"],
    [
      "it is the value of something else",
      "# Compose\n\nSee the compose file.\n\n## Actions\n\n- `restart`: starts it once more.\n",
    ],
    ["its name has another meaning", "# Keys in Jetpack Compose\n\n- `image`: draws what a painter gives.\n"],
    ["it is told by an example", "# Dockerfile\n\n| Name | Example |\n|---|---|\n| `COPY` | bring all files along |\n"],
    ["it is told by code", "# Dockerfile\n\n- `COPY`: `COPY a b`\n- Other things.\n"],
    ["it begins a command", "# Dockerfile\n\n- `RUN npm ci`: fetches every library.\n- Other things.\n"],
    ["a paragraph under it gives advice", "# Dockerfile\n\n## USER\n\nUse an account that has few rights.\n"],
    ["a paragraph under it is about something else", "# Dockerfile\n\n## USER\n\nMost images begin as root.\n"],
    ["a heading compares it", "# Dockerfile\n\n## COPY vs ADD\n\nBrings files into the image.\n"],
  ])("a keyword, when %s, is not read as one", (_, note) => {
    expect(cardsOf([readNote(note)]).filter(({ fact }) => fact.rule === "F8")).toEqual([]);
  });
});

describe("programs and keywords of a note's own", () => {
  const kinds = "- SENCHA: steams the leaves right after picking.\n- Gyokuro: shades the bushes for three weeks.\n";

  it("keywords, when the front matter names them, need no heading", () => {
    expect(asked(`---\nkeywords:\n  Tea: [SENCHA, Gyokuro]\n---\n# Kinds\n\n${kinds}`)).toEqual([
      "Tea: what does `SENCHA` do? → Steams the leaves right after picking.",
      "Which Tea keyword steams the leaves right after picking? → `SENCHA`",
      "Tea: what does `Gyokuro` do? → Shades the bushes for three weeks.",
      "Which Tea keyword shades the bushes for three weeks? → `Gyokuro`",
    ]);
  });

  it("keywords, when they are added to a notation that is known, are asked like its own", () => {
    const note = "---\nkeywords: { dockerfile: SQUASH }\n---\n# Words\n\n- `SQUASH`: joins all layers into one.\n";

    expect(asked(note)[0]).toBe("Dockerfile: what does `SQUASH` do? → Joins all layers into one.");
  });

  it.each([
    ["commands: [my tool, 3]", "commands: is no list of program names, such as [mytool]."],
    ["commands: { a: b }", "commands: is no list of program names, such as [mytool]."],
    ["keywords: [SENCHA]", "keywords: is no map from names to lists of words, such as { Tea: [Sencha] }."],
    ["keywords: { Tea: { a: b } }", "keywords: is no map from names to lists of words, such as { Tea: [Sencha] }."],
  ])("a front matter, when it says '%s', is reported", (line, message) => {
    expect(problems(`---\n${line}\n---\n# Kinds\n`)).toEqual([
      `1: The front matter's ${message} What is wrong in it is ignored.`,
    ]);
  });

  it("a front matter, when one of its lists is wrong, still gives the others", () => {
    expect(asked(`---\nkeywords: { Tea: [SENCHA], Milk: { a: b } }\n---\n# Kinds\n\n${kinds}`)).toContain(
      "Tea: what does `SENCHA` do? → Steams the leaves right after picking.",
    );
  });
});
