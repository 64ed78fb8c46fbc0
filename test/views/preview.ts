/**
 * Looks at every page in every state: `npx tsx test/views/preview.ts [name…]`.
 * Takes screenshots at four widths in light and dark into a temporary folder (its path is printed), scans each page with axe,
 * and says what does not fit. `--widths 360,1440` and `--no-axe` make it quicker; `--serve` only serves the pages.
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../support/browser.js";
import { axeViolations, widerThanWindow } from "./inspect.js";
import { samples } from "./samples/all.js";
import { servePreview } from "./serve-preview.js";

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    widths: { type: "string", default: "320,360,768,1440" },
    schemes: { type: "string", default: "light,dark" },
    "no-axe": { type: "boolean", default: false },
    serve: { type: "boolean", default: false },
  },
});

const server = await servePreview();
if (options.serve) {
  console.log(`${server.url}/\n${samples.map(({ name }) => `${server.url}/${name}`).join("\n")}`);
} else {
  const folder = mkdtempSync(join(tmpdir(), "deckhand-preview-"));
  const browser = await launchBrowser();
  const chosen = samples.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  for (const { name } of chosen) await look(browser, name, folder);
  await browser.close();
  await server.close();
  console.log(folder);
}

async function look(browser: Browser, name: string, folder: string): Promise<void> {
  for (const scheme of options.schemes.split(",") as ("light" | "dark")[]) {
    for (const width of options.widths.split(",").map(Number)) {
      const isPhone = width < 600;
      const viewport = { width, height: isPhone ? 740 : 900 };
      const context = await browser.newContext({
        colorScheme: scheme,
        reducedMotion: "reduce",
        viewport,
        hasTouch: isPhone,
        isMobile: isPhone,
      });
      const page = await context.newPage();
      page.on("console", (message) => message.type() === "error" && console.log(`${name} ${scheme}: ${message.text()}`));
      page.on("pageerror", (error) => console.log(`${name} ${scheme}: ${String(error)}`));
      await page.goto(`${server.url}/${name}`);
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: join(folder, `${name}-${width}-${scheme}.png`), fullPage: !name.startsWith("quiz") });
      const overflow = await widerThanWindow(page);
      if (overflow.length > 0) console.log(`${name} ${width}: wider than the window: ${overflow.join(", ")}`);
      if (!options["no-axe"]) for (const violation of await axeViolations(page)) console.log(`${name} ${scheme}: ${violation}`);
      await context.close();
    }
  }
}
