import { describe, expect, it } from "@jest/globals";
import { asked, cardsOf, readNote } from "../../support/generate.js";

describe("F6, what a flag does", () => {
  it("a flag, when its list stands under its command, is asked both ways", () => {
    const cards = cardsOf([readNote("## Flags of `docker run`\n\n- `-d`: starts the container in the background.\n")]);

    expect(cards.map(({ card }) => [card.facet, card.kind, card.prompt, card.answer])).toEqual([
      ["forward", "basic", "In `docker run`, what does `-d` do?", "Starts the container in the background."],
      ["reverse", "typed", "Which flag of `docker run` starts the container in the background?", "`-d`"],
    ]);
    expect(cards[0]?.fact).toMatchObject({
      rule: "F6",
      term: "`docker run -d`",
      body: "starts the container in the background.",
      line: 3,
    });
  });

  it("a flag, when it has two names, may be typed by either", () => {
    const [forward, reverse] = cardsOf([readNote("## `docker run`\n\n- `-d`, `--detach`: starts it in the background.\n")]);

    expect(forward?.card.prompt).toBe("In `docker run`, what does `-d` (`--detach`) do?");
    expect(reverse?.card).toMatchObject({ answer: "`-d`", alternatives: ["--detach"] });
  });

  it.each([
    ["- `-f`: location of the recipe.", "In `docker build`, what is `-f` for?"],
    ["- `-f` — points at another recipe.", "In `docker build`, what does `-f` do?"],
    ["- **`-f`**: points at another recipe.", "In `docker build`, what does `-f` do?"],
    ["- `-t NAME:TAG`: names the new image.", "In `docker build`, what does `-t NAME:TAG` do?"],
    ["| Flag | Meaning |\n|---|---|\n| `--pull` | asks for a newer base image |", "In `docker build`, what does `--pull` do?"],
    ["- `--read-only`: forbids writing to it.", "In `docker build`, what does `--read-only` do?"],
    ["- `-m`: limits on memory.", "In `docker build`, what is `-m` for?"],
    ["-f: points at another recipe", "In `docker build`, what does `-f` do?"],
    ["--pull asks for a newer base image", "In `docker build`, what does `--pull` do?"],
    ["-f -points at another recipe", "In `docker build`, what does `-f` do?"],
  ])("a flag, when it is written '%s', is asked '%s'", (line, question) => {
    expect(cardsOf([readNote(`## Arguments\n\nThese belong to \`docker build\`.\n\n${line}\n`)])[0]?.card.prompt).toBe(question);
  });

  it("a line, when it goes on with a small letter, belongs to the flag above it", () => {
    expect(asked("docker run has flags\n--rm removes the container\nand its anonymous volumes\n")[0]).toBe(
      "In `docker run`, what does `--rm` do? → Removes the container and its anonymous volumes",
    );
  });

  it("a flag, when the nearest paragraph names another command than the heading, belongs to the nearest", () => {
    expect(asked("## `docker run`\n\nWith `docker build` you can say:\n\n- `--pull`: asks for a newer base image.\n")[0]).toMatch(
      /^In `docker build`/,
    );
  });

  it.each([
    ["no command is named above", "## Flags\n\n- `-d`: starts it in the background.\n"],
    ["two commands are named above", "## Flags of `docker run` and `docker create`\n\n- `-d`: starts it in the background.\n"],
    ["a word only begins with a hyphen", "docker build takes\n-positional argument: the folder\n"],
  ])("a line, when %s, makes no card", (_, note) => {
    expect(asked(note)).toEqual([]);
  });

  it("a flag, when its value decides what it does, is not asked for by its name", () => {
    expect(
      cardsOf([readNote("## Forms of `-p` in `docker run`\n\n- `-p 5353:53/udp`: forwards UDP traffic.\n")]).map(
        ({ card }) => card.facet,
      ),
    ).toEqual(["forward"]);
  });

  it("a flag, when its meaning is long, is not asked for by it", () => {
    const long = "starts the container in the background and prints the whole of its identifier";

    expect(cardsOf([readNote(`## \`docker run\`\n\n- \`-d\`: ${long}.\n`)]).map(({ card }) => card.facet)).toEqual(["forward"]);
  });
});
