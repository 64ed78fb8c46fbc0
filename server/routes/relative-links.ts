import { noteAddress } from "./addresses.js";

/** An address in sanitized HTML, whose attribute values are always in double quotes. */
const address = /(\s(?:href|src)=")([^"]*)"/g;

/**
 * The HTML of a card with the addresses that its note wrote relative to itself (another note, a picture beside it, a heading) made to
 * lead there from any page. `passage` is null for a card without a note: then nothing is changed.
 */
export function withLinksFromNote(html: string, passage: { readonly rootDeckId: number; readonly path: string } | null): string {
  if (passage === null || !(html.includes("href=") || html.includes("src="))) return html;
  const base = new URL(noteAddress(passage), here);
  return html.replace(address, (whole, attribute: string, written: string) => {
    const isAbsolute = /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(written);
    if (isAbsolute || !URL.canParse(written, base)) return whole;
    const { pathname, search, hash } = new URL(written, base);
    return `${attribute}${pathname}${search}${hash}"`;
  });
}

/** Stands for whatever host the page is read at; it never appears in a page. */
const here = "http://here.invalid";
