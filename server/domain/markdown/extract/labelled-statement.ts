import { invitationWords } from "../language/english-words.js";
import { sentencesOf } from "../language/sentences.js";
import { contentStems } from "../language/words.js";
import type { Rule } from "../model.js";
import type { Section } from "../outline/sections.js";
import { asks, classOfHeading, subjectAbove, topicOf } from "../phrase/heading.js";
import type { HeadingClass } from "../phrase/heading.js";
import { isDefinition, nounOf } from "../phrase/noun.js";
import type { Noun } from "../phrase/noun.js";
import { resolveSubject, speaksOf } from "../phrase/subject.js";
import type { Inline } from "../tree/blocks.js";
import { proseOf, textOf } from "../tree/inline.js";
import { bodyOf, forwardCard, presentCards, typedCard } from "./card.js";
import type { CardDraft, FactDraft, Surroundings } from "./draft.js";
import type { LeadIn } from "./lead-in.js";

/** What labelled statements that stand together share. */
export interface Labels {
  readonly section: Section;
  readonly about: Surroundings;
  readonly topic: readonly Inline[];
  readonly headingClass: HeadingClass;
  /** Whether each label says enough without the topic: code such as "no" or "image" does not. */
  readonly standAlone: boolean;
}

/** A labelled statement at its place in the note. */
export interface Statement {
  readonly lead: LeadIn;
  readonly line: number;
  readonly explicitId: string | null;
}

/** What `leads`, which stand together in `section`, share. */
export function labelsOf(leads: readonly LeadIn[], section: Section, about: Surroundings): Labels {
  const headingClass = classOfHeading(section.headings.at(-1));
  return {
    section,
    about,
    topic: topicOfLabels(section, about.title, headingClass),
    headingClass,
    standAlone: !section.isOutline && leads.every((lead) => lead.style !== "code" || /[^a-z]/.test(textOf(lead.term))),
  };
}

/** What stands before each question: a reason belongs to its question ("Why use containers — Portability"), all else to the subject above one. */
function topicOfLabels({ headings }: Section, title: string, headingClass: HeadingClass): readonly Inline[] {
  const topic = topicOf(headings, title);
  return headingClass !== "why" && asks(textOf(topic)) ? subjectAbove(headings, title) : topic;
}

/** The fact that `rule` makes of a labelled statement: its label is asked for what is said about it, and the other way round. */
export function statementFact(rule: Rule, { lead, line, explicitId }: Statement, labels: Labels): FactDraft {
  return {
    rule,
    family: "pair",
    explicitId,
    term: lead.term,
    body: bodyOf(lead.said, lead.below),
    line,
    section: labels.section,
    cards: cardsOf(lead, labels),
  };
}

function cardsOf(lead: LeadIn, labels: Labels): CardDraft[] {
  const { about, topic, headingClass, standAlone } = labels;
  const term = textOf(lead.term);
  const answer = about.isEnglish ? resolveSubject(lead.said, term) : lead.said;
  if (/[?？]$/.test(term)) return [forwardCard(lead.term, answer, { below: lead.below })];
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
  if (prompt === null) return [];
  const sentences = headingClass === "why" ? sentencesToTerm(answer, lead.term) : 1;
  const forward = forwardCard(prompt, answer, { below: lead.below, sentences });
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

/** "Learn how to build one": no description of anything. */
function invites(said: readonly Inline[]): boolean {
  return invitationWords.has(/[\p{L}-]+/u.exec(proseOf(said))?.[0].toLowerCase() ?? "");
}

function reverseOf(lead: LeadIn, forward: CardDraft, { labels, noun }: { labels: Labels; noun: Noun }): CardDraft | null {
  const { templates } = labels.about;
  if (invites(forward.answer)) return null;
  const asksForName = isDefinition(forward.answer) && lead.style !== "code";
  const prompt = asksForName ? templates.namedTerm(forward.answer, noun) : templates.whichTerm(labels.topic, forward.answer);
  return prompt && typedCard(prompt, noun.nodes);
}
