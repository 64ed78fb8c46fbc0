import { contentStems } from "../language/words.js";
import type { KnownNotation } from "../language/notations.js";
import { codeQuestion, gapPrompt } from "../phrase/code.js";
import { topicOf } from "../phrase/heading.js";
import { resolveSubject } from "../phrase/subject.js";
import { capitalised } from "../phrase/noun.js";
import type { Block, Code, Inline } from "../tree/blocks.js";
import { codeNode, textNode, textOf } from "../tree/inline.js";
import { facetName, forwardCard, presentCards } from "./card.js";
import { explains, trimmedComment } from "./comment-words.js";
import type { CommentedCode } from "./commented-code.js";
import { commentedLines } from "./commented-lines.js";
import { commentedYaml } from "./commented-yaml.js";
import type { CardDraft, FactDraft, Surroundings } from "./draft.js";
import type { Reading } from "./reading.js";

/** Longer code is a program, no example; in characters. */
const longestCode = 20_000;

/** F7: code fences, a comment of which stands above the one statement that it explains. */
export function codeCommentFacts({ section, about, taken }: Reading): FactDraft[] {
  return codesIn(section.blocks, taken).flatMap((code) => {
    const notation = code.text.length > longestCode ? null : notationOfFence(code, about);
    if (!notation || !code.text.includes(`${notation.comment.open} `)) return [];
    const found = notation.layout === "yaml" ? commentedYaml(code.text, notation) : commentedLines(code.text, notation);
    return found.flatMap((each): FactDraft[] => {
      const comment = trimmedComment(each.comment);
      if (!explains(comment, each.code, { notation, isEnglish: about.isEnglish })) return [];
      taken.add(code);
      return [
        {
          rule: "F7",
          family: "pair",
          explicitId: null,
          term: [codeNode(each.code)],
          body: comment,
          line: code.line + 1 + each.offset,
          section,
          cards: cardsOf({ ...each, comment }, { notation, about, topic: topicOf(section.headings, about.title) }),
        },
      ];
    });
  });
}

/** The fences of a section, those inside list items too, that nothing has read. */
function codesIn(blocks: readonly Block[], taken: Reading["taken"]): Code[] {
  return blocks.flatMap((block) => {
    if (taken.has(block)) return [];
    if (block.kind === "code") return [block];
    return block.kind === "list" ? block.items.flatMap((item) => (taken.has(item) ? [] : codesIn(item.blocks, taken))) : [];
  });
}

/** The notation that a fence is written in, by its language and, where several share it, by the marks in its text. */
function notationOfFence({ language, text }: Code, { notations }: Surroundings): KnownNotation | null {
  const name = /^[\w+#.-]+/.exec(language.toLowerCase())?.[0] ?? "";
  const named = name === "" ? [] : notations.filter(({ fences }) => fences.has(name));
  const lines = named.some(({ marks }) => marks.length > 0) ? text.split("\n") : [];
  const marked = named.find(({ marks }) => lines.some((line) => marks.some((mark) => line.startsWith(mark))));
  return marked ?? named.find(({ marks }) => marks.length === 0) ?? null;
}

interface Place {
  readonly notation: KnownNotation;
  readonly about: Surroundings;
  readonly topic: readonly Inline[];
}

function cardsOf(commented: CommentedCode, place: Place): CardDraft[] {
  const { notation, about } = place;
  const said = capitalised([textNode(commented.comment)]);
  const answer = about.isEnglish ? resolveSubject(said, "") : said;
  const forward = forwardCard([], answer);
  const prompt = codeQuestion(commented.code, { ...place, answer: forward.answer });
  return presentCards([{ ...forward, prompt }, gapCard(commented, said, notation)]);
}

/** The card that asks for the keyword that a statement begins with; none where another could stand there, or where the comment says it. */
function gapCard(
  { code }: CommentedCode,
  comment: readonly Inline[],
  { name, layout, keywords, rivals }: KnownNotation,
): CardDraft | null {
  const [keyword = ""] = /^[^\s:=]+/.exec(code) ?? [];
  const rest = code.slice(keyword.length);
  if (layout === "statements" || !keywords.has(keyword) || rivals.has(keyword) || rest.trim() === "") return null;
  const said = contentStems(textOf(comment));
  if ([...contentStems(keyword.replaceAll("_", " "))].some((stem) => said.has(stem))) return null;
  const answer = [codeNode(keyword)];
  return {
    facet: `cloze:${facetName(answer)}`,
    kind: "cloze",
    prompt: gapPrompt(name, rest, comment),
    answer,
    alternatives: [],
    extra: null,
  };
}
