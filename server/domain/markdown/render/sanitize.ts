import sanitizeHtml from "sanitize-html";

const blockTags = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "hr"];
const tableTags = ["table", "thead", "tbody", "tr", "th", "td", "caption"];
const inlineTags = ["a", "abbr", "b", "br", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q", "s", "samp"];
const otherTags = ["section", "small", "span", "strong", "sub", "sup", "u", "var", "details", "summary", "figure", "figcaption"];

const policy: sanitizeHtml.IOptions = {
  allowedTags: [...blockTags, ...tableTags, ...inlineTags, ...otherTags],
  allowedAttributes: {
    "*": ["id", "data-line"],
    a: ["href", "title", "rel", "class"],
    img: ["src", "alt", "title"],
    ol: ["start", "class"],
    ul: ["class"],
    li: ["class"],
    code: ["class"],
    pre: ["class"],
    span: ["class"],
    section: ["class"],
    sup: ["class"],
    hr: ["class"],
    th: ["scope", "class"],
    td: ["class"],
    abbr: ["title"],
  },
  allowedClasses: {
    a: ["footnote-backref"],
    ol: ["footnotes-list"],
    ul: [],
    li: ["footnote-item"],
    code: ["language-*"],
    pre: [],
    span: ["hljs-*", "function_", "class_", "inherited__", "language_", "constant_", "property_"],
    section: ["footnotes"],
    sup: ["footnote-ref"],
    hr: ["footnotes-sep"],
    th: ["align-*"],
    td: ["align-*"],
  },
  allowedSchemes: ["http", "https", "mailto"],
  allowedSchemesAppliedToAttributes: ["href", "src", "cite"],
  allowProtocolRelative: false,
  transformTags: { a: safeLink, "*": prefixedId },
  exclusiveFilter: (frame) => frame.tag === "img" && !isRelative(frame.attribs["src"] ?? ""),
};

/** Only what a note may hold: no scripts, no styles, no foreign pictures, links to http, https, mailto and within. */
export function sanitizeNoteHtml(html: string): string {
  return sanitizeHtml(html, policy);
}

/** Identifiers in notes are kept apart from those of the page. */
const idPrefix = "note-";

/** Whether `address` names a file beside the note: pages show no pictures of other hosts. */
export function isRelative(address: string): boolean {
  return address !== "" && !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address);
}

function prefixedId(tagName: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const id = attributes["id"];
  return { tagName, attribs: id === undefined ? attributes : { ...attributes, id: idPrefix + id } };
}

function safeLink(tagName: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const href = attributes["href"];
  if (href?.startsWith("#")) return { tagName, attribs: { ...attributes, href: `#${idPrefix}${href.slice(1)}` } };
  return { tagName, attribs: { ...attributes, rel: "noopener noreferrer" } };
}
