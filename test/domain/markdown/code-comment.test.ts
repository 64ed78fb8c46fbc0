import { describe, expect, it } from "@jest/globals";
import { asked, cardsOf, readNote } from "../../support/generate.js";

/** A note with one fence under a heading. */
const fence = (language: string, ...lines: string[]): string => `## Shop\n\n\`\`\`${language}\n${lines.join("\n")}\n\`\`\`\n`;

describe("F7, comments in code", () => {
  it("a comment, when it stands directly above an instruction, is what the instruction does, and asks for its keyword", () => {
    const cards = cardsOf([
      readNote(
        fence("dockerfile", "# Directory for all that follows", "WORKDIR /srv", "", "# Fetch the libraries", "RUN npm ci"),
      ),
    ]);

    expect(cards.map(({ card }) => [card.facet, card.kind, card.prompt, card.answer])).toEqual([
      ["forward", "basic", "In a Dockerfile, what is `WORKDIR /srv` for?", "Directory for all that follows"],
      ["cloze:workdir", "cloze", "Dockerfile: `____ /srv` — Directory for all that follows", "`WORKDIR`"],
      ["forward", "basic", "In a Dockerfile, what does `RUN npm ci` do?", "Fetch the libraries"],
      ["cloze:run", "cloze", "Dockerfile: `____ npm ci` — Fetch the libraries", "`RUN`"],
    ]);
    expect(cards[0]?.fact).toMatchObject({ rule: "F7", family: "pair", term: "`WORKDIR /srv`", line: 4 });
    expect(cards[0]?.fact.body).toBe("Directory for all that follows");
  });

  it.each([
    ["sh", "What does `git clean -nd` do?", ["# List what would be deleted", "git clean -nd"]],
    ["console", "What does `git clean -nd` do?", ["# List what would be deleted", "$ git clean -nd", "Would remove a/"]],
    [
      "sql",
      "In SQL, what does `SELECT DISTINCT city FROM tea;` do?",
      ["-- Name every town once", "SELECT DISTINCT city", "FROM tea;"],
    ],
    ["nginx", "In an nginx configuration, what does `gzip on;` do?", ["# Compress every answer", "gzip on;"]],
    ["python", "In Python, what does `teas.pop()` do?", ["# Remove the last element", "teas.pop()"]],
    ["css", "In CSS, what does `display: none;` do?", ["/* Hide the whole page at once */", "display: none;"]],
    ["toml", "Shop: what is `port = 80` for?", ["# Door that every browser expects", "port = 80"]],
    ["yaml", "Shop: what is `replicas: 3` for?", ["# Size of the whole fleet", "replicas: 3"]],
  ])("a fence of %s, when it is asked about, is asked '%s'", (language, question, lines) => {
    expect(cardsOf([readNote(fence(language, ...lines))])[0]?.card.prompt).toBe(question);
  });

  it("a Compose file, when it is told by its services, is asked about its keys, a list of one item in one line", () => {
    const lines = [
      "services:",
      "  web:",
      "    build: .",
      "    # Open the shop to the host",
      "    ports:",
      '      - "80:3000"',
      "    # Wait for the database",
      "    depends_on: [db]",
    ];

    expect(asked(fence("yaml", ...lines))).toEqual([
      'In a Compose file, what does `ports: ["80:3000"]` do? → Open the shop to the host',
      "In a Compose file, what does `depends_on: [db]` do? → Wait for the database",
      "Compose: `____: [db]` — Wait for the database → `depends_on`",
    ]);
  });

  it("an instruction, when it goes on after a backslash, is one line; a comment, when it is wrapped, is one sentence", () => {
    const lines = [
      "# Start the shop in the background,",
      "# with a name of its own",
      "docker run -d \\",
      "  --name web acme/web",
    ];

    expect(asked(fence("bash", ...lines))).toEqual([
      "What does `docker run -d --name web acme/web` do? → Start the shop in the background, with a name of its own",
    ]);
  });

  it("a fence, when it stands in a list item, is read", () => {
    expect(asked("# Steps\n\n1. Build.\n\n   ```sh\n   # Throw away unused layers\n   docker builder prune\n   ```\n")).toEqual([
      "What does `docker builder prune` do? → Throw away unused layers",
    ]);
  });

  it("a note, when it is in another language, gets no English words", () => {
    const note = `---\nlang: de\n---\n${fence("dockerfile", "# Verzeichnis für alle folgenden Schritte", "WORKDIR /srv")}`;

    expect(asked(note)).toEqual([
      "Dockerfile — `WORKDIR /srv` → Verzeichnis für alle folgenden Schritte",
      "Dockerfile: `____ /srv` — Verzeichnis für alle folgenden Schritte → `WORKDIR`",
    ]);
  });

  it.each([
    ["only repeats the instruction", ["# Run npm ci", "RUN npm ci"]],
    ["is a title", ["# Build stage", "FROM node:26"]],
    ["is a banner", ["# ---- Fetch all the libraries ----", "RUN npm ci"]],
    ["stands above two instructions", ["# Fetch the libraries", "COPY package.json .", "RUN npm ci"]],
    ["is followed by an instruction of its own", ["# Fetch the libraries", "WORKDIR /srv", "", "RUN npm ci"]],
    ["is parted from the instruction", ["# Fetch the libraries", "", "RUN npm ci"]],
    ["may be a title and a comment", ["# Second stage", "# Fetch the libraries", "RUN npm ci"]],
    ["is an instruction that was switched off", ["# RUN apt-get install some editor", "RUN npm ci"]],
    ["says what comes out", ["# Prints the numbers of all teas", "RUN npm ci"]],
    ["leans on what is above", ["# Fetch the libraries again", "RUN npm ci"]],
    ["asks", ["# Why fetch the libraries twice?", "RUN npm ci"]],
    ["gives advice", ["# Don't fetch libraries by hand", "RUN npm ci"]],
    ["is a sentence about something else", ["# The libraries will be there then", "RUN npm ci"]],
    ["is not in front of a whole instruction", ["# Fetch the libraries", "RUN <<EOF", "npm ci", "EOF"]],
  ])("a comment, when it %s, makes no card", (_, lines) => {
    expect(asked(fence("dockerfile", ...lines))).toEqual([]);
  });

  it.each([
    ["another could stand there", ["# Bring in the recipes of the kitchen", "COPY recipes/ /srv/"]],
    ["the comment says it", ["# Expose the window of the shop", "EXPOSE 80"]],
  ])("a keyword, when %s, is not asked for", (_, lines) => {
    expect(cardsOf([readNote(fence("dockerfile", ...lines))]).map(({ card }) => [card.kind, card.gate])).toEqual([
      ["basic", null],
    ]);
  });

  it.each([
    ["follows an instruction, whose output it may be", ["teas = 3", "# Remove the last element", "teas.pop()"]],
    ["is part of something larger", ["def shop():", "    # Remove the last element", "    teas.pop()"]],
    ["is one of several steps", ["# Remove the last element", "teas.pop()", "# Add another one at the end", "teas.append(tea)"]],
    ["begins with no verb", ["# Last element of the list", "teas.pop()"]],
    ["stands above what only shows something", ["# Remove the last element", "print(teas)"]],
  ])("a comment, when it is in a program and %s, makes no card", (_, lines) => {
    expect(asked(fence("python", ...lines))).toEqual([]);
  });

  it.each([
    ["does not parse", ["services:", "  web:", "      # Wait for the database", "    restart: always"]],
    ["has tabs", ["services:", "\tweb:", "\t\t# Wait for the database", "\t\trestart: always"]],
    ["has a value that does not end", ["services:", "  web:", "    # Wait for the database", '    restart: "always']],
    ["has keys with capitals", ["services:", "  web:", "    Ports: [80]", "    # Wait for the database", "    restart: always"]],
    ["names a service in it", ["services:", "  # Keeps all orders of the shop", "  db: {}"]],
    [
      "gives two keys one comment",
      ["services:", "  web:", "    # Wait for the database", "    restart: always", "    init: true"],
    ],
    [
      "has a list of several items",
      ["services:", "  web:", "    # Wait for the others", "    depends_on:", "      - db", "      - log"],
    ],
  ])("a Compose file, when it %s, makes no card", (_, lines) => {
    expect(asked(fence("yaml", ...lines))).toEqual([]);
  });

  it.each(["", "text", "nonsense"])("a fence, when nothing tells the language of '%s', makes no card", (language) => {
    expect(asked(fence(language, "# Fetch the libraries", "RUN npm ci"))).toEqual([]);
  });

  it.each([
    ["a command goes on with its output", ["# Fetch the libraries", "npm ci", "added 3 packages"]],
    ["the comment is a command of root", ["# apt-get install some editor", "Reading package lists"]],
    ["the line only changes the folder", ["# Begin with the shop itself", "cd shop"]],
    ["the line is a sentence", ["# Publish what was built", "Once it is published all is done"]],
    ["the line sets a variable", ["# Number of the best tea", "TEA=3"]],
  ])("a fence of a shell, when %s, makes no card", (_, lines) => {
    expect(asked(fence("bash", ...lines))).toEqual([]);
  });
});
