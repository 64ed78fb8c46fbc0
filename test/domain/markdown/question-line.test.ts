import { describe, expect, it } from "@jest/globals";
import { asked } from "../../support/generate.js";

describe("F14, a line that asks", () => {
  it.each([
    ["the paragraph below", "# Layers\n\nWhat does a layer hold?\n\nIt holds the files that one step of a build has changed.\n"],
    ["the next line", "# Layers\n\nWhat does a layer hold?\nIt holds the files that one step of a build has changed.\n"],
    [
      "the next line, when it is bold",
      "# Layers\n\n**What does a layer hold?**\nIt holds the files that one step of a build has changed.\n",
    ],
  ])("a question, when it stands in a line of its own, is answered by %s", (_, text) => {
    expect(asked(text)).toContain(
      "What does a layer hold? → It holds the files that one step of a build has changed.".replace("It holds", "Holds"),
    );
  });

  it("a question, when it names no subject, gets the one above it", () => {
    expect(
      asked("# Caching\n\n## Layers\n\nHow does it work?\n\nA step whose inputs are the same is not run again.\n"),
    ).toContain("Layers: how does it work? → A step whose inputs are the same is not run again.");
  });

  it.each([
    ["is only put to lead on", "# Layers\n\nSounds complicated?\n\nA layer holds the files that a step has changed.\n"],
    ["is two questions", "# Layers\n\nWhat is it? And why?\n\nA layer holds the files that a step has changed.\n"],
    [
      "is long",
      `# Layers\n\nWhat ${"very ".repeat(12)}long thing is a layer?\n\nA layer holds the files that a step has changed.\n`,
    ],
    ["is followed by another", "# Layers\n\nWhat does a layer hold?\n\nWhy is a layer kept at all?\n"],
    ["is answered by an invitation", "# Layers\n\nWhat does a layer hold?\n\nRead more about layers and their files.\n"],
    ["is followed by nothing", "# Layers\n\nWhat does a layer hold?\n"],
  ])("a question, when it %s, makes no card", (_, text) => {
    expect(asked(text)).toEqual([]);
  });
});
