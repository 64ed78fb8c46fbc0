import type { ColumnRole } from "../language/table-words.js";
import { countWords } from "../language/words.js";
import type { Inline } from "../tree/blocks.js";
import { proseOf, textOf } from "../tree/inline.js";
import { isYear } from "./cell-english.js";
import { joined, longestValue } from "./cell-question.js";
import type { CellQuestion } from "./cell-question.js";
import { columnNoun, keyNoun, withoutMark } from "./column-noun.js";
import { lowerFirst, withoutFullStop } from "./noun.js";
import { leadingVerb } from "./verb.js";

/** A longer description makes a question that nobody reads to its end; in words. */
const longestDescription = 25;
const describing: ReadonlySet<ColumnRole> = new Set(["definition", "purpose", "action", "event"]);

/** Asks which key has what a cell says; `null` where that makes no question. */
export function englishKey(question: CellQuestion): Inline[] | null {
  const { topic, header, keyHeader, role, answer } = question;
  const value = withoutFullStop(answer);
  if (countWords(textOf(value)) > (describing.has(role) ? longestDescription : longestValue)) return null;
  const which = joined(topic, ` — which ${keyNoun(question)} `);
  const doesIt = leadingVerb(proseOf(answer))?.isThirdPerson === true;
  switch (role) {
    case "definition":
      return joined(which, doesIt ? "does this? " : "is this? ", answer);
    case "purpose":
      return joined(which, doesIt ? "does this? " : "is used for this? ", answer);
    case "action":
      return joined(which, "does this? ", answer);
    case "meaning":
      return joined(which, "means “", lowerFirst(value), "”?");
    case "longForm":
      return joined(which, "stands for ", value, "?");
    case "event":
      return joined(topic, isYear(question.noun) ? " — in which year was this? " : " — when was this? ", answer);
    case "attribute": {
      const { nodes, unit } = columnNoun(question);
      return joined(which, "has ", value, unit === "" ? "" : ` ${unit}`, " as its ", nodes, "?");
    }
    case "other":
      if (textOf(keyHeader).trim() === "") return null;
      return joined(topic, " — ", value, " (", withoutMark(header), "): ", withoutMark(keyHeader), "?");
    default:
      return null;
  }
}
