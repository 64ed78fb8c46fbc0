import { describe, expect, it } from "@jest/globals";
import { asked, cardsOf, readNote } from "../../support/generate.js";

const table = (header: string, ...rows: readonly string[]): string =>
  `| ${header} |\n|${" --- |".repeat(header.split("|").length)}\n${rows.map((row) => `| ${row} |`).join("\n")}\n`;
const note = (heading: string, header: string, ...rows: readonly string[]): string =>
  `# Notes\n\n## ${heading}\n\n${table(header, ...rows)}`;
const questions = (text: string): string[] => cardsOf([readNote(text)]).map(({ card }) => card.prompt);

describe("F11, a table of things and what they have", () => {
  it("a row, when its cells say something, is a fact with a card for each cell and one for its key", () => {
    const [fact] = readNote(
      note("Countries", "Country | Capital | Currency", "France | Paris | Euro", "Japan | Tokyo | Yen"),
    ).facts;

    expect(fact).toMatchObject({ rule: "F11", family: "table", term: "France", body: "Capital: Paris; Currency: Euro", line: 7 });
    expect(fact?.cards.map(({ facet, kind, prompt, answer }) => [facet, kind, prompt, answer])).toEqual([
      ["cell:france/capital", "typed", "Countries — France: what is the capital?", "Paris"],
      ["cell:france/currency", "typed", "Countries — France: what is the currency?", "Euro"],
      ["reverse", "typed", "Countries — which country has Paris as its capital?", "France"],
    ]);
  });

  it.each([
    ["Acronym | Stands for", "TCP | Transmission Control Protocol", "What does TCP stand for?"],
    ["Operator | Meaning", "`&&` | and", "What does `&&` mean?"],
    ["Tool | Used for", "`htop` | watching processes", "Things — `htop`: what is it used for?"],
    ["Tool | Purpose", "GnuPG | signs and encrypts files", "What does GnuPG do?"],
    ["Tool | What it does", "GnuPG | signs and encrypts files", "What does GnuPG do?"],
    ["Tool | When to use", "GnuPG | for secrets", "When do you use GnuPG?"],
    ["Organelle | Function", "Golgi apparatus | packing of proteins", "Things — Golgi apparatus: what is the function?"],
    ["Term | Definition", "Frame | the unit of the data link", "What is “Frame”?"],
    ["Key | Description", "`image` | names an image to run", "Things — `image`: what does it do?"],
    ["Metal | Melting point (°C)", "GaIn | 15.7", "What is the melting point of GaIn in °C?"],
    ["Metal | Latin name", "Iron | ferrum", "Things — Iron: what is the Latin name?"],
    ["Approach | Drawbacks", "Rolling update | two versions at once", "Things — Rolling update: what are the drawbacks?"],
    ["Port | Service", "22 | SSH", "What is the service of port 22?"],
    ["Vitamin | Deficiency", "D | rickets", "What is the deficiency of vitamin D?"],
    ["Year | Event", "1789 | The storming of the Bastille", "What happened in 1789?"],
    ["Date | Event", "14 July 1789 | The storming of the Bastille", "Things — 14 July 1789: what happened?"],
    ["Command | Removes", "`docker prune` | what is unused", "What does `docker prune` remove?"],
    ["Mode | What the step gets", "Bind | files of the host", "Things — Bind: what does the step get?"],
    ["Muscle | Action", "Pronator teres | turns the forearm", "Things — Pronator teres: what does it do?"],
    ["Action | Windows | macOS", "Copy | Ctrl+C | Cmd+C", "Things — Copy: Windows?"],
    ["Problem | How to solve it", "Deadlock | Order the locks", "Things — Deadlock: how do you solve it?"],
    ["Algorithm | Best for", "Quicksort | large arrays", "Things — Quicksort: best for?"],
    ["Property | Value", "Discovered | 1669 by Hennig Brand", "Things — Discovered?"],
    ["Question | Answer", "Who found phosphorus? | Hennig Brand", "Who found phosphorus?"],
    [" | Singular | Plural", "Nominative | der Hund | die Hunde", "Things — Nominative: Singular?"],
  ])("a cell, when its table has the columns '%s', is asked in good English", (header, row, question) => {
    const columns = header.split("|").length;
    const filler = `Another one | ${["first", "second"].slice(0, columns - 1).join(" | ")}`;

    expect(questions(note("Things", header, row, filler))[0]).toBe(question);
  });

  it.each([
    ["Term | Definition", "Frame | the unit of the data link", "Things — which one is this? The unit of the data link"],
    ["Operator | Meaning", "`&&` | Logical and", "Things — which operator means “logical and”?"],
    [
      "Acronym | Stands for",
      "TCP | Transmission Control Protocol",
      "Things — which acronym stands for Transmission Control Protocol?",
    ],
    ["Tool | What it does", "GnuPG | encrypts files", "Things — which tool does this? Encrypts files"],
    ["Port | Service", "22 | SSH", "Things — which port has SSH as its service?"],
    ["Service | Port", "SSH | 22", "Things — which service has 22 as its port?"],
    ["Year | Event", "1789 | Storming of the Bastille", "Things — in which year was this? Storming of the Bastille"],
    ["German | English", "Hund | dog", "Things — dog (English): German?"],
  ])("a key, when its table has the columns '%s', is asked for by a cell", (header, row, question) => {
    expect(questions(note("Things", header, row, "Another | something else"))).toContain(question);
  });

  it.each([
    ["another row says the same", "Tool | Purpose", ["Ant | builds of Java programs", "Maven | builds of Java programs"]],
    ["another row says the same and more", "Tool | Purpose", ["ls1 | list of files", "ls2 | list of hidden files"]],
    ["the cell holds a part of the key", "Tool | Purpose", ["Docker Hub | storage on the hub", "Maven | builds with Maven"]],
    ["the value is a measure", "Metal | Mass (kg)", ["Iron | 55.8", "Gold | 197"]],
    ["the key has a remark", "Term | Stands for", ["SA (security) | Security Association", "TTL (routing) | Time to live"]],
    [
      "the rows are aspects",
      "Aspect | Linear | Binary | Jump",
      ["Idea | looks at all | halves | jumps", "Need | none at all | order | both"],
    ],
  ])("a key, when %s, is not asked for", (_, header, rows) => {
    expect(cardsOf([readNote(note("Things", header, ...rows))]).filter(({ card }) => card.facet === "reverse")).toEqual([]);
  });

  it("a short cell, when it is asked, is typed; a long one is remembered, down to its first sentence", () => {
    const long = "Sends segments in order. It repeats what is lost on the way.";
    const cards = cardsOf([
      readNote(note("Things", "Protocol | Layer | Purpose", `TCP | transport | ${long}`, "IP | internet | Finds ways.")),
    ]);

    expect(cards.slice(0, 2).map(({ card }) => [card.kind, card.answer, card.extra])).toEqual([
      ["basic", "Sends segments in order. It repeats what is lost on the way.", null],
      ["typed", "transport", null],
    ]);
  });

  it("a table, when its first column numbers the rows, is read by its second", () => {
    expect(questions(note("Countries", "# | Country | Capital", "1 | France | Paris", "2 | Japan | Tokyo"))[0]).toBe(
      "Countries — France: what is the capital?",
    );
  });

  it("a table, when its first column sorts the rows, is read by its second, and asks for the sort last", () => {
    const rows = [
      "Pancreas | Insulin | Lowers blood glucose",
      "Pancreas | Glucagon | Raises blood glucose",
      "Thyroid | Calcitonin | Lowers blood calcium",
    ];

    expect(questions(note("Glands", "Gland | Hormone | Main effect", ...rows)).slice(0, 2)).toEqual([
      "Glands — Insulin: what is the main effect?",
      "Glands — Insulin: what is the gland?",
    ]);
  });

  it.each([
    ["keys come twice", "Country | Capital", ["France | Paris", "France | Lyon"]],
    ["a key is missing", "Fruit | Kind", ["Apple | Pippin", " | Codling"]],
    ["it has one row", "Country | Capital", ["France | Paris"]],
    ["all cells tick", "Feature | Free | Pro", ["Export | ✓ | ✓", "Import | ✗ | ✓", "Share | No | Yes"]],
    ["all cells grade", "Method | Speed", ["One | Fast", "Two | Very slow", "Three | Medium"]],
    ["its numbers have no unit", "Model | Result", ["One | 0.85", "Two | 0.91"]],
    ["its values sort the rows in two", "Animal | Class", ["Cat | Mammal", "Dog | Mammal", "Crow | Bird", "Owl | Bird"]],
    ["its values are types", "Field | Type", ["`a` | string", "`b` | number", "`c` | string[]"]],
    ["its cells are links", "Chapter | Title", ["One | [Start](1.md)", "Two | [End](2.md)"]],
    ["its cells point at each other", "Mode | Effect", ["One | same as above", "Two | see below"]],
    ["its cells are empty", "Mode | Effect", ["One | –", "Two | n/a"]],
    ["its column only remarks", "Mode | Notes", ["One | used for the first time", "Two | used again later"]],
    ["it is a schedule", "Week | Topic", ["1 | Cells and tissues", "2 | Organs of plants"]],
    ["it is a timetable", "Hour | Monday | Tuesday | Friday", ["8:00 | Maths | Art | Music", "9:00 | Sport | Maths | Art"]],
    ["it is a plan of work", "Task | Owner | Due", ["Write the text | Ann | May", "Read the text | Bob | June"]],
    [
      "it grades work",
      "Criterion | Excellent | Beginning",
      ["Order | All in order | Nothing in order", "Style | Clear words | Odd words"],
    ],
    ["it lists settings", "Setting | Value", ["`port` | 8080 and up", "`host` | the local host"]],
    ["its columns are pros and cons", "Pros | Cons", ["Quick to start | Hard to grow", "Few files | Much magic"]],
    [
      "its keys are statements",
      "Images | Containers",
      ["They are built once and stay | They end", "They are shared | They are private things"],
    ],
    ["its keys are flags", "Flag | Type of value | Meaning", ["`-a` | letters | shows all", "`-b` | numbers | shows bytes"]],
    ["its cells break into lines", "Mode | Effect", ["One | first<br>second", "Two | third<br>fourth"]],
    ["its cells are pictures", "Mode | Effect", ["One | ![first thing](a.png)", "Two | ![other thing](b.png)"]],
    ["its formulas need setting", "Shape | Area", ["Circle | $\\pi r^{2}$", "Square | $a^{2}$"]],
    ["its cells are struck out", "Mode | Effect", ["One | ~~does this thing~~", "Two | ~~does that thing~~"]],
    [
      "two of its columns are called the same",
      "# | Name | # | Name",
      ["1 | laughing | 3 | crying", "2 | grinning | 4 | sobbing"],
    ],
    [
      "it says what to do and what not",
      "Tone | Do | Don't",
      ["Errors | say what failed | say oops", "Buttons | name the act | say okay"],
    ],
    ["its header is empty", "Mode | ", ["One | does this thing", "Two | does that thing"]],
  ])("a table, when %s, makes no card", (_, header, rows) => {
    expect(asked(note("Things", header, ...rows))).toEqual([]);
  });

  it("columns, when the heading compares the very things that they are called by, are lists side by side", () => {
    const rows = [
      "A mistake of a person | A flaw in the code | A wrong result",
      "Made while coding | Found in a test | Seen by a user",
    ];

    expect(asked(note("Difference between error, fault and failure", "Error | Fault | Failure", ...rows))).toEqual([]);
  });

  it("a table, when some cells say nothing, is asked for the others", () => {
    expect(
      asked(
        note(
          "Countries",
          "Country | Capital | Currency",
          "France | Paris | –",
          "Japan | | Yen",
          "Peru | see above | Sol",
          "Kenya | Nairobi | n/a",
          "Total | 3 | 3",
        ),
      ).filter((ask) => !ask.includes("which")),
    ).toEqual([
      "Countries — France: what is the capital? → Paris",
      "Countries — Japan: what is the currency? → Yen",
      "Countries — Peru: what is the currency? → Sol",
      "Countries — Kenya: what is the capital? → Nairobi",
    ]);
  });

  it("a table of settings, when it describes them, is asked for nothing else", () => {
    const rows = [
      "`retries` | number | 3 | How often a request is sent again",
      "`timeout` | number | 30 s | Time until a request is given up",
    ];

    expect(questions(note("Settings of the client", "Parameter | Type | Default | Description", ...rows))).toEqual([
      "Settings of the client — `retries`: what does it mean?",
      "Settings of the client — which parameter is this? How often a request is sent again",
      "Settings of the client — `timeout`: what is it?",
      "Settings of the client — which parameter is this? Time until a request is given up",
    ]);
  });

  it.each([
    [8, 3],
    [12, 2],
    [13, 1],
  ])("a table, when it has %i rows, makes at most %i cards for each", (count, most) => {
    const rows = Array.from({ length: count }, (_, index) => `Place${index} | City${index} | Coin${index} | Tongue${index}`);
    const { facts } = readNote(note("Countries", "Country | Capital | Currency | Language", ...rows));

    expect(facts).toHaveLength(count);
    expect(facts.map(({ cards }) => cards.length)).toEqual(Array.from({ length: count }, () => most));
  });

  it("a row, when another rule has read it, is left alone", () => {
    const rows = ["`docker ps` | lists running containers", "`htop` | shows running processes"];

    expect(readNote(note("Commands", "Command | Meaning", ...rows)).facts.map(({ rule }) => rule)).toEqual(["F5", "F11"]);
  });

  it("an answer, when its cell begins with an arrow or a pronoun, begins with its first word", () => {
    expect(
      asked(note("Calls", "Call | What it does", "`parse(a)` | → reads a number", "`print(a)` | It prints a value")).slice(0, 2),
    ).toEqual(["What does `parse(a)` do? → Reads a number", "What does `print(a)` do? → Prints a value"]);
  });

  it("a key of two letters, when a cell begins with the same word, is not taken for its subject", () => {
    expect(asked(note("Operators", "Operator | Meaning", "IN | In a list", "OR | One of both"))[0]).toBe(
      "What does IN mean? → In a list",
    );
  });

  it("a table, when its note is in another language, is asked without English words", () => {
    const german = `---\nlang: de\n---\n${note("Länder", "Land | Hauptstadt", "Frankreich | Paris", "Japan | Tokio")}`;

    expect(asked(german)).toEqual([
      "Länder — Frankreich — Hauptstadt → Paris",
      "Länder — Paris (Hauptstadt) — Land → Frankreich",
      "Länder — Japan — Hauptstadt → Tokio",
      "Länder — Tokio (Hauptstadt) — Land → Japan",
    ]);
  });
});
