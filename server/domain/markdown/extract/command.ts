import { isProgram } from "../language/command-words.js";
import type { Section } from "../outline/sections.js";
import { titleOf } from "../phrase/heading.js";
import { leadingVerb } from "../phrase/verb.js";
import { resolveSubject, speaksOf } from "../phrase/subject.js";
import type { Templates } from "../phrase/templates.js";
import type { Block, Inline, ListItem } from "../tree/blocks.js";
import { codeNode, proseOf, sliceInlines, textOf, trimInlines, withoutMarks } from "../tree/inline.js";
import { bodyOf, facetName, forwardCard, presentCards, typedCard } from "./card.js";
import type { CardDraft, FactDraft, Surroundings } from "./draft.js";
import { leadInOf, leadInOfContent } from "./lead-in.js";
import { commandOfCode, commandOfTitle } from "./parent-command.js";

const usageLabel = /^(?:usage|use|purpose|description|what it does|function|meaning|does)$/i;
const exampleLabel = /^(?:examples?|e\.g\.?|sample)$/i;

/** F5: what a command does. Sections under a command's name, and list items or table rows that begin with one. `taken` receives the items read. */
export function commandFacts(section: Section, about: Surroundings, templates: Templates, taken: Set<ListItem>): FactDraft[] {
  const heading = section.headings.at(-1);
  const command = heading ? commandOfTitle(titleOf(heading), about) : null;
  const ofHeading = command === null ? null : factOfSection(command, section, about, templates, taken);
  const ofRows = section.blocks
    .flatMap((block) => rowsOf(block, taken))
    .flatMap((row) => factOfRow(row, section, about, templates, taken) ?? []);
  return ofHeading ? [ofHeading, ...ofRows] : ofRows;
}

function factOfSection(
  command: string,
  section: Section,
  about: Surroundings,
  templates: Templates,
  taken: Set<ListItem>,
): FactDraft | null {
  const items = section.blocks.flatMap((block) => (block.kind === "list" ? block.items : []));
  const labelled = items.flatMap((item) => {
    const lead = leadInOf(item);
    return lead && (usageLabel.test(textOf(lead.term)) || exampleLabel.test(textOf(lead.term))) ? [{ item, lead }] : [];
  });
  labelled.forEach(({ item }) => taken.add(item));
  const usage = labelled.find(({ lead }) => usageLabel.test(textOf(lead.term)));
  const said = usage ? resolved(usage.lead.said, command, about) : descriptionIn(section, command, about);
  const examples = labelled.filter(({ lead }) => exampleLabel.test(textOf(lead.term)));
  const cards = [
    ...(said ? usageCards(command, said, usage?.lead.below ?? [], templates) : []),
    ...examples.flatMap(({ lead }) => exampleCard(lead.said, command, about, templates) ?? []),
  ];
  if (cards.length === 0) return null;
  const from = usage?.item ?? section.blocks[0];
  const body = [...(usage ? [usage.lead.said] : said ? [said] : []), ...examples.map(({ lead }) => lead.said)].map((nodes) =>
    bodyOf(nodes),
  );
  return {
    rule: "F5",
    family: "pair",
    explicitId: usage?.item.explicitId ?? section.headings.at(-1)?.explicitId ?? null,
    term: [codeNode(command)],
    body: body.join("\n\n"),
    line: from?.line ?? section.line,
    section,
    cards,
  };
}

function resolved(said: readonly Inline[], command: string, about: Surroundings): Inline[] {
  return about.isEnglish ? resolveSubject(said, command) : [...said];
}

/** The first sentence below a command's heading, if it says what the command does: its subject is the command, or nothing. */
function descriptionIn(section: Section, command: string, about: Surroundings): Inline[] | null {
  const first = section.blocks[0];
  if (first?.kind !== "paragraph" || !about.isEnglish || /:\s*$/.test(proseOf(first.content))) return null;
  const isAboutIt = speaksOf(first.content, command) || leadingVerb(proseOf(first.content))?.isThirdPerson === true;
  return isAboutIt ? resolveSubject(first.content, command) : null;
}

function usageCards(command: string, said: readonly Inline[], below: readonly Block[], templates: Templates): CardDraft[] {
  const forward = forwardCard(templates.whatDoes(command, said), said, below);
  const asked = templates.whichCommand(forward.answer);
  return presentCards([forward, asked && typedCard(asked, [codeNode(command)], aliasesOf(command))]);
}

/** Other ways to write the same command: with a space for a hyphen in the program's name, and the other way round. */
function aliasesOf(command: string): string[] {
  const [name = "", ...rest] = command.split(" ");
  if (name.includes("-")) return [[...name.split("-"), ...rest].join(" ")];
  const joined = `${name}-${rest[0] ?? ""}`;
  return isProgram(joined) ? [[joined, ...rest.slice(1)].join(" ")] : [];
}

/** "`docker run -d nginx` – starts …", split where the code span ends. */
function exampleCard(said: readonly Inline[], command: string, about: Surroundings, templates: Templates): CardDraft | null {
  const first = withoutMarks(said)[0];
  if (first?.kind !== "code" || first.text === command) return null;
  const rest = sliceInlines(said, first.text.length);
  const gap = /^\s*(?:[:–—]|-{1,3}(?=\s)|→|=)?\s*/.exec(proseOf(rest))?.[0].length ?? 0;
  const meaning = resolved(trimInlines(sliceInlines(rest, gap)), first.text, about);
  if (meaning.length === 0) return null;
  return forwardCard(templates.whatDoes(first.text, meaning), meaning, [], { facet: `example:${facetName([first])}` });
}

interface Row {
  readonly content: readonly Inline[];
  readonly below: readonly Block[];
  readonly line: number;
  readonly explicitId: string | null;
  readonly item: ListItem | null;
}

function rowsOf(block: Block, taken: ReadonlySet<ListItem>): Row[] {
  if (block.kind === "list") {
    return block.items
      .filter((item) => !taken.has(item))
      .map((item) => ({ content: item.content, below: item.blocks, line: item.line, explicitId: item.explicitId, item }));
  }
  if (block.kind !== "table" || block.header.length !== 2) return [];
  return block.rows.map(({ cells, line }) => {
    const [name = [], said = []] = cells;
    return { content: [...name, { kind: "text", text: ": " }, ...said], below: [], line, explicitId: null, item: null };
  });
}

function factOfRow(
  row: Row,
  section: Section,
  about: Surroundings,
  templates: Templates,
  taken: Set<ListItem>,
): FactDraft | null {
  const lead = leadInOfContent(row.content);
  const code = lead?.style === "code" ? textOf(lead.term) : null;
  const command = code === null ? null : commandOfCode(code, about);
  if (!lead || code === null || command === null) return null;
  if (row.item) taken.add(row.item);
  const said = resolved(lead.said, code, about);
  const forward = forwardCard(templates.whatDoes(code, said), said, row.below);
  const asked = code === command ? templates.whichCommand(forward.answer) : null;
  return {
    rule: "F5",
    family: "pair",
    explicitId: row.explicitId,
    term: [codeNode(code)],
    body: bodyOf(lead.said, row.below),
    line: row.line,
    section,
    cards: presentCards([forward, asked && typedCard(asked, [codeNode(command)], aliasesOf(command))]),
  };
}
