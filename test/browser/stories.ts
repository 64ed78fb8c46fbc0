import type { Page } from "playwright-core";

/** What every story's person does the same way. */

/** Makes an account at the address given, and lands on Today. */
export async function signUp(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.waitForURL((url) => url.pathname === "/");
}

/** The question that is shown now. */
export async function question(page: Page): Promise<string> {
  return (await page.locator("#question").innerText()).trim();
}

/** Waits until another question than `before` is shown, and returns it. */
export async function nextQuestion(page: Page, before: string): Promise<string> {
  await page.waitForFunction((old) => document.querySelector("#question")?.textContent?.trim() !== old, before);
  return question(page);
}
