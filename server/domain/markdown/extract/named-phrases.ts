import { stopWords } from "../language/english-words.js";
import type { Section } from "../outline/sections.js";
import { titleOf } from "../phrase/heading.js";
import { baseOf } from "../phrase/verb.js";
import type { Block, Inline, ListItem } from "../tree/blocks.js";
import { isAllCode, textOf } from "../tree/inline.js";
import { leadInOf } from "./lead-in.js";

/** The phrases that a document sets apart: the subjects of its headings, what is bold, and what its items begin with. */
export function namedPhrases(sections: readonly Section[]): string[] {
  const headings = new Set(sections.flatMap((section) => section.headings));
  return [
    ...[...headings].map((heading) => subjectPhrase(textOf(titleOf(heading)))),
    ...sections.flatMap((section) => section.blocks.flatMap(namedIn)),
  ];
}

function namedIn(block: Block): string[] {
  switch (block.kind) {
    case "paragraph":
      return strongIn(block.content);
    case "list":
      return block.items.flatMap((item) => [...labelOf(item), ...strongIn(item.content), ...item.blocks.flatMap(namedIn)]);
    case "quote":
      return block.blocks.flatMap(namedIn);
    case "definitions":
      return block.entries.flatMap((entry) => [textOf(entry.term), ...entry.blocks.flatMap(namedIn)]);
    default:
      return [];
  }
}

function labelOf(item: ListItem): string[] {
  const lead = leadInOf(item);
  return lead === null || isAllCode(lead.term) ? [] : [textOf(lead.term)];
}

function strongIn(content: readonly Inline[]): string[] {
  return content.flatMap((node) => {
    if (node.kind === "strong") return isAllCode(node.children) ? [] : [textOf(node.children)];
    return "children" in node ? strongIn(node.children) : [];
  });
}

/** "Reading an image name" → "", "The build cache" → "build cache": the words with content that a heading begins with, where no verb is among them. */
function subjectPhrase(title: string): string {
  const words = title.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];
  const start = words.findIndex((word) => !stopWords.has(word.toLowerCase()));
  const rest = words.slice(Math.max(0, start));
  const end = rest.findIndex((word) => stopWords.has(word.toLowerCase()));
  const phrase = rest.slice(0, end < 0 ? rest.length : end);
  const isNoun = start >= 0 && phrase.every((word) => !/ing$/i.test(word) && baseOf(word) === null);
  return isNoun ? phrase.join(" ") : "";
}
