/** An element of sanitized HTML, by the places of its parts in the text. */
export interface HtmlElement {
  readonly name: string;
  /** Value of `data-line`: 1-based line of the note at which it begins; null for an element without. */
  readonly line: number | null;
  /** Its opening tag is at `start` to `contentStart`, its closing tag at `contentEnd` to `end`. */
  readonly start: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly end: number;
  readonly parent: HtmlElement | null;
  readonly children: readonly HtmlElement[];
}

/** Sanitized HTML is balanced, and neither its text nor its attribute values hold a bare < or >. */
const tags = /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/g;
const empty: ReadonlySet<string> = new Set(["br", "hr", "img"]);

interface Open extends HtmlElement {
  readonly parent: Open | null;
  readonly children: Open[];
}

/** All elements of sanitized HTML, in the order in which they begin. */
export function elementsOf(html: string): readonly HtmlElement[] {
  const elements: HtmlElement[] = [];
  let open: Open | null = null;
  for (const { 0: tag, 1: slash, 2: name = "", 3: attributes = "", index: start } of html.matchAll(tags)) {
    const afterTag = start + tag.length;
    if (slash === "/") {
      if (open?.name !== name) continue;
      Object.assign(open, { contentEnd: start, end: afterTag });
      open = open.parent;
      continue;
    }
    const line = /\sdata-line="(\d+)"/.exec(attributes)?.[1];
    const element: Open = {
      name,
      line: line === undefined ? null : Number(line),
      start,
      contentStart: afterTag,
      contentEnd: afterTag,
      end: afterTag,
      parent: open,
      children: [],
    };
    open?.children.push(element);
    elements.push(element);
    if (!empty.has(name) && !attributes.endsWith("/")) open = element;
  }
  return elements;
}
