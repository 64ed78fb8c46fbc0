/** A line of YAML that holds an entry of a map, an item of a list, or both. */
export interface YamlLine {
  /** Column of its first character. */
  readonly column: number;
  /** Column of its key, behind the dashes of the lists that it begins. */
  readonly keyColumn: number;
  readonly key: string | null;
  /** What stands behind the key, or the item; without a comment at its end. */
  readonly value: string;
  /** 0-based line of the text. */
  readonly offset: number;
}

const entry = /^( *)((?:- +)*)(?:("[^"]*"|'[^']*'|[\p{L}\p{N}_.$/<][^\s:#'"{}[\]]*):(?= |$))? *(.*)$/u;
const deepest = 12;

/**
 * The lines of plain YAML, comments left out; `null` for text that is none: tabs, indentation that fits nothing, values that do not end in their line.
 * Stricter than YAML (no anchors, no flow collections over several lines), so that nothing is read from a text that no parser would accept.
 */
export function yamlLines(text: string): YamlLine[] | null {
  const lines: YamlLine[] = [];
  const columns: number[] = [];
  let blockColumn: number | null = null;
  for (const [offset, whole] of text.split("\n").entries()) {
    const line = whole.trimEnd();
    const indent = line.length - line.trimStart().length;
    if (line === "" || (blockColumn !== null && indent > blockColumn)) continue;
    blockColumn = null;
    if (line.trimStart().startsWith("#") || (line === "---" && lines.length === 0)) continue;
    const read = readLine(line, offset);
    if (!read || !fits(read, columns, lines.at(-1))) return null;
    if (/^[|>][+-]?$/.test(read.value)) blockColumn = read.column;
    lines.push(read);
  }
  return lines;
}

function readLine(line: string, offset: number): YamlLine | null {
  const [, indent = "", dashes = "", key, rest = ""] = entry.exec(line) ?? [];
  if (line.includes("\t")) return null;
  const value = rest.replace(/(?:^| )#.*$/, "").trim();
  const isRight = isValue(value) && (key !== undefined || dashes !== "" || value === "-");
  return isRight
    ? {
        column: indent.length,
        keyColumn: indent.length + dashes.length,
        key: key?.replace(/^["']|["']$/g, "") ?? null,
        value,
        offset,
      }
    : null;
}

/** Whether a value is whole: a scalar, quoted or not, or a flow collection with its end. */
function isValue(value: string): boolean {
  if (/^(?:|[|>][+-]?|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')$/.test(value)) return true;
  if (/^(?:\[[^[\]{}]*\]|\{[^[\]{}]*\})$/.test(value)) return true;
  return /^[^\s"'&*!|>%@`[\]{},#:-]|^[-:][^\s]/.test(value) && !/:(?: |$)/.test(value);
}

/** Whether a line stands where an entry can stand: beside one above it, or inside the one right above, which has no value yet. */
function fits({ column, keyColumn }: YamlLine, columns: number[], above: YamlLine | undefined): boolean {
  while ((columns.at(-1) ?? -1) > column) columns.pop();
  const isBeside = columns.at(-1) === column;
  const isInside = (columns.at(-1) ?? -1) < column && (above === undefined || (above.value === "" && above.keyColumn < column));
  if (!isBeside) columns.push(column);
  if (keyColumn > column) columns.push(keyColumn);
  return (isBeside || isInside) && columns.length <= deepest;
}
