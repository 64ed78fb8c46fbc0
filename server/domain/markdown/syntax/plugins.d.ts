/** The two plug-ins of markdown-it that come without types. */
declare module "markdown-it-footnote" {
  const plugin: (parser: import("markdown-it").MarkdownIt) => void;
  export default plugin;
}
declare module "markdown-it-deflist" {
  const plugin: (parser: import("markdown-it").MarkdownIt) => void;
  export default plugin;
}
