/** Sørensen–Dice coefficient of the character trigrams of two normalised texts, 0..1; 1 for equal texts, also for two empty ones. */
export function trigramDice(a: string, b: string): number {
  if (a === b) return 1;
  const left = trigrams(a);
  let shared = 0;
  let total = 0;
  for (const count of left.values()) total += count;
  for (const [gram, count] of trigrams(b)) {
    shared += Math.min(count, left.get(gram) ?? 0);
    total += count;
  }
  return total === 0 ? 0 : (2 * shared) / total;
}

/** How often each run of three characters occurs; the ends are padded, so that texts of one or two letters have trigrams too. */
function trigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  if (text === "") return counts;
  const padded = ` ${text} `;
  for (let at = 0; at + 3 <= padded.length; at += 1) {
    const gram = padded.slice(at, at + 3);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}
