import { adviceVerbs } from "../language/english-code-words.js";
import { nounVerbs } from "../language/english-words.js";
import type { Section } from "../outline/sections.js";
import { titleOf } from "../phrase/heading.js";
import { speaksOf } from "../phrase/subject.js";
import { leadingVerb } from "../phrase/verb.js";
import type { Block, Inline, ListItem } from "../tree/blocks.js";
import { isAllCode, proseOf, textOf } from "../tree/inline.js";
import { bodyOf, continuationOf } from "./card.js";
import { usageLabel } from "./command-section.js";
import type { FactDraft, Surroundings } from "./draft.js";
import { keywordOfTitle, notationOf, placesAbove } from "./keyword.js";
import { namesKeyword, keywordCards, saidOfKeyword } from "./keyword-card.js";
import { leadInOf, leadInOfContent } from "./lead-in.js";
import type { Reading } from "./reading.js";

/** So many blocks below a heading are looked at; forms of the keyword in code may come first. */
const highest = 6;

/** F8 in a section under a keyword: the item "Purpose: …" of a list, or the paragraph below the heading, that says what it does. */
export function keywordSectionFacts({ section, about, taken }: Reading): FactDraft[] {
  const heading = section.headings.at(-1);
  const keywords = heading ? keywordOfTitle(titleOf(heading), about) : null;
  const [word = ""] = keywords?.words ?? [];
  const found = keywords && (purposeIn(section) ?? descriptionIn(section, word, about));
  if (!heading || !keywords || !found || taken.has(found.part)) return [];
  const places = placesAbove({ ...section, headings: section.headings.slice(0, -1) }, 0, about);
  const notation = notationOf(keywords.words, { places, said: found.said }, about);
  if (!notation) return [];
  taken.add(found.part);
  return [
    {
      rule: "F8",
      family: "pair",
      explicitId: found.part.explicitId ?? heading.explicitId,
      term: titleOf(heading),
      body: bodyOf(found.said, found.below),
      line: found.part.line,
      section,
      cards: keywordCards(keywords, saidOfKeyword(found.said, word, about), { notation, about, below: found.below }),
    },
  ];
}

interface Description {
  readonly said: readonly Inline[];
  readonly below: readonly Block[];
  /** What is read with it. */
  readonly part: Block | ListItem;
}

function purposeIn({ blocks }: Section): Description | null {
  const items = blocks.flatMap((block) => (block.kind === "list" ? block.items : []));
  for (const item of items) {
    const lead = leadInOf(item);
    if (lead && usageLabel.test(textOf(lead.term)) && !isAllCode(lead.said))
      return { said: lead.said, below: lead.below, part: item };
  }
  return null;
}

/** The paragraph at the top that has the keyword as its subject, else the first block if it speaks of it without its name. */
function descriptionIn(section: Section, word: string, { isEnglish }: Surroundings): Description | null {
  if (!isEnglish) return null;
  const paragraphs = section.blocks.slice(0, highest).filter((block) => block.kind === "paragraph");
  const statements = paragraphs.filter(({ content }) => !/[:：]\s*$/.test(proseOf(content)));
  const named = statements.find(({ content }) => namesKeyword(content, word));
  const first = statements.find((paragraph) => paragraph === section.blocks[0] && saysWhatItDoes(paragraph.content));
  const part = named ?? first;
  if (!part) return null;
  const lead = leadInOfContent(part.content);
  const said = lead && usageLabel.test(textOf(lead.term)) ? lead.said : part.content;
  return { said, below: continuationOf(part, section), part };
}

/** "Copies …", "It copies …", "**Purpose**: copies …", but no advice ("Use …"). */
function saysWhatItDoes(content: readonly Inline[]): boolean {
  const lead = leadInOfContent(content);
  if (speaksOf(content, "") || (lead && usageLabel.test(textOf(lead.term)))) return true;
  const verb = leadingVerb(proseOf(content));
  return verb !== null && !adviceVerbs.has(verb.base) && !(verb.isThirdPerson && nounVerbs.has(verb.base));
}
