import { contentStems } from "../language/words.js";
import { shareOf, type Asked, type Found, type PlacedSection, type Share } from "./asked.js";
import { isFirst } from "./survey.js";

/** A section with fewer words need not have a card. */
const fewestWords = 25;

/** The terms of the notes that at least one card asks for or answers with. */
export function termCoverage(sections: readonly PlacedSection[], asked: readonly Asked[]): Share<Found> {
  const stems = new Set<string>();
  const codes: string[] = [];
  for (const { prompt, answer } of asked) {
    for (const stem of contentStems(`${prompt} ${answer}`)) stems.add(stem);
    codes.push(prompt, answer);
  }
  const said = codes.join("\n");
  const terms = sections.flatMap(({ path, terms }) => terms.map((term) => ({ path, ...term })));
  const names = new Set<string>();
  const unique = terms.filter(({ path, term, isCode }) => isFirst(names, `${path} ${String(isCode)} ${term.toLowerCase()}`));
  return shareOf(
    unique,
    ({ term, isCode }) => (isCode ? said.includes(term) : [...contentStems(term)].every((stem) => stems.has(stem))),
    ({ path, line, term }) => ({ path, line, text: term }),
  );
}

/** The sections that have something to say and at least one card. */
export function sectionCoverage(sections: readonly PlacedSection[], asked: readonly Asked[]): Share<Found> {
  // What stands above the first heading leads in and needs no card.
  const weighty = sections.filter(({ heading, proseWords }) => heading !== "" && proseWords >= fewestWords);
  return shareOf(
    weighty,
    ({ path, line, endLine }) => asked.some(({ fact }) => fact.path === path && line <= fact.line && fact.line <= endLine),
    ({ path, line, heading }) => ({ path, line, text: heading }),
  );
}
