/**
 * `npm run bench:generate`: the time in which notes become cards, as a ratio to the time in which markdown-it alone parses and renders the same
 * text; how it grows from a hundred notes to ten thousand, and how much memory that takes; and notes built to be slow, each of which must end
 * within a second. Fails beyond the bars.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import MarkdownIt from "markdown-it";
import { generateDeck } from "../../server/domain/markdown/deck.js";
import { parseDocument } from "../../server/domain/markdown/generate.js";
import { projectRoot } from "../../server/root.js";
import { startNotesParser } from "../../server/workers/parse-notes.js";
import { hostileNotes } from "../support/hostile-notes.js";
import { median, spread } from "./ratios.js";

const rounds = 7;
const [fewNotes, manyNotes] = [100, 10_000];
const largestMegabytes = 300;

const [task, count] = process.argv.slice(2);
if (task === "generate") measureOnce(Number(count));
else await measureAll();

async function measureAll(): Promise<void> {
  const notes = makeNotes(fewNotes);
  const ratios = Array.from({ length: rounds + 1 }, () => {
    const reference = timed(() => notes.forEach((text) => new MarkdownIt({ html: true }).render(text)));
    return timed(() => generate(notes)) / reference;
  }).slice(1);
  report(`generating / parsing and rendering: ${spread(ratios)}`, "≤ 4", median(ratios) <= 4);

  // Each size in a process of its own, so that neither finds the other's memory or warm code.
  const few = median([1, 2, 3].map(() => inProcess(fewNotes * 10).milliseconds)) / 10;
  const many = inProcess(manyNotes);
  const growth = many.milliseconds / few;
  report(
    `${manyNotes} notes take ${growth.toFixed(0)} times as long as ${fewNotes}`,
    `≤ ${1.2 * (manyNotes / fewNotes)}`,
    growth <= 1.2 * (manyNotes / fewNotes),
  );
  report(
    `${manyNotes} notes take ${many.megabytes.toFixed(0)} MB more than none`,
    `≤ ${largestMegabytes}`,
    many.megabytes <= largestMegabytes,
  );

  const parser = startNotesParser();
  for (const [name, text] of hostileNotes) {
    let outcome = "";
    const milliseconds = await timedAsync(async () => {
      const read = await parser.parse({ path: "slow.md", bytes: new TextEncoder().encode(text) });
      outcome = "facts" in read ? `${read.facts.length} facts, ${read.problems.length} problems` : read.message;
    });
    report(`${name}: ${milliseconds.toFixed(0)} ms, ${outcome}`, "≤ 1,100 with the worker's start", milliseconds <= 1_100);
  }
  await parser.end();
}

function report(words: string, bar: string, isMet: boolean): void {
  console.log(`${isMet ? " " : "!"} ${words}   (bar: ${bar})`);
  if (!isMet) process.exitCode = 1;
}

function inProcess(notes: number): { milliseconds: number; megabytes: number } {
  const script = fileURLToPath(import.meta.url);
  const printed = execFileSync(process.execPath, ["--expose-gc", "--import", "tsx", script, "generate", String(notes)], {
    cwd: projectRoot,
  });
  return JSON.parse(printed.toString()) as { milliseconds: number; megabytes: number };
}

/** Prints how long a number of notes took, and how much memory at its height more than before. */
function measureOnce(notes: number): void {
  generate(makeNotes(fewNotes)); // warm
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let highest = before;
  const texts = makeNotes(notes);
  const milliseconds = timed(() => {
    generate(texts, () => (highest = Math.max(highest, process.memoryUsage().rss)));
  });
  highest = Math.max(highest, process.memoryUsage().rss);
  console.log(JSON.stringify({ milliseconds, megabytes: (highest - before) / 1e6 }));
}

function generate(texts: readonly string[], after: () => void = () => undefined): void {
  const documents = texts.map((text, index) => {
    // The page's HTML goes to the database as soon as it is made.
    const document = { ...parseDocument({ path: `deck/${index}.md`, bytes: new TextEncoder().encode(text) }), bodyHtml: "" };
    if (index % 100 === 0) after();
    return document;
  });
  generateDeck(documents);
}

/** The notes that ship with Deckhand, told apart by numbers in their words, so that no question is asked twice. */
function makeNotes(count: number): string[] {
  const folder = join(projectRoot, "content");
  const originals = (readdirSync(folder, { recursive: true }) as string[])
    .filter((path) => path.endsWith(".md") && !path.endsWith("_deck.md"))
    .sort()
    .map((path) => readFileSync(join(folder, path), "utf8"));
  return Array.from({ length: count }, (_, index) =>
    (originals[index % originals.length] ?? "").replace(/\b(container|image|volume|network|file)/gi, `$1${index}`),
  );
}

function timed(act: () => void): number {
  const before = performance.now();
  act();
  return performance.now() - before;
}

async function timedAsync(act: () => Promise<void>): Promise<number> {
  const before = performance.now();
  await act();
  return performance.now() - before;
}
