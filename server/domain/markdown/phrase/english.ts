import { countWords } from "../language/words.js";
import type { Inline } from "../tree/blocks.js";
import { codeNode, isAllCode, proseOf, textNode, textOf } from "../tree/inline.js";
import { indefiniteArticle, isName, isPlural, lowerFirst, withoutFullStop } from "./noun.js";
import type { LabelledTerm, Templates } from "./templates.js";
import { leadingVerb } from "./verb.js";

/** A description longer than this makes a question that nobody reads to its end; in words. */
const longestDescription = 25;
const longestFlagMeaning = 8;

export const english: Templates = { whatIs, labelled, whichTerm, namedTerm, whatDoes, whichCommand, whatDoesFlag, whichFlag };

/** Joins text and nodes. */
function words(...parts: readonly (string | readonly Inline[])[]): Inline[] {
  return parts.flatMap((part) => (typeof part === "string" ? [textNode(part)] : [...part]));
}

function whatIs(term: readonly Inline[], article: "a" | "the" | "none", plural: boolean): Inline[] {
  const determiner = article === "a" && !plural ? `${indefiniteArticle(textOf(term))} ` : article === "the" ? "the " : "";
  return words(plural ? "What are " : "What is ", determiner, term, "?");
}

function labelled(label: LabelledTerm): Inline[] {
  const { topic, term, termInSentence, headingClass } = label;
  if (headingClass === "differences") return aspect(label, "how do they differ?");
  const plural = isPlural(term);
  if (headingClass === "why") return aspect(label, plural ? "what do they mean?" : "what does it mean?");
  const article = /^(an?|the)\s/i.exec(proseOf(label.answer))?.[1]?.toLowerCase();
  if (isAllCode(term))
    return article || !leadingVerb(proseOf(label.answer)) ? words("What is ", term, "?") : words("What does ", term, " do?");
  if (article) return whatIs(termInSentence, isName(termInSentence) ? "none" : article === "the" ? "the" : "a", plural);
  if (headingClass === "steps" && /^\p{L}+ing\b/u.test(textOf(term))) return aspect(label, "how is it done?");
  if (leadingVerb(proseOf(label.answer))?.isThirdPerson) return aspect(label, "what does it do?");
  if (headingClass === "types") return aspect(label, plural ? "what are they?" : "what is it?");
  return textOf(topic) === textOf(term)
    ? words("What does ", term, " mean?")
    : aspect(label, plural ? "what do they mean?" : "what does it mean?");
}

/** "Why use containers — Portability: what does it mean?" */
function aspect(label: LabelledTerm, question: string): Inline[] {
  return words(label.topic, " — ", label.term, `: ${question}`);
}

function whichTerm(topic: readonly Inline[], description: readonly Inline[]): Inline[] | null {
  if (countWords(textOf(description)) > longestDescription) return null;
  return words(topic, " — which one is this? ", description);
}

function namedTerm(description: readonly Inline[], name: boolean, plural: boolean): Inline[] | null {
  if (countWords(textOf(description)) > longestDescription) return null;
  const said = withoutFullStop(lowerFirst(description));
  return name ? words(plural ? "____ are " : "____ is ", said, ".") : words("What do you call ", said, "?");
}

function whatDoes(code: string, answer: readonly Inline[]): Inline[] {
  return leadingVerb(proseOf(answer)) || /^\w+ing\s/.test(proseOf(answer))
    ? words("What does ", [codeNode(code)], " do?")
    : words("What is ", [codeNode(code)], " for?");
}

function whichCommand(answer: readonly Inline[]): Inline[] | null {
  return which("Which command", answer, longestDescription);
}

function whatDoesFlag(command: string, flag: string, aliases: readonly string[], answer: readonly Inline[]): Inline[] {
  const names = aliases.flatMap((alias, index) => words(index === 0 ? " (" : ", ", [codeNode(alias)]));
  const asked = words([codeNode(flag)], names, aliases.length > 0 ? ")" : "");
  return leadingVerb(proseOf(answer))
    ? words("In ", [codeNode(command)], ", what does ", asked, " do?")
    : words("In ", [codeNode(command)], ", what is ", asked, " for?");
}

function whichFlag(command: string, answer: readonly Inline[]): Inline[] | null {
  const start = textOf(words("Which flag of ", [codeNode(command)]));
  const asked = which(start, answer, longestFlagMeaning);
  return asked && words("Which flag of ", [codeNode(command)], asked.slice(1));
}

/** "Which command removes a stopped container?" or "Which command do you use to remove …?", if the answer begins with a verb. */
function which(start: string, answer: readonly Inline[], mostWords: number): Inline[] | null {
  const prose = proseOf(answer);
  if (countWords(textOf(answer)) > mostWords) return null;
  const said = withoutFullStop(lowerFirst(answer));
  const verb = leadingVerb(prose);
  if (verb?.isThirdPerson) return words(start, " ", said, "?");
  if (verb) return words(start, " do you use to ", said, "?");
  return /^\w+ing\s/.test(prose) ? words(start, " do you use for ", said, "?") : null;
}
