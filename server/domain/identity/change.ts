import { norm } from "./normalise.js";
import { trigramDice } from "./similarity.js";

/** What a learner sees of a card, Markdown. */
export interface Wording {
  readonly prompt: string;
  readonly answer: string;
}

/** From here on two answers say the same in other words; measured on simulated edits. */
const sameAnswerFrom = 0.6;

/** Whether the learners' progress may no longer fit: another answer, or another number, negation or flag, however alike the texts are. */
export function hasChanged(before: Wording, after: Wording): boolean {
  return answerSimilarity(before, after) < sameAnswerFrom || decisiveWords(before) !== decisiveWords(after);
}

/** How alike two answers are, 0..1. */
export function answerSimilarity(before: Pick<Wording, "answer">, after: Pick<Wording, "answer">): number {
  return trigramDice(norm(before.answer), norm(after.answer));
}

const negations = new Set(
  "not no never none nor neither cannot without nobody nothing nowhere nicht kein keine keinen keinem keiner nie niemals ohne pas jamais sans aucun aucune nunca sin".split(
    " ",
  ),
);
const numbers = new Set(
  "zero one two three four five six seven eight nine ten eleven twelve hundred thousand million half twice".split(" "),
);
const articles = new Set(["a", "an", "the"]);

/** The words that turn a statement into another one, in order; a negation goes with the word that it negates. */
function decisiveWords({ prompt, answer }: Wording): string {
  const words = norm(`${prompt}\n\n${answer}`)
    .split(" ")
    .filter((word) => !articles.has(word));
  const decisive: string[] = [];
  words.forEach((word, index) => {
    if (isNegation(word)) decisive.push(`${word} ${words[index + 1] ?? ""}`);
    else if (/[\p{N}+#]|^-/u.test(word) || numbers.has(word)) decisive.push(word);
  });
  return decisive.join("\n");
}

/** Apostrophes are gone from normalised words: "isn't" is `isnt`. */
function isNegation(word: string): boolean {
  return negations.has(word) || /^(?:is|are|was|were|do|does|did|has|have|had|ca|wo|could|would|should|must|need)nt$/.test(word);
}
