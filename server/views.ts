import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import Handlebars from "handlebars";
import { registerHelpers } from "../views/helpers.js";

/** Turns finished values into HTML. Views are named by their path below `views/`: "quiz/page", "quiz/card". */
export interface Views {
  /** HTML of one template alone. Throws when the template asks for a value that the model lacks. */
  readonly render: (view: string, model: object) => string;
  /** HTML of a page: the template inside `layout.hbs`, whose own values are in `shell`. */
  readonly renderPage: (view: string, model: object, shell: object) => string;
}

/**
 * Compiles every template below `views/` once. `_name.hbs` is a partial, registered by its folder ("quiz/card" for
 * `views/quiz/_card.hbs`), which a route may also send alone.
 */
export function compileViews(folder: string, assetUrl: (name: string) => string): Views {
  const handlebars = Handlebars.create();
  registerHelpers(handlebars, { assetUrl });
  const templates = new Map<string, Handlebars.TemplateDelegate>();
  for (const file of templateFiles(folder)) {
    const source = readFileSync(join(folder, file), "utf8");
    const isPartial = basename(file).startsWith("_");
    const name = [dirname(file), basename(file, ".hbs").replace(/^_/, "")].filter((part) => part !== ".").join("/");
    const template = handlebars.compile(source, { strict: true, preventIndent: true });
    templates.set(name, template);
    if (isPartial) handlebars.registerPartial(name, template);
  }
  const render = (view: string, model: object): string => {
    const template = templates.get(view);
    if (template === undefined) throw new Error(`There is no view "${view}".`);
    return template(model);
  };
  return {
    render,
    renderPage: (view, model, shell) => render("layout", { ...shell, page: model, body: render(view, model) }),
  };
}

function templateFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".hbs"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
