import { adverbs } from "../language/english-words.js";
import { sentencesOf } from "../language/sentences.js";
import { contentStems, countWords } from "../language/words.js";
import type { Section } from "../outline/sections.js";
import { titleOf } from "../phrase/heading.js";
import { capitalised, nounOf } from "../phrase/noun.js";
import type { Templates } from "../phrase/templates.js";
import type { Inline, Paragraph } from "../tree/blocks.js";
import { proseOf, sliceInlines, textOf, trimInlines, withoutMarks } from "../tree/inline.js";
import { markdownOf } from "../tree/to-markdown.js";
import { bodyOf, forwardCard, presentCards, typedCard } from "./card.js";
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
export function definitionFacts(section: Section, about: Surroundings, templates: Templates, skip: number): FactDraft[] {
  const first = section.blocks[0];
  return section.blocks.flatMap((block) =>
    block.kind === "paragraph" ? factsOfParagraph(block, section, about, templates, block === first ? skip : 0) : [],
  );
}

function factsOfParagraph(
  paragraph: Paragraph,
  section: Section,
  about: Surroundings,
  templates: Templates,
  skip: number,
): FactDraft[] {
  const sentences = sentencesOf(proseOf(paragraph.content));
  return sentences.slice(skip).flatMap(({ start, end }, index) => {
    const sentence = sliceInlines(paragraph.content, start, end);
    const definition = definitionIn(sentence, section, about);
    if (!definition) return [];
    const rest = trimInlines(sliceInlines(paragraph.content, end));
    const line = paragraph.line + breaksBefore(paragraph.content, start);
    const explicitId = skip + index === 0 ? paragraph.explicitId : null;
    return [factOf(definition, sentence, rest, { section, about, templates, line, explicitId })];
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
  if (/^(?:an?|the)\s/i.test(said)) return true;
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

type Place = Pick<FactDraft, "section" | "line" | "explicitId"> & { readonly about: Surroundings; readonly templates: Templates };

function factOf(definition: Definition, sentence: readonly Inline[], rest: readonly Inline[], place: Place): FactDraft {
  const { about, templates, section, line, explicitId } = place;
  const noun = nounOf(definition.term, about.casing);
  const hasArticle = definition.article !== "none";
  const term = hasArticle ? definition.term : noun.nodes;
  const plural = definition.verb === "are" || (noun.isPlural && !hasArticle);
  const forward = forwardCard(templates.whatIs(term, definition.article, plural), capitalised(definition.said));
  const named = templates.namedTerm(forward.answer, { standing: hasArticle ? "common" : noun.standing, isPlural: plural });
  return {
    rule: "F2",
    family: "pair",
    explicitId,
    term,
    body: bodyOf(sentence),
    line,
    section,
    cards: presentCards([{ ...forward, extra: joinedExtra(forward.extra, rest) }, named && typedCard(named, term)]),
  };
}

function joinedExtra(extra: string | null, rest: readonly Inline[]): string | null {
  if (rest.length === 0) return extra;
  return extra === null ? markdownOf(rest) : `${extra} ${markdownOf(rest)}`;
}

function breaksBefore(nodes: readonly Inline[], end: number): number {
  return sliceInlines(nodes, 0, end).filter((node) => node.kind === "break").length;
}
