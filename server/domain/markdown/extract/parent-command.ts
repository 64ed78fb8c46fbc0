import { commandAtStart, isProgram } from "../language/command-words.js";
import type { Section } from "../outline/sections.js";
import { titleOf } from "../phrase/heading.js";
import type { Block, Inline } from "../tree/blocks.js";
import { linesOf, textOf, trimInlines, withoutMarks } from "../tree/inline.js";
import type { Surroundings } from "./draft.js";

/** The command that a heading is about ("`docker ps`", "2. docker ps", "The `docker ps` command"), or `null`. */
export function commandOfTitle(title: readonly Inline[], about: Surroundings): string | null {
  const codes = commandsIn(title, about);
  if (codes.length === 1) return codes[0] ?? null;
  const text = textOf(title);
  return codes.length === 0 && commandAtStart(text, true) === text ? text : null;
}

/** The distinct commands in the code spans of `nodes`, in order. */
export function commandsIn(nodes: readonly Inline[], about: Surroundings): string[] {
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
 * The command that flags belong to: the one mentioned last above `blockIndex` and `above` lines of that block itself, else the one in the headings.
 * Where two commands are mentioned in one place, none.
 */
export function parentCommand(
  section: Section,
  blockIndex: number,
  above: readonly (readonly Inline[])[],
  about: Surroundings,
): string | null {
  const places = [
    ...section.headings.map((heading) => titleOf(heading)),
    ...section.blocks.slice(0, blockIndex).flatMap(linesOfBlock),
    ...above,
  ];
  for (const place of places.reverse()) {
    const commands = commandsAt(place, about);
    if (commands.length > 0) return commands.length === 1 ? (commands[0] ?? null) : null;
  }
  return null;
}

function linesOfBlock(block: Block): Inline[][] {
  if (block.kind === "paragraph") return linesOf(block.content);
  if (block.kind === "code") return block.text.split("\n").map((text): Inline[] => [{ kind: "code", text }]);
  return [];
}

function commandsAt(place: readonly Inline[], about: Surroundings): string[] {
  const codes = commandsIn(place, about);
  if (codes.length > 0) return codes;
  const spoken = commandAtStart(textOf(trimInlines(place)), true);
  return spoken === null ? [] : [spoken];
}
