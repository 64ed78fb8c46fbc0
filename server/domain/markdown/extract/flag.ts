import { countWords } from "../language/words.js";
import type { Section } from "../outline/sections.js";
import { resolveSubject } from "../phrase/subject.js";
import type { Templates } from "../phrase/templates.js";
import type { Block, Inline, ListItem } from "../tree/blocks.js";
import { codeNode, linesOf, proseOf, sliceInlines, textOf, trimInlines, withoutMarks } from "../tree/inline.js";
import { bodyOf, forwardCard, presentCards, typedCard } from "./card.js";
import type { FactDraft, Surroundings } from "./draft.js";
import { parentCommand } from "./parent-command.js";

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

/** F6: flags of a command and what they do, in lists, tables and plain lines. `taken` receives the items that are read. */
export function flagFacts(section: Section, about: Surroundings, templates: Templates, taken: Set<ListItem>): FactDraft[] {
  return section.blocks.flatMap((block, index) => {
    const found = flagsOfBlock(block, taken);
    return found.flatMap(({ flag, above }) => {
      const command = parentCommand(section, index, above, about);
      return command === null ? [] : [factOf(flag, command, section, about, templates)];
    });
  });
}

type Found = { readonly flag: FlagLine; readonly above: readonly (readonly Inline[])[] };

function flagsOfBlock(block: Block, taken: Set<ListItem>): Found[] {
  if (block.kind === "list") {
    return block.items.flatMap((item) => {
      const flag = flagIn(item.content, { below: item.blocks, line: item.line, explicitId: item.explicitId });
      if (flag) taken.add(item);
      return flag ? [{ flag, above: [] }] : [];
    });
  }
  if (block.kind === "table") {
    return block.rows.flatMap(({ cells, line }) => {
      const [name = [], ...rest] = cells;
      const said = rest.at(-1) ?? [];
      const flag = flagIn([...name, { kind: "text", text: ": " }, ...said], { below: [], line, explicitId: null });
      return flag && rest.length === 1 ? [{ flag, above: [] }] : [];
    });
  }
  return block.kind === "paragraph" ? flagsOfLines(joinContinuations(linesOf(block.content)), block.line) : [];
}

type Line = { readonly content: Inline[]; readonly offset: number };

function flagsOfLines(lines: readonly Line[], firstLine: number): Found[] {
  return lines.flatMap(({ content, offset }, index) => {
    const flag = flagIn(content, { below: [], line: firstLine + offset, explicitId: null });
    return flag ? [{ flag, above: lines.slice(0, index).map((line) => line.content) }] : [];
  });
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

function factOf(flag: FlagLine, command: string, section: Section, about: Surroundings, templates: Templates): FactDraft {
  const said = about.isEnglish ? resolveSubject(flag.said, flag.flag) : flag.said;
  const forward = forwardCard([], said, flag.below);
  const prompt = templates.whatDoesFlag(command, flag.flag, flag.aliases, forward.answer);
  const hasValue = /[ =](?![A-Z_]+\b|<|\[)/.test(flag.flag);
  const asked =
    !hasValue && countWords(textOf(forward.answer)) <= longestMeaning ? templates.whichFlag(command, forward.answer) : null;
  const names = [flag.flag, ...flag.aliases].map((name) => name.replace(/[ =].*$/, ""));
  const reverse = asked && typedCard(asked, [codeNode(names[0] ?? flag.flag)], names.slice(1));
  return {
    rule: "F6",
    family: "pair",
    explicitId: flag.explicitId,
    term: [codeNode(`${command} ${flag.flag}`)],
    body: bodyOf(flag.said, flag.below),
    line: flag.line,
    section,
    cards: presentCards([{ ...forward, prompt }, reverse]),
  };
}
