import { describe, expect, it } from "@jest/globals";
import { withLinksFromNote } from "../../server/routes/relative-links.js";

const passage = { rootDeckId: 3, path: "tea/green tea.md" };

describe("a link in a card", () => {
  it.each([
    ["black.md", "/decks/3/notes/tea/black.md"],
    ["../coffee/roasts.md#dark", "/decks/3/notes/coffee/roasts.md#dark"],
    ["#note-brewing", "/decks/3/notes/tea/green%20tea.md#note-brewing"],
    ["leaf.png", "/decks/3/notes/tea/leaf.png"],
    ["../../../../../../settings", "/settings"],
  ])("leads to the same place from any page, when the note wrote %s", (written, address) => {
    expect(withLinksFromNote(`<a href="${written}">x</a>`, passage)).toBe(`<a href="${address}">x</a>`);
    expect(withLinksFromNote(`<img src="${written}" alt="x">`, passage)).toBe(`<img src="${address}" alt="x">`);
  });

  it.each(["https://example.org/a?b=1&amp;c=2", "mailto:a@example.org", "/decks"])("stays as it is, when it is %s", (written) => {
    const html = `<a href="${written}" rel="noopener">x</a>`;

    expect(withLinksFromNote(html, passage)).toBe(html);
  });

  it("stays as it is, when the card has no note", () => {
    expect(withLinksFromNote('<a href="black.md">x</a>', null)).toBe('<a href="black.md">x</a>');
  });
});
