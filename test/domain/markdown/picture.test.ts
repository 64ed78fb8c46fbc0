import { describe, expect, it } from "@jest/globals";
import { asked, cardsOf, readDeck, readNote } from "../../support/generate.js";
import { withoutMissingPictures } from "../../../server/domain/markdown/missing-pictures.js";
import { renderInline } from "../../../server/domain/markdown/render/render.js";

const forwards = (note: string): string[] =>
  cardsOf([readNote(note)]).flatMap(({ fact, card }) => (fact.rule === "F16" && card.gate === null ? [card.answer] : []));

describe("F16, what a picture shows", () => {
  it("a picture, when its alternative text describes it, is shown without that text and asked for it", () => {
    const cards = cardsOf([readNote("# Tea\n\n![Leaves drying on a bamboo tray](img/tray.jpg)\n")]);

    expect(cards.map(({ card }) => [card.facet, card.kind, card.prompt, card.answer])).toEqual([
      ["forward", "basic", "What does this show?![](img/tray.jpg)", "Leaves drying on a bamboo tray"],
    ]);
    expect(cards[0]?.fact).toMatchObject({ rule: "F16", family: "pair", body: "Leaves drying on a bamboo tray", line: 3 });
    expect(renderInline(cards[0]?.card.prompt ?? "")).toBe('What does this show?<img src="img/tray.jpg" alt="" />');
  });

  it.each([
    ["its title", '![](tray.jpg "Leaves drying on a bamboo tray")'],
    ["a line in italics below it", "![Tray](tray.jpg)\n*Leaves drying on a bamboo tray*"],
    ["a paragraph in italics after it", "![tray.jpg](tray.jpg)\n\n_Figure 2: Leaves drying on a bamboo tray_"],
    ["a numbered caption", "![Fig. 2 – leaves drying on a bamboo tray](tray.jpg)"],
  ])("a picture, when %s describes it, is asked for that", (_, picture) => {
    expect(forwards(`# Tea\n\n${picture}\n`)).toEqual(["Leaves drying on a bamboo tray"]);
  });

  it("a note, when it is in another language, gets no English words", () => {
    expect(asked("---\nlang: de\n---\n# Tee\n\n## Ernte\n\n![Blätter trocknen auf einem Brett aus Bambus](brett.jpg)\n")).toEqual(
      ["Ernte —![](brett.jpg) → Blätter trocknen auf einem Brett aus Bambus"],
    );
  });

  it("pictures, when the same words ask about several, are all asked", () => {
    const note = "# Tea\n\n![Leaves drying on a tray](a.png)\n\n![Pickers walking up a steep hill](b.png)\n";

    expect(cardsOf(readDeck({ "a.md": note })).map(({ card }) => card.gate)).toEqual([null, null]);
  });

  it("a picture, when its file is not there, makes no card, and the others do", () => {
    const note = readNote(
      "# Tea\n\n![Leaves drying on a tray](a.png)\n\n![Pickers walking up a steep hill](b.png)\n",
      "tea/a.md",
    );

    expect(withoutMissingPictures(note, new Set(["tea/b.png"])).facts.map(({ line }) => line)).toEqual([5]);
    expect(withoutMissingPictures(note, new Set(["tea/a.png", "tea/b.png"]))).toBe(note);
  });

  it.each([
    ["says little", "![Bamboo tray](tray.jpg)"],
    ["says nothing", "![](tray.jpg)"],
    ["says no more than the heading", "![Diagram of drying the leaves](tray.jpg)"],
    ["is the name of a file", "![tray of bamboo.jpg](tray.jpg)"],
    ["names a logo", "![Logo of the tea house on the hill](tray.jpg)"],
    ["names a screenshot", "![Screenshot of the page where bamboo is ordered](tray.jpg)"],
  ])("a picture, when its text %s, makes no card", (_, picture) => {
    expect(forwards(`# Drying leaves\n\n${picture}\n`)).toEqual([]);
  });

  it.each([
    ["is on another host", "![Leaves drying on a bamboo tray](https://x.org/tray.jpg)"],
    ["is on another host without a scheme", "![Leaves drying on a bamboo tray](//x.org/tray.jpg)"],
    ["is not beside the note", "![Leaves drying on a bamboo tray](/tray.jpg)"],
    ["is inside its address", "![Leaves drying on a bamboo tray](data:image/png;base64,AAAA)"],
    ["is a badge by its name", "![Leaves drying on a bamboo tray](badges/tray.svg)"],
    ["is a link", "[![Leaves drying on a bamboo tray](tray.jpg)](https://x.org)"],
    ["stands in a sentence", "Look at this: ![Leaves drying on a bamboo tray](tray.jpg)"],
  ])("a picture, when it %s, makes no card", (_, picture) => {
    expect(forwards(`# Tea\n\n${picture}\n`)).toEqual([]);
  });
});
