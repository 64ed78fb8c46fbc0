import type { Request } from "express";

const sentences = new WeakMap<Request, string>();

/** Lets the page that answers this request begin with a sentence about what the one before it did. */
export function setFlash(request: Request, sentence: string): void {
  sentences.set(request, sentence);
}

/** The sentence with which the page begins, or null. */
export function flashOf(request: Request): string | null {
  return sentences.get(request) ?? null;
}
