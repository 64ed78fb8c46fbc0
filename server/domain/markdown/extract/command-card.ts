import { commandAtStart, isProgram } from "../language/command-words.js";
import { resolveSubject } from "../phrase/subject.js";
import type { Block, Inline } from "../tree/blocks.js";
import { codeNode } from "../tree/inline.js";
import { forwardCard, presentCards, typedCard } from "./card.js";
import type { CardDraft, Surroundings } from "./draft.js";

/** What is said about a command, as an answer to what it does. */
export function saidOf(said: readonly Inline[], command: string, about: Surroundings): Inline[] {
  return about.isEnglish ? resolveSubject(said, command) : [...said];
}

/** The cards "what does it do" and, where `code` is a command without arguments, "which command does it". */
export function commandCards(
  code: string,
  said: readonly Inline[],
  place: { about: Surroundings; below: readonly Block[]; isBare: boolean },
): CardDraft[] {
  const { templates } = place.about;
  const forward = forwardCard(templates.whatDoes(code, said), said, { below: place.below });
  const asked = place.isBare ? templates.whichCommand(forward.answer) : null;
  return presentCards([forward, asked && typedCard(asked, [codeNode(code)], aliasesOf(code))]);
}

/** The other way to write a command of a program that is called with a space or with a hyphen ("docker compose", "docker-compose"). */
function aliasesOf(command: string): string[] {
  const [name = "", ...rest] = command.split(" ");
  const [program = "", word] = name.split("-");
  if (word !== undefined) {
    const spaced = [program, word, ...rest].join(" ");
    return commandAtStart(spaced, true) === null ? [] : [spaced];
  }
  const joined = `${name}-${rest[0] ?? ""}`;
  return isProgram(joined) ? [[joined, ...rest.slice(1)].join(" ")] : [];
}
