import { contentStems } from "../language/words.js";
import type { CardKind } from "../model.js";

/** Of a heading that announces a comparison, a question about one side of it says enough. */
const framing = contentStems("compared comparing comparison differ different differences versus vs");

/**
 * The way to a card, outermost first: `path` without the segments that the question already holds and without those that give the
 * answer away (for a typed term, any that holds a part of it).
 */
export function contextOf(path: readonly string[], prompt: string, answer: string, kind: CardKind): string[] {
  const asked = contentStems(prompt);
  const wanted = contentStems(answer);
  const context: string[] = [];
  for (const segment of path) {
    const stems = [...contentStems(segment)];
    const isSaid = stems.every((stem) => asked.has(stem) || framing.has(stem));
    if (isSaid || context.includes(segment)) continue;
    const known = new Set([...asked, ...context.flatMap((each) => [...contentStems(each)]), ...stems]);
    const isTold = kind === "basic" ? [...wanted].every((stem) => known.has(stem)) : stems.some((stem) => wanted.has(stem));
    if (!isTold) context.push(segment);
  }
  return context;
}
