/** What the templates may call: addresses that carry a hash, and commands that keep their flags whole. */
interface HelperRegistry {
  registerHelper(name: string, helper: (...parameters: readonly unknown[]) => unknown): void;
}

/**
 * Registers `{{asset "app.css"}}` → the published address of that file, which throws while rendering when there is no such asset,
 * and `{{{whole html}}}` → the same HTML, in which no flag within a command (`--no-cache`) breaks at its hyphens.
 */
export function registerHelpers(handlebars: HelperRegistry, options: { assetUrl(name: string): string }): void {
  handlebars.registerHelper("asset", (name) => options.assetUrl(String(name)));
  handlebars.registerHelper("whole", (html) => keepFlagsWhole(String(html)));
}

/** What is longer than this many characters could be wider than a phone. */
const longestWhole = 22;

function keepFlagsWhole(html: string): string {
  return html.replace(/<code>([^<]*)<\/code>/g, (_, command: string) => {
    const parts = command.replace(/\S+/g, (part) =>
      part.includes("-") && part.length <= longestWhole ? `<span class="whole">${part}</span>` : part,
    );
    return `<code>${parts}</code>`;
  });
}
