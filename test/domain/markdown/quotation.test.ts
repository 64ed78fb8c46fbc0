import { describe, expect, it } from "@jest/globals";
import { asked, cardsOf, readNote } from "../../support/generate.js";

const saying = "A good cup begins with soft water.";

describe("F17, who said it", () => {
  it("a quotation, when a line after a dash says who said it, asks for the name", () => {
    const cards = cardsOf([readNote(`# Tea\n\n> ${saying}\n> — Okakura Kakuzō\n`)]);

    expect(cards.map(({ card }) => [card.facet, card.kind, card.prompt, card.answer])).toEqual([
      ["cloze:okakura kakuzō", "cloze", `“${saying}” — ____`, "Okakura Kakuzō"],
    ]);
    expect(cards[0]?.fact).toMatchObject({ rule: "F17", family: "cloze", term: "Okakura Kakuzō", body: saying, line: 3 });
  });

  it.each([
    ["a paragraph of its own", `> ${saying}\n>\n> — Lu Yu`],
    ["a list item", `> ${saying}\n> - Lu Yu`],
    ["two hyphens", `> ${saying}\n> -- Lu Yu`],
    ["the same line", `> ${saying} — Lu Yu`],
    ["bold", `> ${saying}\n> — **Lu Yu**`],
    ["italics with its dash", `> ${saying}\n> _-- Lu Yu, the Classic of Tea, p. 4_`],
    ["a link to the person", `> ${saying}\n> — [Lu Yu](https://x.org)`],
    ["a work and a year after it", `> ${saying}\n> — Lu Yu, *The Classic of Tea* (760)`],
  ])("a name, when it stands in %s, is found", (_, quote) => {
    expect(asked(`# Tea\n\n${quote}\n`)).toEqual([`“${saying}” — ____ → Lu Yu`]);
  });

  it("a quotation, when it has quotation marks of its own, gets no others", () => {
    expect(asked(`# Tea\n\n> "${saying}"\n> — Lu Yu\n`)[0]).toMatch(/^"A good cup .* water\." — /);
  });

  it("a quotation, when it is in another language, is asked in the same way", () => {
    expect(asked("---\nlang: de\n---\n# Tee\n\n> Weiches Wasser macht den besten Tee von allen.\n> — Lu Yu\n")).toHaveLength(1);
  });

  it.each([
    ["nobody is named", `> ${saying}`],
    ["a source is named", `> ${saying}\n> — Source: The Tea Book`],
    ["a link to a source is named", `> ${saying}\n> — [Teatime](https://x.org)`],
    ["only a work is named", `> ${saying}\n> — *Cha Jing*`],
    ["a publication is named", `> ${saying}\n> — Tea Handbook`],
    ["somebody unknown is named", `> ${saying}\n> — Anonymous`],
    ["a sentence follows the dash", `> ${saying}\n> — which is what everybody says`],
    ["it is hardly a sentence", "> Soft water.\n> — Lu Yu"],
    ["it names who said it", `> Lu Yutang said that ${saying}\n> — Lu Yutang`],
    ["it has several paragraphs", `> ${saying}\n>\n> And good leaves.\n>\n> — Lu Yu`],
    ["a list of several items follows", `> ${saying}\n> - Lu Yu\n> - Sen Rikyu`],
    ["it is longer than a question may be", `> ${"So much is said about water. ".repeat(9)}\n> — Lu Yu`],
  ])("a quotation, when %s, makes no card", (_, quote) => {
    expect(asked(`# Tea\n\n${quote}\n`)).toEqual([]);
  });
});
