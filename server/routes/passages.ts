import { elementsOf, type HtmlElement } from "./html-elements.js";

/** A stretch of a note's HTML, and what belongs after it; pieces are balanced only together. */
export interface Piece {
  readonly html: string;
  readonly place: Place | null;
}

/** Where something about the passages that begin at `lines` of the note belongs: all their cards, or the mark of a table's row. */
interface Place {
  readonly kind: "cards" | "row";
  readonly lines: readonly number[];
}

/**
 * Cuts a note where the cards of its passages belong. `lines` are 1-based lines of the note; `html` is as the renderer made it, its blocks
 * with `data-line`. Each line gets an anchor, `id="l<line>"`, on the innermost block that begins there or, where none does, before it.
 * That block, or what it is part of, becomes a `.passage`; its cards come after it, a list's within the item, a table's below the table
 * with a mark in each row. Passages that share a block share a place.
 */
export function cutAtPassages(html: string, lines: readonly number[]): readonly Piece[] {
  const elements = elementsOf(html);
  const targets = targetsOf(elements, lines);
  if (targets.size === 0) return lines.length === 0 ? [{ html, place: null }] : afterAll(html, lines);
  const hosts = new Map<HtmlElement, number[]>();
  const rows = new Map<HtmlElement, number[]>();
  for (const [target, own] of targets) {
    const { host, row } = hostOf(target);
    pushTo(hosts, host, own);
    if (row !== null) pushTo(rows, row, own);
  }
  const edits = [
    ...tagEdits(html, targets, hosts),
    ...[...hosts].flatMap(([host, own]) => hostEdits(host, own)),
    ...[...rows].flatMap(([row, own]) => rowEdit(row, own)),
  ];
  return cut(html, edits);
}

const blocks: ReadonlySet<string> = new Set("p h1 h2 h3 h4 h5 h6 pre ul ol li dl dt dd blockquote table hr section".split(" "));
/** Blocks that hold their cards, since nothing may stand beside them. */
const holders: ReadonlySet<string> = new Set(["li", "dt", "dd"]);
const lists: ReadonlySet<string> = new Set(["ul", "ol", "dl"]);

/** The lines, ascending, by the element at which each has its anchor. */
function targetsOf(elements: readonly HtmlElement[], lines: readonly number[]): Map<HtmlElement, number[]> {
  const first = elements.find(({ line }) => line !== null);
  const targets = new Map<HtmlElement, number[]>();
  if (first === undefined) return targets;
  // Of those that begin at one line the innermost begins last.
  const byLine = elements.filter(({ line }) => line !== null).sort((a, b) => lineOf(a) - lineOf(b));
  let passed = 0;
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    while (passed < byLine.length && lineOf(byLine[passed]) <= line) passed += 1;
    pushTo(targets, byLine[passed - 1] ?? first, [line]);
  }
  return targets;
}

function lineOf(element: HtmlElement | undefined): number {
  return element?.line ?? 0;
}

/** The block that the cards of a passage come after, or into; and the row of a table that it is. */
function hostOf(target: HtmlElement): { host: HtmlElement; row: HtmlElement | null } {
  const above = ancestorsOf(target);
  const table = above.find(({ name }) => name === "table");
  if (table !== undefined) return { host: table, row: above.find(({ name }) => name === "tr") ?? null };
  // Of code the innermost block is within a <pre>, and an author's own HTML may number what is no block.
  const block = above.find(({ name }) => blocks.has(name)) ?? target;
  if (block.name !== "dt") return { host: block, row: null };
  const meaning = block.parent?.children.find(({ name, start }) => name === "dd" && start >= block.end);
  return { host: meaning ?? block, row: null };
}

/** The element itself, and what it is in, the innermost first. */
function ancestorsOf(element: HtmlElement | null): readonly HtmlElement[] {
  return element === null ? [] : [element, ...ancestorsOf(element.parent)];
}

/** A change of the HTML at one place: the tag from there to `to` is replaced, or something is put there. */
interface Edit {
  readonly at: number;
  /** Among edits at one place: what ends there comes before what begins there. */
  readonly rank: number;
  readonly to?: number;
  readonly text: string;
  /** Comes before the text. */
  readonly place?: Place;
}

function hostEdits(host: HtmlElement, lines: readonly number[]): Edit[] {
  const place: Place = { kind: "cards", lines };
  if (holders.has(host.name)) {
    const inner = host.children.find(({ name }) => lists.has(name));
    return [{ at: inner?.start ?? host.contentEnd, rank: 1, text: "", place }];
  }
  return [
    { at: host.start, rank: 2, text: '<div class="passage">' },
    { at: host.end, rank: 0, text: "</div>", place },
  ];
}

function rowEdit(row: HtmlElement, lines: readonly number[]): Edit[] {
  const [cell] = row.children;
  return cell === undefined ? [] : [{ at: cell.contentStart, rank: 1, text: "", place: { kind: "row", lines } }];
}

/** Anchors, and the class of blocks that hold their cards. */
function tagEdits(
  html: string,
  targets: ReadonlyMap<HtmlElement, readonly number[]>,
  hosts: ReadonlyMap<HtmlElement, readonly number[]>,
): Edit[] {
  const held = new Set([...hosts.keys()].filter(({ name }) => holders.has(name)));
  return [...new Set([...targets.keys(), ...held])].map((element): Edit => {
    const tag = html.slice(element.start, element.contentStart);
    const text = anchored(held.has(element) ? withClass(tag, "passage") : tag, targets.get(element) ?? []);
    return { at: element.start, to: element.contentStart, rank: 3, text };
  });
}

function withClass(tag: string, name: string): string {
  if (/\sclass="/.test(tag)) return tag.replace(/\sclass="/, (start) => `${start}${name} `);
  return tag.replace(/^<[a-z0-9]+/, (start) => `${start} class="${name}"`);
}

/** A tag can have one id; further anchors stand inside it. */
function anchored(tag: string, lines: readonly number[]): string {
  if (lines.length === 0) return tag;
  const [first = 0, ...others] = lines;
  const hasId = /\sid="/.test(tag);
  const own = hasId ? tag : tag.replace(/^<[a-z0-9]+/, (start) => `${start} id="l${first}"`);
  return own + (hasId ? lines : others).map((line) => `<span id="l${line}"></span>`).join("");
}

function cut(html: string, edits: readonly Edit[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let piece = "";
  let done = 0;
  for (const { at, to, text, place } of [...edits].sort((a, b) => a.at - b.at || a.rank - b.rank)) {
    piece += html.slice(done, at);
    done = to ?? at;
    if (place !== undefined) {
      pieces.push({ html: piece, place });
      piece = "";
    }
    piece += text;
  }
  return [...pieces, { html: piece + html.slice(done), place: null }];
}

/** A note in which nothing says its line: everything comes after it. */
function afterAll(html: string, lines: readonly number[]): readonly Piece[] {
  return [
    { html: `${html}<div class="passage">`, place: { kind: "cards", lines: [...new Set(lines)].sort((a, b) => a - b) } },
    { html: "</div>", place: null },
  ];
}

function pushTo<Key>(map: Map<Key, number[]>, key: Key, lines: readonly number[]): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [...lines]);
  else known.push(...lines);
}
