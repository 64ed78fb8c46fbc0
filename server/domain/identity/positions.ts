/** Distance between the positions of neighbouring cards, so that new ones find room between them. */
const positionGap = 1_024;

/**
 * Positions for the cards of one deck, given in their order with their present positions (`null`: none yet). As many as can keep
 * theirs do; the others get places between those, and only where there is no room left are all numbered anew.
 */
export function assignPositions(present: readonly (number | null)[]): number[] {
  const fixed = longestAscending(present);
  const positions: number[] = [];
  let from = 0;
  for (let at = 0; at <= present.length;) {
    const gapStart = at;
    while (at < present.length && !fixed.has(at)) at += 1;
    const next = at < present.length ? (present[at] ?? 0) : null;
    const count = at - gapStart;
    const step = next === null ? positionGap : (next - from) / (count + 1);
    if (step < 1) return present.map((_, index) => (index + 1) * positionGap);
    for (let index = 1; index <= count; index += 1) positions.push(Math.floor(from + step * index));
    if (next !== null) positions.push(next);
    from = next ?? from;
    at += 1;
  }
  return positions;
}

/** Indexes of a longest strictly ascending run of positions, greater than 0. */
function longestAscending(present: readonly (number | null)[]): Set<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  present.forEach((position, index) => {
    if (position === null || position <= 0) return;
    let low = 0;
    for (let high = tails.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((present[tails[middle] ?? 0] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const chosen = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) chosen.add(index);
  return chosen;
}
