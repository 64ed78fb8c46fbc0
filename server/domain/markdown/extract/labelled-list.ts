import { sentencesOf } from "../language/sentences.js";
import { contentStems } from "../language/words.js";
import type { Inline, List, ListItem } from "../tree/blocks.js";
import { proseOf, textOf } from "../tree/inline.js";
import { classOfHeading, topicOf } from "../phrase/heading.js";
import type { HeadingClass } from "../phrase/heading.js";
import { isDefinition, nounOf } from "../phrase/noun.js";
import type { Noun } from "../phrase/noun.js";
import { resolveSubject, speaksOf } from "../phrase/subject.js";
import type { Templates } from "../phrase/templates.js";
import type { Section } from "../outline/sections.js";
import { bodyOf, forwardCard, presentCards, typedCard } from "./card.js";
import type { CardDraft, FactDraft, Surroundings } from "./draft.js";
import { leadInOf } from "./lead-in.js";
import type { LeadIn } from "./lead-in.js";

/** So much of a list must have the shape of labelled statements for any of it to be read as such. */
const leastShare = 0.6;

/** F3: lists whose items begin with the name of what they are about. `isTaken` items belong to another rule. */
export function labelledFacts(
  section: Section,
  about: Surroundings,
  templates: Templates,
  isTaken: (item: ListItem) => boolean,
): FactDraft[] {
  return section.blocks.flatMap((block) => (block.kind === "list" ? factsOfList(block, section, about, templates, isTaken) : []));
}

function factsOfList(
  list: List,
  section: Section,
  about: Surroundings,
  templates: Templates,
  isTaken: (item: ListItem) => boolean,
): FactDraft[] {
  const leads = list.items.map((item) => ({ item, lead: leadInOf(item) }));
  const labelled = leads.filter((each) => each.lead !== null);
  if (labelled.length < 2 || labelled.length < leastShare * leads.length) return [];
  return labelled.flatMap(({ item, lead }) =>
    lead && !isTaken(item) ? [factOfItem(item, lead, section, about, templates)] : [],
  );
}

function factOfItem(item: ListItem, lead: LeadIn, section: Section, about: Surroundings, templates: Templates): FactDraft {
  return {
    rule: "F3",
    family: "pair",
    explicitId: item.explicitId,
    term: lead.term,
    body: bodyOf(lead.said, lead.below),
    line: item.line,
    section,
    cards: cardsOf(lead, section, about, templates),
  };
}

function cardsOf(lead: LeadIn, section: Section, about: Surroundings, templates: Templates): CardDraft[] {
  const headingClass = classOfHeading(section.headings.at(-1));
  const topic = topicOf(section.headings, about.title);
  const answer = about.isEnglish ? resolveSubject(lead.said, textOf(lead.term)) : lead.said;
  const noun = nounOf(lead.term, about.casing);
  const isSubject = about.isEnglish && speaksOf(lead.said, textOf(lead.term));
  const prompt = templates.labelled({ topic, headingClass, term: lead.term, noun, answer, isSubject });
  const forward = forwardCard(prompt, answer, lead.below, {
    sentences: headingClass === "why" ? sentencesToTerm(answer, lead.term) : 1,
  });
  if (headingClass === "differences") return [{ ...forward, answer: lead.said, extra: null }];
  return presentCards([forward, asksBack(headingClass) ? reverseOf(lead, forward, topic, noun, templates) : null]);
}

/**
 * How many sentences an answer needs to come to its point: a first sentence that holds less of the label than a later one only leads up to it
 * ("**Persistence**: Data in a container is lost with it. Volumes let data persist …").
 */
function sentencesToTerm(answer: readonly Inline[], term: readonly Inline[]): number {
  const text = textOf(answer);
  const wanted = [...contentStems(textOf(term))];
  const counts = sentencesOf(proseOf(answer)).map(({ start, end }) => {
    const said = contentStems(text.slice(start, end));
    return wanted.filter((stem) => said.has(stem)).length;
  });
  const most = Math.max(...counts, 0);
  return most > (counts[0] ?? 0) ? counts.indexOf(most) + 1 : 1;
}

/** A reason or a step is one of many that fit: asking which one is meant has several right answers. */
function asksBack(headingClass: HeadingClass): boolean {
  return headingClass === "types" || headingClass === "what" || headingClass === "other";
}

function reverseOf(
  lead: LeadIn,
  forward: CardDraft,
  topic: readonly Inline[],
  noun: Noun,
  templates: Templates,
): CardDraft | null {
  const asksForName = isDefinition(forward.answer) && lead.style !== "code";
  const prompt = asksForName ? templates.namedTerm(forward.answer, noun) : templates.whichTerm(topic, forward.answer);
  return prompt && typedCard(prompt, noun.nodes);
}
