import { adverbs } from "../language/english-words.js";
import { sentencesOf } from "../language/sentences.js";
import { contentStems, countWords } from "../language/words.js";
import type { Section } from "../outline/sections.js";
import { titleOf } from "../phrase/heading.js";
import { capitalised, nounOf } from "../phrase/noun.js";
import type { Inline, Paragraph } from "../tree/blocks.js";
import { breaksBefore, proseOf, sliceInlines, textOf, trimInlines, withoutMarks } from "../tree/inline.js";
import { bodyOf, continuationOf, forwardCard, presentCards, restOf, typedCard } from "./card.js";
import type { FactDraft, Surroundings } from "./draft.js";

/** "A volume is a directory …": where its parts are in the sentence. */
interface Definition {
  readonly article: "a" | "the" | "none";
  readonly verb: "is" | "are";
  readonly term: readonly Inline[];
  readonly said: readonly Inline[];
}

const longestTerm = 5;
const shape = /^(?:In [^,]{2,40}, )?(?:(an?|the) )?([^,.;:!?()]{2,60}?)(?: \([^()]*\))? (is|are) (?:([a-z-]+) )?(?=\S)/i;
const noTerm =
  /^(?:it|this|that|these|those|they|there|here|he|she|we|you|what|which|who|one|each|every|all|some|both|another|such|its|their|your|if|when|to)\b/i;
const opinion =
  /^(?:an?|the) (?:very |most |more )?(?:good|bad|great|best|better|worst|common|usual|typical|popular|same|only|first|second|third|last|next|main|key|important|essential|single|whole|right|wrong|reason|result|case|default|difference|point|price|cost|lot|bit|few|matter|must|mistake|problem|question|one|other|opposite|answer|exception|trick|job|goal|purpose|aim|idea|art|heart|core|rest)\b/i;

/** F2: sentences that define a term which the heading names or which is marked. The first `skip` sentences belong to another rule. */
export function definitionFacts(section: Section, about: Surroundings, skip: number): FactDraft[] {
  const first = section.blocks[0];
  return section.blocks.flatMap((block) =>
    block.kind === "paragraph" ? factsOfParagraph(block, { section, about, skip: block === first ? skip : 0 }) : [],
  );
}

interface Reading {
  readonly section: Section;
  readonly about: Surroundings;
  readonly skip: number;
}

function factsOfParagraph(paragraph: Paragraph, { section, about, skip }: Reading): FactDraft[] {
  const sentences = sentencesOf(proseOf(paragraph.content));
  return sentences.slice(skip).flatMap(({ start, end }, index) => {
    const sentence = sliceInlines(paragraph.content, start, end);
    const definition = definitionIn(sentence, section, about);
    if (!definition) return [];
    const line = paragraph.line + breaksBefore(paragraph.content, start);
    const explicitId = skip + index === 0 ? paragraph.explicitId : null;
    const rest = restOf(trimInlines(sliceInlines(paragraph.content, end)), continuationOf(paragraph, section));
    const cards = cardsOf(definition, about, rest);
    return [
      { rule: "F2", family: "pair", explicitId, term: cards.term, body: bodyOf(sentence), line, section, cards: cards.cards },
    ];
  });
}

function definitionIn(sentence: readonly Inline[], section: Section, about: Surroundings): Definition | null {
  const prose = textOf(sentence);
  const match = shape.exec(prose);
  if (!match) return null;
  const [whole, article = "", name = "", verb = "", adverb = ""] = match;
  const saidAt =
    adverbs.has(adverb) || /^[a-z]+ly$/i.test(adverb) ? whole.length : whole.length - (adverb === "" ? 0 : adverb.length + 1);
  const said = sliceInlines(sentence, saidAt);
  if (!/^["“]?[\p{L}\p{N}]/u.test(name) || countWords(name) > longestTerm || noTerm.test(name) || !isDefining(textOf(said), verb))
    return null;
  const nameAt = prose.toLowerCase().indexOf(name.toLowerCase(), article.length + (prose.length - prose.trimStart().length));
  const term = sliceInlines(sentence, nameAt, nameAt + name.length);
  if (!isMarked(term) && !isNamedAbove(name, section, about)) return null;
  return { article: articleOf(article), verb: verb === "are" ? "are" : "is", term: withoutMarks(term), said };
}

function articleOf(article: string): Definition["article"] {
  if (article === "") return "none";
  return article.toLowerCase() === "the" ? "the" : "a";
}

/** Whether what follows "is" says what kind of thing it is; without an article a noun with a clause of its own does. */
function isDefining(said: string, verb: string): boolean {
  if (opinion.test(said) || /^[^,.;:]*\b(?:instead|as well|too|again)\b/i.test(said)) return false;
  if (/^(?:an?|the|any|\p{L}+['’]s)\s/iu.test(said)) return true;
  if (/^\p{L}+(?:ed|en|ing|ly|able|ible)(?=\s)/iu.test(said) || /^(?:not|all|both|also|what|how)\b/i.test(said)) return false;
  if (verb === "is") return /^(?:[\p{L}-]+ ){1,3}(?:(?:in|by|from|to|for) which|whose|that|which)\b/iu.test(said);
  return /^(?:[\p{L}-]+ ){0,3}[\p{L}-]+[^su\W]s (?:that|which|for|of|from|with|where|used|managed|stored|made)\b/iu.test(said);
}

function isMarked(term: readonly Inline[]): boolean {
  const marked = term.filter((node) => node.kind === "strong" || node.kind === "emphasis" || node.kind === "code");
  return marked.length > 0 && textOf(marked).length >= 0.5 * textOf(term).length;
}

function isNamedAbove(name: string, section: Section, about: Surroundings): boolean {
  if (/^\w+ing\b/i.test(name)) return false;
  const above = contentStems([about.title, ...section.headings.map((heading) => textOf(titleOf(heading)))].join(" "));
  const stems = [...contentStems(name)];
  return stems.length > 0 && stems.every((stem) => above.has(stem));
}

/** The cards of a definition, and its term as it stands inside a sentence. */
function cardsOf(definition: Definition, about: Surroundings, rest: string | null): Pick<FactDraft, "term" | "cards"> {
  const noun = nounOf(definition.term, about.casing);
  const hasArticle = definition.article !== "none";
  const term = hasArticle ? definition.term : noun.nodes;
  const isPlural = definition.verb === "are" || (noun.isPlural && !hasArticle);
  const forward = forwardCard(about.templates.whatIs(term, definition.article, isPlural), capitalised(definition.said));
  const named = about.templates.namedTerm(forward.answer, { standing: hasArticle ? "common" : noun.standing, isPlural });
  const extra = [forward.extra, rest].filter((part) => part !== null).join(" ") || null;
  return { term, cards: presentCards([{ ...forward, extra }, named && typedCard(named, term)]) };
}
