import type { Inline } from "../tree/blocks.js";
import { isAllCode, proseOf, textOf } from "../tree/inline.js";
import { joined } from "./cell-question.js";
import type { CellQuestion } from "./cell-question.js";
import { columnNoun, withoutMark } from "./column-noun.js";
import { lowerFirst } from "./noun.js";
import type { Noun } from "./noun.js";
import { asQuestion } from "./question.js";
import { baseOf, leadingVerb } from "./verb.js";

const asksSomething = /^(?:how|why|when|where|what|which|who)\b/i;
const verbHeader =
  /^(?:adds|affects|allows|connects|contains|creates|defines|deletes|describes|detects|disables|displays|enables|enforces|ensures|generates|gives|handles|hides|holds|identifies|includes|increases|keeps|makes|manages|matches|performs|prevents|prints|produces|protects|provides|reaches|receives|reduces|removes|replaces|reports|represents|requires|returns|runs|sends|shows|solves|stores|supports)$/i;
/** "Best for" goes on after a colon with small letters; a name does not. */
const opensPhrase = /^(?:best|good|used?|can|if|with|without)\b/i;

/** Asks for a cell: of a thing that has a name by a whole question, of any other below the topic. */
export function englishCell(question: CellQuestion): Inline[] {
  const { topic, term, noun } = question;
  const [does, it, is] = noun.isPlural ? ["do", "they", "are"] : ["does", "it", "is"];
  const ask = (before: string, after: string, short: string): Inline[] =>
    standsAlone(noun) ? joined(before, term, after) : joined(topic, " — ", term, ": ", short);
  switch (roleOfAnswer(question)) {
    case "meaning":
      return ask(`What ${does} `, " mean?", `what ${does} ${it} mean?`);
    case "longForm":
      return joined("What does ", term, " stand for?");
    case "purpose":
      return ask(`What ${is} `, " used for?", `what ${is} ${it} used for?`);
    case "occasion":
      return ask("When do you use ", "?", `when do you use ${it === "they" ? "them" : it}?`);
    case "action":
      return ask(`What ${does} `, " do?", `what ${does} ${it} do?`);
    case "event":
      return isYear(noun) ? joined("What happened in ", term, "?") : joined(topic, " — ", term, ": what happened?");
    case "attribute":
      return askForAttribute(question);
    case "value":
      return joined(topic, " — ", term, "?");
    default: {
      const verb = verbOf(textOf(withoutMark(question.header)));
      return verb === null
        ? joined(topic, " — ", term, ": ", headerAsQuestion(question))
        : ask(`What ${does} `, ` ${verb}?`, `what ${does} ${it} ${verb}?`);
    }
  }
}

/** The role of a column as this answer has it: what is said to be a purpose or function may be something that the thing does, or is. */
function roleOfAnswer({ role, header, answer }: CellQuestion): CellQuestion["role"] {
  const verb = leadingVerb(proseOf(answer));
  if (role === "purpose" && verb?.isThirdPerson === true) return "action";
  return role === "action" && verb === null && /^functions?$/i.test(textOf(header).trim()) ? "attribute" : role;
}

function askForAttribute(question: CellQuestion): Inline[] {
  const { topic, term, noun } = question;
  const { nodes, isPlural, unit } = columnNoun(question);
  const inUnit = unit === "" ? "?" : ` in ${unit}?`;
  const be = isPlural ? "are" : "is";
  return standsAlone(noun)
    ? joined(`What ${be} the `, nodes, " of ", term, inUnit)
    : joined(topic, " — ", term, `: what ${be} the `, nodes, inUnit);
}

/** A header as the end of a question: "What the step gets" as "what does the step get?", "Windows" as "Windows?". */
function headerAsQuestion(question: CellQuestion): readonly Inline[] {
  const words = withoutMark(question.header);
  const small = columnNoun(question).nodes;
  if (asksSomething.test(textOf(words))) return lowerFirst(asQuestion(words) ?? joined(small, "?"));
  return joined(opensPhrase.test(textOf(words)) ? small : words, "?");
}

/** The base form of a header that is a verb and no noun ("Removes", not "Ports"). */
function verbOf(header: string): string | null {
  return verbHeader.test(header) ? baseOf(header) : null;
}

/** Whether a thing can be named without its topic: by what is surely a name, or by code that is no word of every day. */
function standsAlone(noun: Noun): boolean {
  return noun.standing === "name" && !(isAllCode(noun.nodes) && /^[a-z]*$/.test(textOf(noun.nodes)));
}

/** Whether something stands for a year ("1789", "c. 300 BC"). */
export function isYear(noun: Noun): boolean {
  return /^(?:c\.|ca\.?|circa)?\s?\d{3,4}(?:\s?(?:BC|AD|BCE|CE))?$/i.test(textOf(noun.nodes));
}
