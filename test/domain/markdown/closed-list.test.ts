import { describe, expect, it } from "@jest/globals";
import { readNote } from "../../support/generate.js";

const bullets = (...items: readonly string[]): string => `${items.map((item) => `- ${item}`).join("\n")}\n`;
const gaps = (text: string): string[] =>
  readNote(text)
    .facts.filter(({ rule }) => rule === "F4")
    .flatMap(({ cards }) => cards.map(({ prompt, answer }) => `${prompt} → ${answer}`));

describe("F4, a list that is complete", () => {
  it("a list, when its heading counts its items, is asked for with one of them left out each", () => {
    expect(
      gaps(
        `## The three parts of Docker\n\n${bullets("**Client**: sends requests.", "**Daemon**: does the work.", "**Registry**: stores images.")}`,
      ),
    ).toEqual([
      "The three parts of Docker: ____, Daemon, Registry. → Client",
      "The three parts of Docker: Client, ____, Registry. → Daemon",
      "The three parts of Docker: Client, Daemon, ____. → Registry",
    ]);
  });

  it.each([
    ["the line above counts them", `## Docker\n\nDocker has three parts:\n\n${bullets("Client", "Daemon", "Registry")}`],
    ["the line above says what it consists of", `## Docker\n\nDocker consists of:\n\n${bullets("Client", "Daemon", "Registry")}`],
    ["the heading names its parts", `## Parts of Docker\n\n${bullets("Client", "Daemon", "Registry")}`],
  ])("a list, when %s, is complete", (_, text) => {
    expect(gaps(text)).toHaveLength(3);
  });

  it.each([
    ["it is a choice of some", `## Some parts of Docker\n\n${bullets("Client", "Daemon", "Registry")}`],
    [
      "it only includes them",
      `## Docker\n\nDocker has many parts, including these three:\n\n${bullets("Client", "Daemon", "Registry")}`,
    ],
    ["the number is another", `## The four words of Docker\n\n${bullets("Client", "Daemon", "Registry")}`],
    ["nothing says that it is complete", `## Docker\n\n${bullets("Client", "Daemon", "Registry")}`],
    ["it is longer than five", `## Parts of a ship\n\n${bullets("Keel", "Hull", "Mast", "Deck", "Helm", "Bow")}`],
    ["an item is a sentence", `## Parts of Docker\n\n${bullets("Client", "Daemon", "There is also a registry.")}`],
    ["an item stands twice", `## Parts of Docker\n\n${bullets("Client", "Daemon", "client")}`],
  ])("a list, when %s, is not asked for as a whole", (_, text) => {
    expect(gaps(text)).toEqual([]);
  });
});
