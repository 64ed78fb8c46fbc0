import type { Inline } from "../tree/blocks.js";
import { textNode } from "../tree/inline.js";

/**
 * "What does this show?" with the picture, or the topic with the picture where the language has no words. Its alternative text is left out: it is the
 * answer. No white space stands before the picture, for that would be cut off with it.
 */
export function pictureQuestion(
  source: string,
  { topic, isEnglish }: { topic: readonly Inline[]; isEnglish: boolean },
): Inline[] {
  const picture: Inline = { kind: "image", source, alternative: "", title: "" };
  return isEnglish ? [textNode("What does this show?"), picture] : [...topic, textNode(" —"), picture];
}
