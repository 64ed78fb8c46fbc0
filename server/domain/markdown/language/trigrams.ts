/** How alike two texts are by their trigrams: 0 nothing in common, 1 the same. */
export function trigramDice(one: string, other: string): number {
  if (one === other) return 1;
  return diceOf(trigramsOf(one), trigramsOf(other));
}

/** The different runs of three characters of a text, a space at both ends. */
export function trigramsOf(text: string): Set<string> {
  const padded = ` ${text} `;
  const trigrams = new Set<string>();
  for (let start = 0; start + 3 <= padded.length; start++) trigrams.add(padded.slice(start, start + 3));
  return trigrams;
}

/** Twice what two sets share, over the sum of their sizes. */
export function diceOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0;
  let shared = 0;
  for (const each of one) if (other.has(each)) shared++;
  return (2 * shared) / (one.size + other.size);
}
