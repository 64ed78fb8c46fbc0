import { commandAtStart, isProgram } from "../language/command-words.js";
import type { Section } from "../outline/sections.js";
import { asks, titleOf } from "../phrase/heading.js";
import type { Block, Inline } from "../tree/blocks.js";
import { linesOf, textOf, trimInlines, withoutMarks } from "../tree/inline.js";
import type { Surroundings } from "./draft.js";

/**
 * The command that a heading is about ("`docker ps`", "2. docker ps", "The `docker ps` command"), or `null`. A question is about what it asks:
 * what stands below "What is `-L` of `ssh` for?" is not what `ssh` does.
 */
export function commandOfTitle(title: readonly Inline[], about: Surroundings): string | null {
  const text = textOf(title);
  if (asks(text)) return null;
  const codes = commandsIn(title, about);
  if (codes.length === 1) return codes[0] ?? null;
  return codes.length === 0 && commandAtStart(text, true) === text ? text : null;
}

/** The distinct commands in the code spans of `nodes`, in order. */
function commandsIn(nodes: readonly Inline[], about: Surroundings): string[] {
  const commands = withoutMarks(nodes).flatMap((node) => (node.kind === "code" ? (commandOfCode(node.text, about) ?? []) : []));
  return [...new Set(commands)];
}

/** The command that a piece of code begins with, or `null`. */
export function commandOfCode(code: string, about: Surroundings): string | null {
  const name =
    code
      .replace(/^\$\s+/, "")
      .trim()
      .split(/\s/, 1)[0] ?? "";
  return about.programs.has(name) && !isProgram(name) ? name : commandAtStart(code, false);
}

/**
 * The command that flags in the block at `blockIndex` belong to: the one that introduces the block ("With `docker run` you can say:"), else the one in
 * the section's heading, else the one mentioned last above, else the one in a heading further out. Where a place names two, none.
 */
export function parentCommand(section: Section, blockIndex: number, about: Surroundings): string | null {
  const above = section.blocks.slice(0, blockIndex).reverse();
  const [intro] = above;
  const headings = [...section.headings].reverse().map(titleOf);
  const places = [
    ...(intro?.kind === "paragraph" && /[:：]\s*$/.test(textOf(intro.content)) ? linesOf(intro.content).reverse() : []),
    ...headings.slice(0, 1),
    ...above.flatMap((block) => linesOfBlock(block).reverse()),
    ...headings.slice(1),
  ];
  for (const place of places) {
    const commands = commandsAt(place, about);
    if (commands.length > 0) return onlyCommand(commands);
  }
  return null;
}

/** The command of a place that names just one. */
export function onlyCommand(commands: readonly string[]): string | null {
  return commands.length === 1 ? (commands[0] ?? null) : null;
}

function linesOfBlock(block: Block): Inline[][] {
  if (block.kind === "paragraph") return linesOf(block.content);
  if (block.kind === "code") return block.text.split("\n").map((text): Inline[] => [{ kind: "code", text }]);
  return [];
}

/** The commands that a line names: in code, or as its first words. */
export function commandsAt(place: readonly Inline[], about: Surroundings): string[] {
  const codes = commandsIn(place, about);
  if (codes.length > 0) return codes;
  const spoken = commandAtStart(textOf(trimInlines(place)), true);
  return spoken === null ? [] : [spoken];
}
