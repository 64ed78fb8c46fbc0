import { describe, expect, it } from "@jest/globals";
import { asked, cardsOf, readNote } from "../../support/generate.js";

describe("F5, what a command does", () => {
  it("a section, when its heading is a command, is one fact with a card for use, command and example", () => {
    const note =
      "## `docker ps`\n\n- **Usage**: lists the running containers.\n- **Example**: `docker ps -a`: lists stopped ones as well.\n";
    const cards = cardsOf([readNote(note)]);

    expect(cards.map(({ card }) => [card.facet, card.kind, card.prompt, card.answer])).toEqual([
      ["forward", "basic", "What does `docker ps` do?", "Lists the running containers."],
      ["reverse", "typed", "Which command lists the running containers?", "`docker ps`"],
      ["example:docker ps -a", "basic", "What does `docker ps -a` do?", "Lists stopped ones as well."],
    ]);
    expect(cards[0]?.fact).toMatchObject({ rule: "F5", term: "`docker ps`", line: 3 });
    expect(new Set(cards.map(({ fact }) => fact)).size).toBe(1);
  });

  it.each(["## `git stash`", "## 2. `git stash`", "## **`git stash`**", "## git stash", "## The `git stash` command"])(
    "a heading, when it is written '%s', names the command",
    (heading) => {
      expect(asked(`${heading}\n\n- **Usage**: puts changes aside for later.\n`)[0]).toBe(
        "What does `git stash` do? → Puts changes aside for later.",
      );
    },
  );

  it.each(["In `ssh`, what is `-L` for?", "Why `ssh` is slow"])(
    "a heading, when it asks '%s', is not taken for a command",
    (heading) => {
      expect(asked(`## ${heading}\n\nIt forwards a port of this machine.\n`)).not.toContainEqual(
        expect.stringContaining("`ssh` do?"),
      );
    },
  );

  it.each([
    ["It puts changes aside for later.", "Puts changes aside for later."],
    ["This command puts changes aside for later.", "Puts changes aside for later."],
    ["The given command puts changes aside for later.", "Puts changes aside for later."],
    ["`git stash` puts changes aside for later.", "Puts changes aside for later."],
    ["A command to put changes aside for later.", "Put changes aside for later."],
    ["This is used for putting changes aside for later.", "Put changes aside for later."],
    ["The command is used to put changes aside.", "Put changes aside."],
    ["This will put changes aside and clean the folder.", "Put changes aside and clean the folder."],
    ["In this case, it puts changes aside for later.", "Puts changes aside for later."],
  ])("a usage, when it says '%s', answers '%s'", (usage, answer) => {
    expect(asked(`## \`git stash\`\n\n- **Usage**: ${usage}\n`)[0]).toBe(`What does \`git stash\` do? → ${answer}`);
  });

  it("a command, when it can be written with a space or a hyphen, may be typed either way", () => {
    const [, reverse] = cardsOf([readNote("## `docker compose up`\n\n- **Usage**: starts every service of a file.\n")]);

    expect(reverse?.card).toMatchObject({ answer: "`docker compose up`", alternatives: ["docker-compose up"] });
    const [, other] = cardsOf([readNote("## `apt-get install`\n\n- **Usage**: adds a package to the system.\n")]);
    expect(other?.card.alternatives).toEqual([]);
  });

  it("a paragraph, when it says what the command of its heading does, is a usage", () => {
    expect(asked("## `docker logs`\n\nPrints what the main process has written. Follow it with `-f`.\n")[0]).toBe(
      "What does `docker logs` do? → Prints what the main process has written.",
    );
  });

  it("a paragraph, when it speaks of something else, is no usage", () => {
    expect(asked("## `docker logs`\n\nMost programs write to standard output without being asked.\n")).toEqual([]);
  });

  it("an example, when it is given twice, is asked once", () => {
    const example = "- **Example**: `docker ps -a`: lists stopped containers too.\n";

    expect(cardsOf([readNote(`## \`docker ps\`\n\n${example}${example}`)])).toHaveLength(1);
  });

  it("an example, when it repeats the command, is not asked twice", () => {
    const cards = cardsOf([
      readNote("## `docker ps`\n\n- **Usage**: lists running containers.\n- **Example**: `docker ps`: shows a table of them.\n"),
    ]);

    expect(cards.map(({ card }) => card.facet)).toEqual(["forward", "reverse"]);
  });

  it.each([
    ["list items", "- `docker pull`: downloads an image from a registry.\n- `docker push`: uploads a local image.\n"],
    ["table rows", "| Command | Meaning |\n|---|---|\n| `docker pull` | downloads an image from a registry. |\n"],
  ])("commands, when they stand in %s, are asked each", (_, block) => {
    expect(asked(`## Moving images\n\n${block}`).slice(0, 2)).toEqual([
      "What does `docker pull` do? → Downloads an image from a registry.",
      "Which command downloads an image from a registry? → `docker pull`",
    ]);
  });

  it("a program, when only the note knows it, is one that its front matter names", () => {
    const note = "## Tools\n\n- `mytool`: counts the words of every note.\n- `echo`: prints its arguments again.\n";

    expect(asked(`---\ncommands: [mytool]\n---\n${note}`)).toContain("Which command counts the words of every note? → `mytool`");
  });

  it.each([
    ["replays commits onto another base.", "What does `git rebase` do?"],
    ["zaps whatever is in the way.", "What does `git rebase` do?"],
    ["variables inside the environment of a shell.", "What is `git rebase` for?"],
    ["A base for other commits.", "What is `git rebase` for?"],
  ])("a meaning, when it says '%s', is asked for as '%s'", (meaning, question) => {
    expect(cardsOf([readNote(`## Commands\n\n- \`git rebase\`: ${meaning}\n`)])[0]?.card.prompt).toBe(question);
  });
});
