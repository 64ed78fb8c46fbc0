interface BlockTag {
  readonly line: number;
  /** Where the tag starts and ends in the HTML. */
  readonly start: number;
  readonly end: number;
}

/** An opening tag that says its line; in sanitized HTML neither text nor attribute values hold a bare < or >. */
const blockTag = /<[a-z][a-z0-9]*(?=\s)[^<>]*?\sdata-line="(\d+)"[^<>]*>/g;

/**
 * Gives the passage of each of `lines` (1-based lines of the note) an anchor, `id="l<line>"`: on the innermost block that begins at
 * that line or, where none does, before it. `html` is a note as the renderer made it, whose blocks carry `data-line`.
 */
export function withPassageAnchors(html: string, lines: readonly number[]): string {
  const tags = [...html.matchAll(blockTag)].map(({ 0: tag, 1: line, index }): BlockTag => ({
    line: Number(line),
    start: index,
    end: index + tag.length,
  }));
  const wanted = new Map<BlockTag, number[]>();
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const tag = tags.reduce<BlockTag | undefined>(
      (best, each) => (each.line <= line && each.line >= (best?.line ?? 0) ? each : best),
      undefined,
    );
    if (tag !== undefined) wanted.set(tag, [...(wanted.get(tag) ?? []), line]);
  }
  let done = 0;
  const pieces: string[] = [];
  for (const tag of tags) {
    const anchors = wanted.get(tag);
    if (anchors === undefined) continue;
    pieces.push(html.slice(done, tag.start), anchored(html.slice(tag.start, tag.end), anchors));
    done = tag.end;
  }
  return pieces.join("") + html.slice(done);
}

/** A tag can have one id; further anchors stand inside it. */
function anchored(tag: string, [first = 0, ...others]: readonly number[]): string {
  const hasId = /\sid="/.test(tag);
  const own = hasId ? tag : tag.replace(/^<[a-z][a-z0-9]*/, (name) => `${name} id="l${first}"`);
  return own + (hasId ? [first, ...others] : others).map((line) => `<span id="l${line}"></span>`).join("");
}
