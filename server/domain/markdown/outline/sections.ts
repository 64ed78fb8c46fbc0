import { textOf } from "../tree/inline.js";
import type { Block, Heading } from "../tree/blocks.js";
import { closingHeadings } from "../language/english-words.js";
import { isLinkList } from "./link-list.js";
import { outlinesIn } from "./nested-outline.js";
import { asPseudoHeading } from "./pseudo-heading.js";
import { wordsIn } from "./words-in.js";
import { suppressedLines } from "./suppressors.js";

/** What stands under one heading, down to the next heading of any level. */
export interface Section {
  /** The heading and those above it, outermost first; empty above the first heading. */
  readonly headings: readonly Heading[];
  /** 1-based line of the heading, or of the first block. */
  readonly line: number;
  readonly blocks: readonly Block[];
  /** How many words its blocks have; 0 for a part of another section. */
  readonly words: number;
  /** It is an item of a list with what stands below it. */
  readonly isOutline: boolean;
}

/** The sections of a note that may hold facts: no tables of contents, no closing sections, nothing that its author suppressed. */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  const suppressed = suppressedLines(blocks);
  const sections: Section[] = [];
  let headings: Heading[] = [];
  let inside: Block[] = [];
  const close = (): void => {
    if (!headings.some(isClosing) && (headings.length > 0 || inside.length > 0)) {
      sections.push(sectionOf(headings, inside), ...inside.flatMap((block) => outlineSections(block, headings)));
    }
    inside = [];
  };
  for (const block of blocks) {
    const heading = block.kind === "heading" ? block : asPseudoHeading(block, headings);
    if (heading) {
      close();
      headings = [...headings.filter((above) => above.level < heading.level), heading];
    } else if (!suppressed(block.line) && !isLinkList(block)) inside.push(block);
  }
  close();
  return sections;
}

function sectionOf(headings: readonly Heading[], blocks: readonly Block[]): Section {
  const line = headings.at(-1)?.line ?? blocks[0]?.line ?? 1;
  return { headings, line, blocks, words: wordsIn(blocks), isOutline: false };
}

/** The parts of a nested outline, each as a section of its own below the headings. */
function outlineSections(block: Block, headings: readonly Heading[]): Section[] {
  const above: Heading[] = [];
  return outlinesIn(block).map(({ heading, blocks }) => {
    while (above.length > 0 && (above.at(-1)?.level ?? 0) >= heading.level) above.pop();
    above.push(heading);
    return { headings: [...headings, ...above], line: heading.line, blocks, words: 0, isOutline: true };
  });
}

function isClosing(heading: Heading): boolean {
  const text = textOf(heading.content).toLowerCase().replaceAll("’", "'");
  const words = text
    .replace(/^[\d.]+\s/, "")
    .replace(/[:.!]$/, "")
    .trim();
  return closingHeadings.has(words.replace(/\s+/g, "-")) || closingHeadings.has(words.split(/ (?:and|&) /, 1)[0] ?? "");
}
