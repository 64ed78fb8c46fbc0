import { describe, expect, it } from "@jest/globals";
import { asked, cardsOf, readNote } from "../../support/generate.js";

const list = (heading: string, ...items: readonly string[]): string =>
  `## ${heading}\n\n${items.map((item) => `- ${item}`).join("\n")}\n`;
const other = "**Origin**: An image is built, a container is started.";
const table = (heading: string, header: string, ...rows: readonly string[]): string =>
  `## ${heading}\n\n| ${header} |\n|${" --- |".repeat(header.split("|").length)}\n${rows.map((row) => `| ${row} |`).join("\n")}\n`;
/** What the rule for comparisons makes of a note. */
const compared = (text: string): string[] =>
  cardsOf([readNote(text)]).flatMap(({ fact, card }) => (fact.rule === "F9" ? [`${card.prompt} → ${card.answer}`] : []));

describe("F9, aspects in which two things differ", () => {
  it.each([
    "Images vs. containers",
    "Images vs containers",
    "Images versus containers:",
    "Difference between images and containers",
    "What is the difference between images and containers?",
    "Comparison of images and containers",
    "Comparison: images vs containers",
    "How do images differ from containers?",
    "Images vs. containers in Docker",
    "How images and containers differ",
    "Images compared to containers (in short)",
    "Images and containers compared",
    "Comparing images and containers",
  ])("a list of aspects, when it stands under '%s', is asked aspect by aspect", (heading) => {
    const asks = compared(list(heading, "**Lifetime**: An image stays, a container goes.", other));

    expect(asks.map((ask) => ask.toLowerCase())).toEqual([
      "images vs. containers — lifetime: how do they differ? → an image stays, a container goes.",
      "images vs. containers — origin: how do they differ? → an image is built, a container is started.",
    ]);
  });

  it("an aspect, when more than two things differ in it, is asked as one and not as a thing of its own", () => {
    const path = "**Path**: A secret lies below a directory of its own, a config and a volume where you say.";

    expect(asked(list("Secrets, configs and volumes compared", path, other))[0]).toBe(
      "Secrets, configs and volumes compared — Path: how do they differ? → A secret lies below a directory of its own, a config and a volume where you say.",
    );
  });

  it("an aspect, when it is read, is a fact of the family that it had as a labelled statement", () => {
    const [fact] = readNote(list("Images vs. containers", "**Lifetime**: An image stays, a container goes.", other)).facts;

    expect(fact).toMatchObject({ rule: "F9", family: "pair", term: "Lifetime", line: 3, cards: [{ facet: "forward" }] });
  });

  it.each([
    "Images stay on the disk until somebody removes one. Containers end together with their main process.",
    "Images stay on the disk until somebody removes one. On the contrary, containers end together with their main process.",
    "Images stay on the disk until somebody removes one; containers end together with their main process.",
    "Images stay on the disk until somebody removes one, while containers end together with their main process.",
    "Containers end together with their main process. Images stay on the disk until somebody removes one.",
  ])("an aspect, when it says '%s', is asked for each side", (said) => {
    const cards = cardsOf([readNote(list("Images vs. containers", `**Lifetime**: ${said}`, other))]).slice(0, 2);

    expect(cards.map(({ card }) => [card.facet, card.prompt, card.answer.replace(/\.$/, "")])).toEqual([
      [
        "aspect:images",
        "Images vs. containers — Lifetime: what about images?",
        "Images stay on the disk until somebody removes one",
      ],
      [
        "aspect:containers",
        "Images vs. containers — Lifetime: what about containers?",
        "Containers end together with their main process",
      ],
    ]);
  });

  it("a side, when the text names it by its initials, is recognised", () => {
    const said = "VMs boot an operating system of their own first. Containers only start the processes of one application.";

    expect(compared(list("Containers vs. virtual machines", `**Start**: ${said}`, other))[1]).toBe(
      "Containers vs. virtual machines — Start: what about virtual machines? → VMs boot an operating system of their own first.",
    );
  });

  it.each([
    ["the second half leans on the first", "Images hold all the files of a program. Containers run a process that uses them."],
    ["a half begins with the other side", "Unlike containers, images stay for ever. Unlike images, containers end some day."],
    ["both halves are about one side", "Images stay on the disk for years. Images can also be shared by registries."],
    ["a half names both sides", "Images and containers share their layers. Containers add a writable layer."],
    ["there is a third sentence", "Images stay on the disk. Nobody runs them. Containers end with their process."],
    ["a side has next to nothing to say", "Images stay. Containers end with their main process."],
  ])("an aspect, when %s, is asked as one", (_, said) => {
    expect(compared(list("Images vs. containers", `**Lifetime**: ${said}`, other))[0]).toBe(
      `Images vs. containers — Lifetime: how do they differ? → ${said}`,
    );
  });

  it("an aspect, when its sides stand in a list below it, is asked for each or for both", () => {
    const note =
      "## Images vs. containers\n\n1. **Lifetime**\n   - **Images:** stay on the disk until removed.\n   - **Containers:** end with their main process.\n2. **Files:**\n   - **Containers:** writable.\n   - **Images:** read-only.\n";

    expect(compared(note)).toEqual([
      "Images vs. containers — Lifetime: what about images? → stay on the disk until removed.",
      "Images vs. containers — Lifetime: what about containers? → end with their main process.",
      "Images vs. containers — Files: how do they differ? → Images: read-only; containers: writable",
    ]);
  });

  it("an aspect, when it is said in more than forty words that do not split, makes no card of any rule", () => {
    const long = `Images stay ${"for a very long time ".repeat(9)}. They are kept. Containers end.`;

    expect(asked(list("Images vs. containers", `**Lifetime**: ${long}`, other))).toHaveLength(1);
  });

  it("a list, when its labels are the things themselves, is no list of aspects", () => {
    expect(
      asked(
        list(
          "Images vs. containers",
          "**Images**: They hold all the files of a program.",
          "**Containers**: They run the program.",
        ),
      ),
    ).toEqual([
      "Images vs. containers — Images: what do they do? → Hold all the files of a program.",
      "Images vs. containers — Containers: what do they do? → Run the program.",
    ]);
  });

  it.each([
    ["a heading names three things", "Images vs. containers vs. volumes"],
    ["a heading names three things by and", "Differences between images, containers and volumes"],
    ["a heading is about one thing", "Differences that follow from it"],
    ["a heading weighs advantages", "Advantages of images vs. containers"],
    ["the sides are the same", "Images vs. images"],
  ])("a list, when %s, is not compared", (_, heading) => {
    expect(compared(list(heading, "**Lifetime**: An image stays, a container goes.", other))).toEqual([]);
  });

  it.each(["Key differences", "Comparison", "Main differences:"])(
    "a list, when its heading '%s' only announces what the heading above compares, belongs to that",
    (heading) => {
      const note = `# Images vs. containers\n\n#${list(heading, "**Lifetime**: An image stays, a container goes.", other)}`;

      expect(compared(note)).toHaveLength(2);
    },
  );

  it("a comparison, when its note is in another language, is asked without English words", () => {
    const note = `---\nlang: de\n---\n${list(
      "Unterschied zwischen Abbildern und Containern",
      "**Dauer**: Ein Abbild bleibt, ein Container endet.",
      "**Ort**: Ein Abbild liegt auf der Platte, ein Container läuft.",
    )}`;

    expect(compared(note)[0]).toBe("Abbildern vs. Containern — Dauer → Ein Abbild bleibt, ein Container endet.");
  });
});

describe("F9, tables of three columns", () => {
  const header = "Aspect | Programs | Containers";

  it("a row, when its cells have more than twelve words, is asked for each side", () => {
    const row = "Lifetime | Stay on the disk until somebody removes one | End together with their main process";
    const [fact] = readNote(table("Programs vs. containers", header, row, "Origin | A build | A start")).facts;

    expect(fact).toMatchObject({ rule: "F9", family: "table", term: "Lifetime", line: 5 });
    expect(fact?.cards.map(({ facet, prompt, answer }) => [facet, prompt, answer])).toEqual([
      [
        "cell:lifetime/programs",
        "Programs vs. Containers — Lifetime: what about programs?",
        "Stay on the disk until somebody removes one",
      ],
      [
        "cell:lifetime/containers",
        "Programs vs. Containers — Lifetime: what about containers?",
        "End together with their main process",
      ],
    ]);
  });

  it("a row, when its cells have little to say, is asked as one", () => {
    expect(
      compared(table("Programs vs. containers", header, "Files | read-only | writable", "Origin | A build | A start"))[0],
    ).toBe("Programs vs. Containers — Files: how do they differ? → Programs: read-only; Containers: writable");
  });

  it.each([
    ["grades both", "Speed | Fast | Slow"],
    ["ticks both", "Shared | Yes | No"],
    ["only gives examples", "Examples | `sh` and `ls` | a web server"],
    ["grades one", "Size | Large | Only what it has written itself"],
    ["says the same of both", "Layers | a stack of layers | A stack of layers"],
    ["says nothing of one", "Network | – | An address of its own"],
    ["points from one to the other", "Network | An address of its own | same as programs"],
  ])("a row, when it %s, makes no card of any rule", (_, row) => {
    expect(asked(table("Programs vs. containers", header, row, "Files | read-only | writable"))).toHaveLength(1);
  });

  it.each([
    ["the corner is empty", "Programs vs. containers", " | Programs | Containers"],
    [
      "its first header names no aspects, but the heading both sides",
      "Programs vs. containers",
      "Question | Programs | Containers",
    ],
    ["the heading only says that it compares", "Comparison", header],
    ["a header has a remark in parentheses", "Key differences", "Aspect | Programs (`a.out`) | Containers"],
  ])("a table, when %s, compares", (_, heading, columns) => {
    expect(compared(table(heading, columns, "Files | read-only | writable", "Origin | A build | A start"))[0]).toBe(
      "Programs vs. Containers — Files: how do they differ? → Programs: read-only; Containers: writable",
    );
  });

  it.each([
    ["nothing says that it compares", "Storage", header],
    ["its columns are properties", "Comparison of stores", "Feature | Purpose | Example"],
    ["it has four columns", "Programs vs. containers", `${header} | Volumes`],
  ])("a table, when %s, does not compare", (_, heading, columns) => {
    const more = columns.split("|").length > 3 ? " | more" : "";

    expect(compared(table(heading, columns, `Files | read-only${more} | writable`, `Origin | A build${more} | A start`))).toEqual(
      [],
    );
  });
});
