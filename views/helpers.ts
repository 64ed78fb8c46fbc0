/** What the templates may call: one helper, for addresses that carry a hash. */
interface HelperRegistry {
  registerHelper(name: string, helper: (...parameters: readonly unknown[]) => unknown): void;
}

/** Registers `{{asset "app.css"}}` → the published address of that file. Throws while rendering when there is no such asset. */
export function registerHelpers(handlebars: HelperRegistry, options: { assetUrl(name: string): string }): void {
  handlebars.registerHelper("asset", (name) => options.assetUrl(String(name)));
}
