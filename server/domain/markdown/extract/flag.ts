import { countWords } from "../language/words.js";
import type { Section } from "../outline/sections.js";
import { resolveSubject } from "../phrase/subject.js";
import type { Block, Inline } from "../tree/blocks.js";
import { codeNode, linesOf, proseOf, sliceInlines, textOf, trimInlines, withoutMarks } from "../tree/inline.js";
import { bodyOf, forwardCard, presentCards, typedCard } from "./card.js";
import type { CardDraft, FactDraft, Surroundings } from "./draft.js";
import { commandsAt, onlyCommand, parentCommand } from "./parent-command.js";
import type { Reading } from "./reading.js";

/** A flag as a note explains it. */
interface FlagLine {
  /** With its argument, as written: `-p HOST:CONTAINER`. */
  readonly flag: string;
  /** Other names of the same flag. */
  readonly aliases: readonly string[];
  readonly said: readonly Inline[];
  readonly below: readonly Block[];
  readonly line: number;
  readonly explicitId: string | null;
}

const flagCode = /^(--?[A-Za-z?][\w-]*)(?:[ =].*)?$/;
const flagText = /^\s*(-[A-Za-z]|--[a-z][\w-]+)(?:(?:,\s*|\s*\/\s*|\s+or\s+)(-[A-Za-z]|--[a-z][\w-]+))?(?=[\s:])/;
const gap = /^\s*(?:[:–—]|-{1,3}(?=[\sA-Za-z]))?\s*/;
const longestMeaning = 8;

/** F6: flags of a command and what they do, in lists, tables and plain lines. */
export function flagFacts({ section, about, taken }: Reading): FactDraft[] {
  return section.blocks.flatMap((block, index) => {
    const found = flagsOfBlock(block, about, taken);
    if (found.length === 0) return [];
    const parent = parentCommand(section, index, about);
    return found.flatMap(({ flag, commandsAbove }) => {
      const command = commandsAbove ? onlyCommand(commandsAbove) : parent;
      return command === null ? [] : [factOf(flag, command, { section, about })];
    });
  });
}

/** A flag, and the commands that the last line above it in its own block names, or `null`. */
interface Found {
  readonly flag: FlagLine;
  readonly commandsAbove: readonly string[] | null;
}

function flagsOfBlock(block: Block, about: Surroundings, taken: Reading["taken"]): Found[] {
  if (block.kind === "list") {
    return block.items.flatMap((item) => {
      const flag = flagIn(item.content, { below: item.blocks, line: item.line, explicitId: item.explicitId });
      if (flag) taken.add(item);
      return flag ? [{ flag, commandsAbove: null }] : [];
    });
  }
  if (block.kind === "table") {
    return block.rows.flatMap((row) => {
      const [name = [], said = [], ...rest] = row.cells;
      const flag = flagIn([...name, { kind: "text", text: ": " }, ...said], { below: [], line: row.line, explicitId: null });
      if (!flag || rest.length > 0) return [];
      taken.add(row);
      return [{ flag, commandsAbove: null }];
    });
  }
  return block.kind === "paragraph" ? flagsOfLines(joinContinuations(linesOf(block.content)), block.line, about) : [];
}

interface Line {
  readonly content: Inline[];
  /** Lines of the paragraph above it. */
  readonly offset: number;
}

function flagsOfLines(lines: readonly Line[], firstLine: number, about: Surroundings): Found[] {
  const found: Found[] = [];
  let commandsAbove: readonly string[] | null = null;
  for (const { content, offset } of lines) {
    const flag = flagIn(content, { below: [], line: firstLine + offset, explicitId: null });
    if (flag) found.push({ flag, commandsAbove });
    else {
      const commands = commandsAt(content, about);
      if (commands.length > 0) commandsAbove = commands;
    }
  }
  return found;
}

/** A line that goes on with a small letter after one that did not end belongs to it. */
function joinContinuations(lines: readonly Inline[][]): Line[] {
  const joined: Line[] = [];
  lines.forEach((content, offset) => {
    const last = joined.at(-1);
    const goesOn =
      /^\s*\p{Ll}/u.test(proseOf(content)) && last !== undefined && /[\p{L}\p{N},)]\s*$/u.test(proseOf(last.content));
    if (goesOn && flagText.test(textOf(last.content)))
      joined[joined.length - 1] = { ...last, content: [...last.content, { kind: "break", hard: false }, ...content] };
    else joined.push({ content, offset });
  });
  return joined;
}

function flagIn(content: readonly Inline[], place: Pick<FlagLine, "below" | "line" | "explicitId">): FlagLine | null {
  const plain = trimInlines(withoutMarks(content));
  const names = plain[0]?.kind === "code" ? codeFlags(plain) : textFlags(plain);
  if (!names) return null;
  const rest = sliceInlines(trimInlines(content), names.length);
  const said = trimInlines(sliceInlines(rest, gap.exec(proseOf(rest))?.[0].length ?? 0));
  return said.length === 0 || names.flag === "" ? null : { flag: names.flag, aliases: names.aliases, said, ...place };
}

interface Names {
  readonly flag: string;
  readonly aliases: readonly string[];
  /** How much of the text they take. */
  readonly length: number;
}

/** "`-d`, `--detach`: …" */
function codeFlags(nodes: readonly Inline[]): Names | null {
  const codes: string[] = [];
  let length = 0;
  for (const [index, node] of nodes.entries()) {
    const isGap = node.kind === "text" && /^\s*(?:,|\/|or|and)?\s*$/.test(node.text) && nodes[index + 1]?.kind === "code";
    if (node.kind === "code" && flagCode.test(node.text)) codes.push(node.text);
    else if (!isGap) break;
    length += textOf([node]).length;
  }
  const [flag, ...aliases] = codes.flatMap((code) => code.split(/,\s+(?=-)/));
  return flag === undefined ? null : { flag, aliases, length };
}

/** "-d, --detach: …" without marks. */
function textFlags(nodes: readonly Inline[]): Names | null {
  const match = flagText.exec(proseOf(nodes));
  if (!match) return null;
  return { flag: match[1] ?? "", aliases: match[2] ? [match[2]] : [], length: match[0].length };
}

interface Place {
  readonly section: Section;
  readonly about: Surroundings;
}

function factOf(flag: FlagLine, command: string, { section, about }: Place): FactDraft {
  const { flag: name, aliases, below } = flag;
  const said = about.isEnglish ? resolveSubject(flag.said, name) : flag.said;
  const forward = forwardCard([], said, { below });
  const prompt = about.templates.whatDoesFlag(command, { name, aliases }, forward.answer);
  return {
    rule: "F6",
    family: "pair",
    explicitId: flag.explicitId,
    term: [codeNode(`${command} ${name}`)],
    body: bodyOf(flag.said, below),
    line: flag.line,
    section,
    cards: presentCards([{ ...forward, prompt }, reverseOf(flag, command, { about, answer: forward.answer })]),
  };
}

/** The card that asks for a flag by what it does; not where its value decides that (`-p 53:53/udp`), or where there is much to say. */
function reverseOf(
  flag: FlagLine,
  command: string,
  { about, answer }: { about: Surroundings; answer: readonly Inline[] },
): CardDraft | null {
  if (/[ =](?![A-Z_]+\b|<|\[)/.test(flag.flag) || countWords(textOf(answer)) > longestMeaning) return null;
  const prompt = about.templates.whichFlag(command, answer);
  const [name = flag.flag, ...others] = [flag.flag, ...flag.aliases].map((each) => each.replace(/[ =].*$/, ""));
  return prompt && typedCard(prompt, [codeNode(name)], others);
}
