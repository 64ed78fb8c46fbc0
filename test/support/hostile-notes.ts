const times = (text: string, count: number): string => text.repeat(count);
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

/** Notes that were made to be slow to read, each with what it is; none is larger than a note may be. */
export const hostileNotes: readonly (readonly [name: string, text: string])[] = [
  ["10,000 nested brackets", `${times("[", 10_000)}a${times("]", 10_000)}`],
  ["10,000 half links", times("[a](", 10_000)],
  ["10,000 nested lists", `${times("- ", 10_000)}a`],
  ["10,000 nested quotes", `${times(">", 10_000)}a`],
  ["10,000 marks of emphasis", times("*a **b ", 5_000)],
  ["10,000 closing marks", times("a** b* ", 5_000)],
  ["10,000 backticks of many lengths", lines(400, (index) => times("`", index % 50))],
  ["a line of 1 MB", times("a b. ", 199_000)],
  ["a word of 1 MB", times("a", 990_000)],
  ["a line of underscores", times("_", 100_000)],
  ["one sentence of 200,000 words", `# A\n\nA term is ${times("word ", 190_000)}.`],
  ["a table of 10,000 cells", `|${times("a|", 100)}\n|${times("-|", 100)}\n${times(`|${times("a|", 100)}\n`, 100)}`],
  [
    "a table of 2,000 rows",
    `| Key | Value |\n|---|---|\n${lines(2_000, (index) => `| key ${index} | the value of number ${index} |`)}`,
  ],
  ["6,000 flags", `docker run\n${times("-f: a\n", 6_000)}`],
  [
    "2,000 labelled items",
    `# List\n\n${lines(2_000, (index) => `- **Term ${index}**: a thing of number ${index} that is not the others.`)}`,
  ],
  [
    "2,000 headings",
    lines(2_000, (index) => `## What is thing ${index}?\n\nThing ${index} is a part of number ${index} of the whole.\n`),
  ],
  ["2,000 steps", `## How it goes\n\n${lines(2_000, (index) => `${index + 1}. Build part ${index} of the whole.`)}`],
  ["900 items nested 90 deep", lines(900, (index) => `${times("  ", index % 90)}- Item ${index}: a part of it`)],
  [
    "3,000 paragraphs with terms",
    lines(3_000, (index) => `The part that stands at place ${index} is called a **part ${index % 7}**.\n`),
  ],
  ["3,000 fences", lines(3_000, (index) => `\`\`\`dockerfile\n# sets the directory ${index}\nWORKDIR /app${index}\n\`\`\``)],
  ["indents that get less, line by line", lines(500, (index) => `${times(" ", 2_000 - 4 * index)}a\n`)],
  ["a front matter of 60,000 keys", `---\n${lines(60_000, (index) => `k${index}: 1`)}\n---\na`],
  [
    "a hundred levels of YAML aliases",
    `---\n${lines(100, (level) => `l${level}: &l${level} [${level === 0 ? "x" : `*l${level - 1}, *l${level - 1}`}]`)}\n---\n# A\n`,
  ],
  ["100,000 comments", times("<!-- a -->", 90_000)],
  ["HTML tags that never end", times("<a ", 300_000)],
];
