import { decorationWords, pictureWords } from "../language/english-code-words.js";
import { contentStems, countWords, wordsOf } from "../language/words.js";
import { topicOf } from "../phrase/heading.js";
import { capitalised } from "../phrase/noun.js";
import { pictureQuestion } from "../phrase/picture.js";
import { isRelative } from "../render/sanitize.js";
import type { Block, Inline, Paragraph } from "../tree/blocks.js";
import { textNode, textOf } from "../tree/inline.js";
import { forwardCard } from "./card.js";
import type { FactDraft } from "./draft.js";
import type { Reading } from "./reading.js";

const fewestWords = 3;
/** Words with content that a description adds to the headings above it. */
const fewestClues = 2;

/** F16: pictures beside the note, each in a paragraph of its own, whose alternative text, title or caption says what they show. */
export function pictureFacts({ section, about, taken }: Reading): FactDraft[] {
  return section.blocks.flatMap((block, index): FactDraft[] => {
    const picture = block.kind === "paragraph" && !taken.has(block) ? pictureIn(block, section.blocks[index + 1]) : null;
    const above = [about.title, ...section.headings.map((heading) => textOf(heading.content))].join(" ");
    if (!picture || cluesIn(picture.shown, above) < fewestClues) return [];
    taken.add(block);
    const topic = topicOf(section.headings, about.title);
    const answer = capitalised([textNode(picture.shown)]);
    return [
      {
        rule: "F16",
        family: "pair",
        explicitId: block.explicitId,
        term: [{ kind: "image", source: picture.source, alternative: "", title: "" }],
        body: picture.shown,
        line: block.line,
        section,
        cards: [forwardCard(pictureQuestion(picture.source, { topic, isEnglish: about.isEnglish }), answer)],
      },
    ];
  });
}

interface Picture {
  readonly source: string;
  readonly shown: string;
}

/** The picture that a paragraph consists of, with a caption in italics below it or in the paragraph after it. */
function pictureIn({ content }: Paragraph, next: Block | undefined): Picture | null {
  const [picture, ...below] = content.filter((node) => node.kind !== "break" && !isBlank(node));
  if (picture?.kind !== "image" || !isBeside(picture.source) || !below.every((node) => node.kind === "emphasis")) return null;
  const captions = [
    below,
    next?.kind === "paragraph" && next.content.every((node) => node.kind === "emphasis") ? next.content : [],
  ];
  const described = [picture.alternative, picture.title, ...captions.map(textOf)].map(withoutNumber);
  const shown = described.find(describes);
  return shown === undefined || described.some(isDecoration) ? null : { source: picture.source, shown };
}

function isBlank(node: Inline): boolean {
  return node.kind === "text" && node.text.trim() === "";
}

/** Whether the picture is a file beside the note: pages show no others. Its name tells decorations too. */
function isBeside(source: string): boolean {
  return isRelative(source) && !source.startsWith("/") && !isDecoration(source.replaceAll("_", " "));
}

function isDecoration(text: string): boolean {
  return wordsOf(text).some((word) => decorationWords.has(word.replace(/s$/, "")));
}

/** "Figure 2: Layers of an image" → "Layers of an image" */
function withoutNumber(text: string): string {
  return text.trim().replace(/^\p{L}+\.?\s\d+(?:\.\d+)*\s*[:.–—-]\s*/u, "");
}

/** Whether a text describes a picture: no file name, no title. */
function describes(text: string): boolean {
  return countWords(text) >= fewestWords && !/\.\p{L}{3,4}$|\d{4}-\d\d|_/u.test(text) && cluesIn(text, "") >= fewestClues;
}

/** How many words with content a description has that the headings above do not say, nor that it is a picture. */
function cluesIn(text: string, above: string): number {
  const known = contentStems(above);
  const words = wordsOf(text).filter((word) => !pictureWords.has(word));
  return [...contentStems(words.join(" "))].filter((stem) => !known.has(stem)).length;
}
