import { expect, it } from "@jest/globals";
import { openTestSite } from "../support/site.js";

/** Whoever opened the wrong address saw a bare page: its styles were refused like the page itself. */
it("the page that says at which address to open Deckhand, when another one was opened, has its styles", async () => {
  const site = await openTestSite();
  const elsewhere = "192.168.1.5:3000";

  const page = await site.visitor().get("/").set("Host", elsewhere);
  const [, styles = ""] = /<link rel="stylesheet" href="([^"]+)"/.exec(page.text) ?? [];

  expect(page.status).toBe(421);
  expect((await site.visitor().get(styles).set("Host", elsewhere)).status).toBe(200);
});
