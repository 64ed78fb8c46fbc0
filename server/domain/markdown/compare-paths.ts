/**
 * Order of paths, segment by segment, so that a folder's files stand together; numbers by their value ("2-layers" before "10-networks"),
 * all else by code units. On every machine the same.
 */
export function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split("/"), b.split("/")];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [one, other] = [left[index], right[index]];
    if (one === other) continue;
    if (one === undefined) return -1;
    if (other === undefined) return 1;
    return compareSegments(one, other);
  }
  return 0;
}

/** Runs of digits and of what stands between them. */
const runs = /[0-9]+|[^0-9]+/g;

function compareSegments(a: string, b: string): number {
  const [left, right] = [a.match(runs) ?? [], b.match(runs) ?? []];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [one = "", other = ""] = [left[index], right[index]];
    const order = /^[0-9]/.test(one) && /^[0-9]/.test(other) ? compareNumbers(one, other) : compareUnits(one, other);
    if (order !== 0) return order;
  }
  // The same but for leading noughts, or one goes on.
  return left.length - right.length || compareUnits(a, b);
}

/** Digits may be more than a number can hold. */
function compareNumbers(a: string, b: string): number {
  const [one, other] = [a.replace(/^0+/, ""), b.replace(/^0+/, "")];
  return one.length - other.length || compareUnits(one, other);
}

function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
