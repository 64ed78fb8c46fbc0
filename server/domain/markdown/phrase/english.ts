import { contentStems, countWords } from "../language/words.js";
import type { Inline } from "../tree/blocks.js";
import { codeNode, isAllCode, proseOf, textNode, textOf } from "../tree/inline.js";
import { indefiniteArticle, isDefinition, lowerFirst, withoutFullStop } from "./noun.js";
import type { FlagNames, LabelledTerm, Templates } from "./templates.js";
import { isSentence, leadingVerb, leadingVerbOfAction } from "./verb.js";

/** A description longer than this makes a question that nobody reads to its end; in words. */
const longestDescription = 25;
const longestFlagMeaning = 8;
/** Words with content that a description needs. */
const fewestClues = 2;

export const english: Templates = { whatIs, labelled, whichTerm, namedTerm, whatDoes, whichCommand, whatDoesFlag, whichFlag };

/** Joins text and nodes. */
function words(...parts: readonly (string | readonly Inline[])[]): Inline[] {
  return parts.flatMap((part) => (typeof part === "string" ? [textNode(part)] : [...part]));
}

function whatIs(term: readonly Inline[], article: "a" | "the" | "none", plural: boolean): Inline[] {
  const determiner = article === "a" && !plural ? `${indefiniteArticle(textOf(term))} ` : article === "the" ? "the " : "";
  return words(plural ? "What are " : "What is ", determiner, term, "?");
}

function labelled(label: LabelledTerm): Inline[] | null {
  const { term, noun, headingClass } = label;
  const prose = proseOf(label.answer);
  if (interrogative.test(textOf(term))) return words(label.topic, ": ", lowerFirst(term), "?");
  if (isPastParticiple(prose)) return null;
  if (headingClass === "why") return aspect(label, noun.isPlural ? "what do they mean?" : "what does it mean?");
  if (headingClass === "differences") return aspect(label, isNamedIn(label.topic, term) ? askedOf(label) : "how do they differ?");
  const verb = leadingVerb(prose);
  if (isAllCode(term) && label.standsAlone)
    return verb && !(noun.isPlural && verb.isThirdPerson) ? words("What does ", term, " do?") : words("What is ", term, "?");
  if (isDefinition(label.answer) && !isAllCode(term)) return whatIs(...definedTerm(noun, prose), noun.isPlural);
  if (headingClass === "steps" && /^\p{L}+ing\b/u.test(textOf(term))) return aspect(label, "how is it done?");
  const asked = askedOf(label);
  if (isAllCode(term) || !label.standsAlone || !/(?:is it|are they)\?$/.test(asked)) return aspect(label, asked);
  // Under a heading that announces kinds or words, a label is one of them; elsewhere it may be a property of the heading's subject.
  const isKind = headingClass === "types" || headingClass === "what";
  const isTerm = noun.standing !== "common" || (isKind && (noun.isPlural || noun.isCounted));
  return isTerm ? whatIs(noun.nodes, noun.isCounted ? "a" : "none", noun.isPlural) : aspect(label, asked);
}

const interrogative = /^(?:where|when|why|how|who|what)$/i;

/** "Murdered in his bath": what is said has a subject that no question can name. */
function isPastParticiple(prose: string): boolean {
  return (
    /^\p{L}+(?:ed|lt|pt|ght|wn)\s(?:by|in|on|at|from|with|as|under|to|for|after|before|during)\s/iu.test(prose) &&
    !/^(?:used|based|made|meant)\s/i.test(prose)
  );
}

/** Whether a heading names a label: then it is one of the things that are compared, else an aspect in which they are. */
function isNamedIn(topic: readonly Inline[], term: readonly Inline[]): boolean {
  const named = contentStems(textOf(topic));
  return [...contentStems(textOf(term))].every((stem) => named.has(stem));
}

/** The question that what is said about a label answers, by the way it begins. */
function askedOf({ answer, isSubject, noun }: LabelledTerm): string {
  const prose = proseOf(answer);
  const verb = leadingVerb(prose);
  if (verb && verb.isThirdPerson && !noun.isPlural) return "what does it do?";
  if (verb && !verb.isThirdPerson) return noun.isPlural && isSubject ? "what do they do?" : "what do you do?";
  if (/^used\s/i.test(prose)) return noun.isPlural ? "what are they used for?" : "what is it used for?";
  if (isSentence(prose)) return noun.isPlural ? "what do they mean?" : "what does it mean?";
  return noun.isPlural ? "what are they?" : "what is it?";
}

/** A term with the article that a question needs. Where nothing tells a name from a common noun, it is put in quotes. */
function definedTerm({ nodes, standing }: LabelledTerm["noun"], definition: string): [readonly Inline[], "a" | "the" | "none"] {
  if (standing === "unknown") return [words("“", nodes, "”"), "none"];
  if (standing === "name") return [nodes, "none"];
  return [nodes, /^the\s/i.test(definition) ? "the" : "a"];
}

/** "Why use containers — Portability: what does it mean?" */
function aspect(label: LabelledTerm, question: string): Inline[] {
  return words(label.topic, " — ", label.term, `: ${question}`);
}

function whichTerm(topic: readonly Inline[], description: readonly Inline[]): Inline[] | null {
  if (!canBeRecognised(description)) return null;
  return words(topic, " — which one is this? ", description);
}

function namedTerm(description: readonly Inline[], noun: Pick<LabelledTerm["noun"], "standing" | "isPlural">): Inline[] | null {
  if (!canBeRecognised(description)) return null;
  const said = withoutFullStop(lowerFirst(description));
  return noun.standing !== "common"
    ? words(noun.isPlural ? "____ are " : "____ is ", said, ".")
    : words("What do you call ", said, "?");
}

/** Whether a description is short enough to be read and says enough to find its term by: "a tool" could be anything. */
function canBeRecognised(description: readonly Inline[]): boolean {
  const text = textOf(description);
  return countWords(text) <= longestDescription && contentStems(text).size >= fewestClues;
}

function whatDoes(code: string, answer: readonly Inline[]): Inline[] {
  return leadingVerbOfAction(proseOf(answer)) || /^\w+ing\s/.test(proseOf(answer))
    ? words("What does ", [codeNode(code)], " do?")
    : words("What is ", [codeNode(code)], " for?");
}

function whichCommand(answer: readonly Inline[]): Inline[] | null {
  return which("Which command", answer, longestDescription);
}

function whatDoesFlag(command: string, { name, aliases }: FlagNames, answer: readonly Inline[]): Inline[] {
  const others = aliases.flatMap((alias, index) => words(index === 0 ? " (" : ", ", [codeNode(alias)]));
  const asked = words([codeNode(name)], others, aliases.length > 0 ? ")" : "");
  return leadingVerbOfAction(proseOf(answer))
    ? words("In ", [codeNode(command)], ", what does ", asked, " do?")
    : words("In ", [codeNode(command)], ", what is ", asked, " for?");
}

function whichFlag(command: string, answer: readonly Inline[]): Inline[] | null {
  const start = textOf(words("Which flag of ", [codeNode(command)]));
  const asked = which(start, answer, longestFlagMeaning);
  return asked && words("Which flag of ", [codeNode(command)], asked.slice(1));
}

/** "Which command removes a stopped container?" or "Which command do you use to remove …?", if the answer begins with a verb. */
export function which(start: string, answer: readonly Inline[], mostWords: number): Inline[] | null {
  const prose = proseOf(answer);
  if (countWords(textOf(answer)) > mostWords) return null;
  const said = withoutFullStop(lowerFirst(answer));
  const verb = leadingVerbOfAction(prose);
  if (verb?.isThirdPerson) return words(start, " ", said, "?");
  if (verb) return words(start, " do you use to ", said, "?");
  return /^\w+ing\s/.test(prose) ? words(start, " do you use for ", said, "?") : null;
}
