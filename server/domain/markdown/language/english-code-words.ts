import { list } from "./english-words.js";

/** English in comments, keywords, pictures and quotations, as data like `english-words.ts`. All in lower case. */

/** Verbs that begin advice about a thing rather than what it does. */
export const adviceVerbs = list("use note see try check avoid make remember keep prefer ensure");

/** What a sentence begins with that says something around a thing, not what it is or does. */
export const asideOpeners = list(
  "you we i there if when see note only also both first then next here now finally let ex e.g i.e example",
);

/** What says that a passage is about the keys of a file, not about other words that look like them. */
export const keyNouns = list(`
  key keys option options attribute attributes directive directives setting settings property properties field fields element elements instruction
  instructions parameter parameters keyword keywords file files yml yaml conf configuration`);

/** What the keyword of a heading is called there: "The `SELECT` statement". */
export const keywordNouns = list(`
  instruction instructions statement statements clause clauses command keyword key directive option property attribute method methods setting section
  verb request requests`);
