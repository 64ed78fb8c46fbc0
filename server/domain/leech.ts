/** A leech: a card forgotten so often that it should be looked at (rewritten, or set aside). */

/** Whether the lapse that made it `lapses` marks the card: the `threshold`th does, then each further half of the threshold. 0 means never. */
export function isLeech(lapses: number, threshold: number): boolean {
  if (threshold < 1 || lapses < threshold) return false;
  return (lapses - threshold) % Math.ceil(threshold / 2) === 0;
}
