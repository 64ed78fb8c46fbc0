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

/** Stop words that a noun may follow at the start of a phrase. */
export const determiners = list("a an the all both each every any some more most your its other another");

/** A comment in code that begins with one of these says something about the code's state, its result or its rank among others. */
export const commentLabels = list(`
  todo fixme xxx hack note nb warning caution example examples e.g optional optionally output outputs result results return returns print prints show
  shows yields gives expected error errors fails throws or and but else alternatively alternative same see bad good wrong right correct incorrect before
  after old new deprecated usage also first second third finally then next lastly default substitute assuming suppose remember please avoid prefer never
  don't do using with`);

/** Words by which a comment in code leans on the lines around it, or on its author. */
export const leaningWords = list(`
  we us i my mine here now above below again also instead otherwise following previous earlier later same let's lets something somehow whatever etc`);

/** Words that say what kind of picture one is, not what it shows. */
export const pictureWords = list(`
  picture image photo figure fig diagram chart graph graphic drawing illustration sketch schema overview view example preview screenshot screen shot
  animation demo showing shows depicting illustrating`);

/** Pictures that decorate or show a moment of somebody's screen. */
export const decorationWords = list(`
  logo icon badge shield banner avatar screenshot screencast thumbnail favicon emoji untitled pasted page ui dialog button dropdown dashboard menu
  window`);

/** Who says nothing in person: a quotation of them is a reference. */
export const publications = list(`
  source sources wikipedia documentation docs manual guide reference specification spec rfc website blog article news book handbook dictionary faq
  readme team editor editors author authors anonymous unknown me myself someone`);
