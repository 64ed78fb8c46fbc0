import { genericLabels } from "../language/english-words.js";
import { sentencesOf } from "../language/sentences.js";
import { contentStems } from "../language/words.js";
import type { Inline, List, ListItem } from "../tree/blocks.js";
import { proseOf, textOf } from "../tree/inline.js";
import { asks, classOfHeading, subjectAbove, topicOf } from "../phrase/heading.js";
import type { HeadingClass } from "../phrase/heading.js";
import { isDefinition, nounOf } from "../phrase/noun.js";
import type { Noun } from "../phrase/noun.js";
import { resolveSubject, speaksOf } from "../phrase/subject.js";
import type { Section } from "../outline/sections.js";
import { bodyOf, forwardCard, presentCards, typedCard } from "./card.js";
import type { CardDraft, FactDraft, Surroundings } from "./draft.js";
import { leadInOf } from "./lead-in.js";
import type { LeadIn } from "./lead-in.js";
import type { Reading } from "./reading.js";

/** So much of a list must have the shape of labelled statements for any of it to be read as such. */
const leastShare = 0.6;

/** F3: lists whose items begin with the name of what they are about. */
export function labelledFacts(reading: Reading): FactDraft[] {
  return reading.section.blocks.flatMap((block) =>
    block.kind === "list" && !reading.taken.has(block) ? factsOfList(block, reading) : [],
  );
}

/** What the items of one list share. */
interface Labels {
  readonly section: Section;
  readonly about: Surroundings;
  readonly topic: readonly Inline[];
  readonly headingClass: HeadingClass;
  /** Whether each label says enough without the topic: code such as "no" or "image" does not. */
  readonly standAlone: boolean;
}

function factsOfList(list: List, { section, about, taken }: Reading): FactDraft[] {
  const leads = list.items.flatMap((item) => {
    const lead = leadInOf(item);
    return lead ? [{ item, lead }] : [];
  });
  const headingClass = classOfHeading(section.headings.at(-1));
  const named = headingClass === "why" ? leads : leads.filter(({ lead }) => !isGenericLabel(textOf(lead.term)));
  if (leads.length < 2 || leads.length < leastShare * list.items.length) return [];
  const labels: Labels = {
    section,
    about,
    topic: topicOfLabels(section, about.title, headingClass),
    headingClass,
    standAlone: !section.isOutline && leads.every(({ lead }) => lead.style !== "code" || /[^a-z]/.test(textOf(lead.term))),
  };
  return named.flatMap(({ item, lead }) => {
    if (taken.has(item)) return [];
    taken.add(item);
    return [factOfItem(item, lead, labels)];
  });
}

/** What stands before each question: a reason belongs to its question ("Why use containers — Portability"), all else to the subject above one. */
function topicOfLabels({ headings }: Section, title: string, headingClass: HeadingClass): Inline[] {
  const topic = topicOf(headings, title);
  return headingClass !== "why" && asks(textOf(topic)) ? subjectAbove(headings, title) : topic;
}

/** "Note", "Example", "Default": a label that says nothing about what it stands for, but for a reason ("Documentation"). */
function isGenericLabel(label: string): boolean {
  return genericLabels.has(label.toLowerCase().trim().replace(/\s+/g, "-"));
}

function factOfItem(item: ListItem, lead: LeadIn, labels: Labels): FactDraft {
  return {
    rule: "F3",
    family: "pair",
    explicitId: item.explicitId,
    term: lead.term,
    body: bodyOf(lead.said, lead.below),
    line: item.line,
    section: labels.section,
    cards: cardsOf(lead, labels),
  };
}

function cardsOf(lead: LeadIn, labels: Labels): CardDraft[] {
  const { about, topic, headingClass, standAlone } = labels;
  const term = textOf(lead.term);
  const answer = about.isEnglish ? resolveSubject(lead.said, term) : lead.said;
  const noun = nounOf(lead.term, about.casing);
  const isSubject = about.isEnglish && speaksOf(lead.said, term);
  const prompt = about.templates.labelled({
    topic,
    headingClass,
    term: lead.term,
    noun,
    answer,
    isSubject,
    standsAlone: standAlone,
  });
  const sentences = headingClass === "why" ? sentencesToTerm(answer, lead.term) : 1;
  if (prompt === null) return [];
  const forward = forwardCard(prompt, answer, { below: lead.below, sentences });
  if (headingClass === "differences") return [{ ...forward, answer: lead.said, extra: null }];
  const isAsked = asksBack(headingClass) && (!labels.section.isOutline || isDefinition(forward.answer));
  return presentCards([forward, isAsked ? reverseOf(lead, forward, { labels, noun }) : null]);
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

function reverseOf(lead: LeadIn, forward: CardDraft, { labels, noun }: { labels: Labels; noun: Noun }): CardDraft | null {
  const { templates } = labels.about;
  const asksForName = isDefinition(forward.answer) && lead.style !== "code";
  const prompt = asksForName ? templates.namedTerm(forward.answer, noun) : templates.whichTerm(labels.topic, forward.answer);
  return prompt && typedCard(prompt, noun.nodes);
}
