import { publications } from "../language/english-code-words.js";
import { countWords, wordsOf } from "../language/words.js";
import type { Block, Inline, Quote } from "../tree/blocks.js";
import { linesOf, proseOf, sliceInlines, textNode, textOf, trimInlines, withoutMarks } from "../tree/inline.js";
import { bodyOf, facetName } from "./card.js";
import type { FactDraft } from "./draft.js";
import type { Reading } from "./reading.js";

const fewestWords = 5;
const mostWords = 40;
const dash = /^\s*(?:[—–―]|-{1,3}(?=\s|\p{Lu}))\s*/u;
/** "… end.” — Name" in one line. */
const dashAtEnd = /[.!?…”"»’]["”»’)]?\s+(?:[—–―]|--)\s*(?=[^—–―]{2,80}$)/u;
/** A name in capitals, with the small words that names hold: "Antoine de Saint-Exupéry", "Dijkstra". */
const name = /^(?:(?:\p{Lu}[\p{L}'’.-]*|of|the|de|da|di|del|der|den|van|von|la|le|bin|ibn|al|y)(?:\s+|$)){1,6}$/u;
const ideographicName = /^[\p{Lo}·]{2,8}$/u;

/** F17: block quotes that say who said it, in a line of its own after a dash. */
export function quotationFacts({ section, taken }: Reading): FactDraft[] {
  return section.blocks.flatMap((block): FactDraft[] => {
    const quotation = block.kind === "quote" && !taken.has(block) ? quotationIn(block) : null;
    if (!quotation) return [];
    taken.add(block);
    const { quote, speaker } = quotation;
    const answer = [textNode(speaker)];
    const prompt = [...inQuotationMarks(quote), textNode(" — ____")];
    return [
      {
        rule: "F17",
        family: "cloze",
        explicitId: block.explicitId,
        term: answer,
        body: bodyOf(quote),
        line: block.line,
        section,
        cards: [{ facet: `cloze:${facetName(answer)}`, kind: "cloze", prompt, answer, alternatives: [], extra: null }],
      },
    ];
  });
}

interface Quotation {
  readonly quote: readonly Inline[];
  readonly speaker: string;
}

function quotationIn({ blocks }: Quote): Quotation | null {
  const parts = partsOf(blocks);
  if (!parts) return null;
  const quote = trimInlines(parts.quote);
  const speaker = speakerIn(trimInlines(parts.attribution));
  const words = countWords(textOf(quote));
  if (speaker === null || words < fewestWords || words > mostWords) return null;
  const said = new Set(wordsOf(textOf(quote)));
  return wordsOf(speaker).some((word) => word.length > 3 && said.has(word)) ? null : { quote, speaker };
}

interface Parts {
  readonly quote: readonly Inline[];
  readonly attribution: readonly Inline[];
}

/** One paragraph and the line, the paragraph or the item of a list ("- Name") after it that begins with a dash. */
function partsOf([first, second, ...others]: readonly Block[]): Parts | null {
  if (first?.kind !== "paragraph" || others.length > 0) return null;
  if (second?.kind === "paragraph")
    return dash.test(proseOf(second.content)) ? withAttribution(first.content, second.content) : null;
  if (second?.kind === "list") {
    const [item, ...more] = second.items;
    return item && more.length === 0 && item.blocks.length === 0 ? { quote: first.content, attribution: item.content } : null;
  }
  return second ? null : partsOfLines(first.content);
}

function partsOfLines(content: readonly Inline[]): Parts | null {
  const last = linesOf(content).at(-1) ?? [];
  const prose = proseOf(content);
  const start = prose.length - proseOf(last).length;
  if (start > 0 && dash.test(proseOf(last))) return withAttribution(sliceInlines(content, 0, start), last);
  const match = start === 0 ? dashAtEnd.exec(prose) : null;
  if (!match) return null;
  const end = match.index + match[0].search(/\s/);
  return { quote: sliceInlines(content, 0, end), attribution: sliceInlines(content, match.index + match[0].length) };
}

/** The dash may stand in the italics of the name: then they are not those of a work's title. */
function withAttribution(quote: readonly Inline[], line: readonly Inline[]): Parts {
  const attribution = trimInlines(line)[0]?.kind === "emphasis" ? withoutMarks(line) : line;
  return { quote, attribution: sliceInlines(attribution, dash.exec(proseOf(attribution))?.[0].length ?? 0) };
}

/** The name that an attribution begins with; `null` for the title of a work, a link of one word, or anything else that is nobody's name. */
function speakerIn(attribution: readonly Inline[]): string | null {
  const [first] = attribution;
  const isPlain = first?.kind === "text" || first?.kind === "strong";
  if (!isPlain && !(first?.kind === "link" && countWords(textOf([first])) > 1)) return null;
  const speaker = (textOf(withoutMarks(attribution)).split(/\s*(?:[,(:;]|\s[—–-]\s)/, 1)[0] ?? "").replace(/[.\s]+$/, "");
  const words = wordsOf(speaker);
  const isName = (name.test(speaker) && /^\p{Lu}/u.test(speaker) && !/^The\b/.test(speaker)) || ideographicName.test(speaker);
  return isName && !words.some((word) => publications.has(word)) ? speaker : null;
}

function inQuotationMarks(quote: readonly Inline[]): Inline[] {
  return /^["“”„«‘'「『]/.test(textOf(quote)) ? [...quote] : [textNode("“"), ...quote, textNode("”")];
}
