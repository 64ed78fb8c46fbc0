import { expect, it } from "@jest/globals";
import { openTestSite } from "../support/site.js";

/** The form's reader unpacked what no browser packs, and what could not be unpacked was taken for a bug of ours: 500, and an error in the log. */
it("a form, when it says that it is compressed, is refused with 400 and logged as no error", async () => {
  const site = await openTestSite();

  const reply = await site.visitor().post("/login", { name: "Ada" }).set("Content-Encoding", "gzip");

  expect(reply.status).toBe(400);
  expect(site.logged()).not.toContain("request failed");
});
