import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { loadAssets } from "../../server/assets.js";
import { compileViews } from "../../server/views.js";
import { strictly } from "./strictly.js";
import { samples } from "./samples/all.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const views = compileViews(join(root, "views"), loadAssets(join(root, "dist", "assets")).url);

const pages = samples.map((sample) => {
  const html = views.renderPage(sample.view, strictly(sample.model, sample.name), strictly(sample.shell, "shell"));
  return { ...sample, html };
});

describe("every page, in every state", () => {
  it.each(pages)("rendered from a whole model, when it is $name, asks for nothing that the model lacks", ({ html }) => {
    expect(html).toContain("</html>");
    expect(html).not.toMatch(/\b(undefined|null|NaN|\[object)\b/);
  });

  it.each(pages)("identifiers, when the page is $name, are unique", ({ html }) => {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);

    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it.each(pages)("references to other elements, when the page is $name, all lead somewhere", ({ html }) => {
    const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
    const references = [...html.matchAll(/\s(?:for|aria-labelledby|aria-describedby|data-opens|data-copies)="([^"]*)"/g)];

    expect(references.flatMap(([, names]) => (names ?? "").split(" ")).filter((id) => !ids.has(id))).toEqual([]);
  });

  it.each(pages)("markup, when the page is $name, holds no inline style, script or handler", ({ html }) => {
    expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+=|hx-on|"js:|javascript:/i);
    expect(
      [...html.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)].filter(
        ([, attributes, code]) => code !== "" || !attributes?.includes("src="),
      ),
    ).toEqual([]);
  });

  it.each(pages)("htmx attributes, when the page is $name, name target and swap on the element itself", ({ html }) => {
    const requests = [...html.matchAll(/<[a-z]+[^>]*\shx-(?:get|post)=[^>]*>/g)].map(([tag]) => tag);

    expect(requests.filter((tag) => !/hx-target="#quiz"/.test(tag) || !/hx-swap="outerHTML"/.test(tag))).toEqual([]);
  });
});

describe("templates", () => {
  it("each file below views/, when all samples are rendered, is used by one of them", () => {
    const folder = join(root, "views");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".hbs"));
    const sources = files.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
    const chosen = JSON.stringify(samples);

    const unused = files
      .map((file) =>
        file
          .replaceAll("\\", "/")
          .replace(/\.hbs$/, "")
          .replace(/(^|\/)_/, "$1"),
      )
      .filter((name) => name !== "layout" && !sources.includes(`{{> ${name}`) && !chosen.includes(`"view":"${name}"`));

    expect(unused).toEqual([]);
  });

  it("text of a learner, when it holds markup, is escaped", () => {
    const sample = samples.find(({ name }) => name === "decks");
    const rows = [{ name: "<b>x", url: "/d", size: "1", today: "1", depth: 0, isDue: true }];

    expect(views.render("decks/page", { ...sample?.model, decks: rows })).toContain("&lt;b&gt;x");
  });

  it("a flag, when it stands in a command, is kept from breaking, and what is longer than a phone or preformatted is left alone", () => {
    const long = "-".repeat(40);
    const card = (promptHtml: string): string =>
      views.render("deck/card", { cardId: 1, context: "", promptHtml, state: "", passageUrl: null, resumeVersion: null });

    expect(card("<code>COPY --from=build</code>")).toContain('<code>COPY <span class="whole">--from=build</span></code>');
    expect(card(`<code>ls ${long}</code> a-b`)).toContain(`<code>ls ${long}</code> a-b`);
    expect(card('<pre><code class="hljs">a-b</code></pre>')).toContain('<code class="hljs">a-b</code>');
  });
});
