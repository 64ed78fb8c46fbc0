import type { Section } from "../outline/sections.js";
import { titleOf } from "../phrase/heading.js";
import { speaksOf } from "../phrase/subject.js";
import { leadingVerb } from "../phrase/verb.js";
import type { Inline, ListItem } from "../tree/blocks.js";
import { codeNode, proseOf, sliceInlines, textOf, trimInlines, withoutMarks } from "../tree/inline.js";
import { bodyOf, facetName, forwardCard } from "./card.js";
import { commandCards, saidOf } from "./command-card.js";
import type { CardDraft, FactDraft, Surroundings } from "./draft.js";
import { leadInOf } from "./lead-in.js";
import type { LeadIn } from "./lead-in.js";
import { commandOfTitle } from "./parent-command.js";
import type { Reading } from "./reading.js";

export const usageLabel = /^(?:usage|use|purpose|description|what it does|function|meaning|does)$/i;
const exampleLabel = /^(?:examples?|e\.g\.?|sample)$/i;
/** What may stand between an example and what it does. */
const gap = /^\s*(?:[:–—]|-{1,3}(?=\s)|→|=)?\s*/;

interface Labelled {
  readonly item: ListItem;
  readonly lead: LeadIn;
}

/** F5 in a section under a command's name: its use, and examples of it. */
export function commandSectionFacts({ section, about, taken }: Reading): FactDraft[] {
  const heading = section.headings.at(-1);
  const command = heading ? commandOfTitle(titleOf(heading), about) : null;
  if (!heading || command === null) return [];
  const labelled = labelledItems(section);
  const usage = labelled.find(({ lead }) => usageLabel.test(textOf(lead.term)));
  const examples = labelled.filter(({ lead }) => exampleLabel.test(textOf(lead.term)));
  labelled.forEach(({ item }) => taken.add(item));
  const described = usage ? usage.lead.said : descriptionIn(section, command, about);
  const cards = [
    ...(described
      ? commandCards(command, saidOf(described, command, about), { about, below: usage?.lead.below ?? [], isBare: true })
      : []),
    ...examples.flatMap(({ lead }) => exampleCard(lead.said, command, about) ?? []),
  ];
  if (cards.length === 0) return [];
  if (described && !usage && section.blocks[0]) taken.add(section.blocks[0]);
  return [
    {
      rule: "F5",
      family: "pair",
      explicitId: usage?.item.explicitId ?? heading.explicitId,
      term: [codeNode(command)],
      body: [...(described ? [described] : []), ...examples.map(({ lead }) => lead.said)]
        .map((said) => bodyOf(said))
        .join("\n\n"),
      line: (usage?.item ?? section.blocks[0])?.line ?? section.line,
      section,
      cards,
    },
  ];
}

function labelledItems(section: Section): Labelled[] {
  const items = section.blocks.flatMap((block) => (block.kind === "list" ? block.items : []));
  return items.flatMap((item) => {
    const lead = leadInOf(item);
    const label = lead ? textOf(lead.term) : "";
    return lead && (usageLabel.test(label) || exampleLabel.test(label)) ? [{ item, lead }] : [];
  });
}

/** The paragraph below a command's heading, if it says what the command does: its subject is the command, or nothing. */
function descriptionIn(section: Section, command: string, about: Surroundings): readonly Inline[] | null {
  const first = section.blocks[0];
  if (first?.kind !== "paragraph" || !about.isEnglish || /:\s*$/.test(proseOf(first.content))) return null;
  const isAboutIt = speaksOf(first.content, command) || leadingVerb(proseOf(first.content))?.isThirdPerson === true;
  return isAboutIt ? first.content : null;
}

/** "`docker run -d nginx` – starts …", split where the code span ends; `null` where it only repeats the command. */
function exampleCard(said: readonly Inline[], command: string, about: Surroundings): CardDraft | null {
  const first = withoutMarks(said)[0];
  if (first?.kind !== "code" || first.text === command) return null;
  const rest = sliceInlines(said, first.text.length);
  const meaning = saidOf(trimInlines(sliceInlines(rest, gap.exec(proseOf(rest))?.[0].length ?? 0)), first.text, about);
  if (meaning.length === 0) return null;
  return forwardCard(about.templates.whatDoes(first.text, meaning), meaning, { facet: `example:${facetName([first])}` });
}
