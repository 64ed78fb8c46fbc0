import { describe, expect, it } from "@jest/globals";
import { asked, problems, readNote } from "../../support/generate.js";

describe("traps of real notes", () => {
  it("a list, when it is indented by four columns, is read as a list with its own lines", () => {
    const facts = readNote(
      [
        "# Storage",
        "",
        "    - **Volume**: a store that outlives its container.",
        "    - **Bind mount**: a path of the host.",
      ].join("\n"),
    ).facts;

    expect(facts.map(({ term, line }) => [term, line])).toEqual([
      ["Volume", 3],
      ["Bind mount", 4],
    ]);
  });

  it("a table of contents, when all its items are links in the note, makes no card", () => {
    expect(asked("# Guide\n\n- [**Images**: what they are](#images)\n- [**Layers**: what they do](#layers)\n")).toEqual([]);
  });

  it("navigation, when a heading asks and the blurb only invites, makes no card", () => {
    expect(asked("## What is a container?\n\nLearn how to run your first container today.\n")).toEqual([]);
  });

  it("shortcodes of a site generator, when they stand below a question, make no card", () => {
    expect(asked('## What is a container?\n\n{{< grid items="the-basics" >}}\n')).toEqual([]);
  });

  it("a numbered item that is only code, when it stands for a heading, owns the list below it", () => {
    const note = [
      "## 2. `docker ps`",
      "- **Usage**: It shows the running containers.",
      "",
      "3. `docker images`",
      "- **Usage**: The command lists local images.",
    ];

    expect(asked(note.join("\n"))).toEqual(
      expect.arrayContaining([
        "What does `docker ps` do? → Shows the running containers.",
        "What does `docker images` do? → Lists local images.",
      ]),
    );
  });

  it.each([" - ", " – ", " — ", " --- ", " ", ": "])(
    "an example, when '%s' stands between code and meaning, is split where the code ends",
    (gap) => {
      const note = `## \`docker run\`\n- **Usage**: Starts a container.\n- **Example**: \`docker run -d -p 80:80 web\`${gap}It starts a web server in the background.\n`;

      expect(asked(note)).toContain("What does `docker run -d -p 80:80 web` do? → Starts a web server in the background.");
    },
  );

  it("broken emphasis, when a bold label is never closed, makes no card and one warning with its line", () => {
    const note =
      "## `docker network create`\n- **Usage**: Sets up a bridge for containers.\n- **Example`: `docker network create net` makes a bridge called net.\n";

    expect(asked(note)).toEqual([
      "What does `docker network create` do? → Sets up a bridge for containers.",
      "Which command sets up a bridge for containers? → `docker network create`",
    ]);
    expect(problems(note)).toEqual(["3: This line has a ** that opens or closes nothing: no card is made of it."]);
  });

  it("a heading, when a space stands before it and a list above it, still ends the list", () => {
    const facts = readNote(
      "### Why use stages?\n\n1. **Size**: The image gets smaller.\n2. **Safety**: Tools stay out of it.\n ### What is a stage?\n\nA stage is a part of a build with a base of its own.\n",
    ).facts;

    expect(facts.map((fact) => fact.headingPath.at(-1))).toEqual(["Why use stages?", "Why use stages?", "What is a stage?"]);
  });

  it("a list of bare commands, when nothing says what they do, makes no card", () => {
    expect(asked("## Docker commands\n\n- docker container prune\n- docker images prune\n- `docker push`\n")).toEqual([]);
  });

  it("lines of flags, when they are not marked as a list, belong to the command above them", () => {
    const note =
      "docker build has several arguments\n  -positional argument: the folder.\n  -f: location of the recipe to use\n  -t: tag the image with a name people can read\n";

    expect(asked(note)).toEqual([
      "In `docker build`, what is `-f` for? → Location of the recipe to use",
      "In `docker build`, what does `-t` do? → Tag the image with a name people can read",
    ]);
  });

  it("the same label, when it stands in two lists, is asked with the heading of its own list", () => {
    const list = (of: string): string =>
      `- **Isolation**: ${of} do not disturb each other.\n- **Speed**: ${of} start in less than a second.\n`;
    const note = `## Why use containers?\n\n${list("Programs")}\n## Why use networks?\n\n${list("Services")}`;

    expect(asked(note)).toEqual([
      "Why use containers — Isolation: what does it mean? → Programs do not disturb each other.",
      "Why use containers — Speed: what does it mean? → Programs start in less than a second.",
      "Why use networks — Isolation: what does it mean? → Services do not disturb each other.",
      "Why use networks — Speed: what does it mean? → Services start in less than a second.",
    ]);
  });

  it("a word that begins like an article, when it begins an answer, keeps its letters", () => {
    expect(asked("## `docker ps`\n\n- **Usage**: This command shows all the containers.\n")[0]).toBe(
      "What does `docker ps` do? → Shows all the containers.",
    );
  });

  it("code, when it holds card syntax, makes no card", () => {
    expect(
      asked("# Cards\n\n```text\nQ: What is in code?\nA: Nothing that is asked.\n```\n\nUse `Q: x` and `A: y` to write one.\n"),
    ).toEqual([]);
  });

  it("a closing section, when it repeats the note, makes no card", () => {
    expect(asked("# Conclusion\n\nA container is a process that is kept apart from the others.\n")).toEqual([]);
  });
});
