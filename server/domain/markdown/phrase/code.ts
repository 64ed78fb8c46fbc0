import type { KnownNotation } from "../language/notations.js";
import type { Inline } from "../tree/blocks.js";
import { codeNode, proseOf, textNode } from "../tree/inline.js";
import type { Templates } from "./templates.js";
import { leadingVerbOfAction } from "./verb.js";

interface Asked {
  readonly notation: Pick<KnownNotation, "name" | "asked">;
  readonly about: { readonly isEnglish: boolean; readonly templates: Pick<Templates, "whatDoes"> };
  /** The subject of the passage. */
  readonly topic: readonly Inline[];
  readonly answer: readonly Inline[];
}

/** "In a Dockerfile, what does `EXPOSE 3000` do?", "Cache server: what is `maxmemory 2gb` for?", "What does `git stash` do?" */
export function codeQuestion(code: string, { notation: { name, asked }, about, topic, answer }: Asked): Inline[] {
  if (asked === "alone") return about.templates.whatDoes(code, answer);
  if (!about.isEnglish) return [...(asked === "by topic" ? topic : [textNode(name)]), textNode(" — "), codeNode(code)];
  const isAction = leadingVerbOfAction(proseOf(answer)) !== null || /^\w+ing\s/.test(proseOf(answer));
  const start = asked === "by topic" ? [...topic, textNode(": ")] : [textNode(`In ${asked.in}, `)];
  return [...start, textNode(isAction ? "what does " : "what is "), codeNode(code), textNode(isAction ? " do?" : " for?")];
}

/** "Dockerfile: `____ /usr/src/app` — Working directory inside the container" */
export function gapPrompt(name: string, rest: string, comment: readonly Inline[]): Inline[] {
  return [textNode(`${name}: `), codeNode(`____${rest}`), textNode(" — "), ...comment];
}
