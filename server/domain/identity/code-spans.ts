/** Stands in the text for one code span, so that what is done to prose cannot touch code. */
export const codeMark = "\uE000";

export interface ProseAndCode {
  /** The text, each code span replaced by `codeMark`. */
  readonly prose: string;
  /** What each mark stands for, in order, without its backticks. */
  readonly code: readonly string[];
}

/** Takes the code spans (and backtick fences) out of Markdown, as CommonMark pairs backticks; linear in the length of `markdown`. */
export function takeOutCode(markdown: string): ProseAndCode {
  const text = markdown.replaceAll(codeMark, "");
  const closers = closersByLength(text);
  const code: string[] = [];
  let prose = "";
  let at = 0;
  for (const opener of text.matchAll(/\\[^]|`+/g)) {
    if (opener.index < at || opener[0].startsWith("\\")) continue;
    const length = opener[0].length;
    const start = opener.index + length;
    const end = firstAtOrAfter(closers.get(length), start);
    if (end === undefined) continue;
    prose += text.slice(at, opener.index) + codeMark;
    code.push(text.slice(start, end));
    at = end + length;
  }
  return { prose: prose + text.slice(at), code };
}

/** Where the runs of n backticks begin, for each n, ascending. */
function closersByLength(text: string): Map<number, number[]> {
  const starts = new Map<number, number[]>();
  for (const run of text.matchAll(/`+/g)) {
    const same = starts.get(run[0].length);
    if (same) same.push(run.index);
    else starts.set(run[0].length, [run.index]);
  }
  return starts;
}

function firstAtOrAfter(ascending: readonly number[] | undefined, least: number): number | undefined {
  if (!ascending) return undefined;
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return ascending[low];
}
