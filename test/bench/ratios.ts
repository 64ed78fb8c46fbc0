/** What benchmarks print of the ratios that their rounds gave. */

/** The middle value; the upper of the two in the middle where their number is even. Throws when there is none. */
export function median(values: readonly number[]): number {
  const middle = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new Error("There is no median of nothing.");
  return middle;
}

/** "0.61 (0.52 to 0.80)": the median, the least and the greatest. */
export function spread(values: readonly number[]): string {
  return `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)})`;
}
