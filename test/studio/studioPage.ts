import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { openPage, type TestServer, type WatchedPage } from "../support/index.ts";

export const guidelinePath = "california-mtus/neck-and-upper-back.guideline";
export const casePath = "california-mtus/cases/cervical-imaging-as-decided.yaml";
export const guidelineQuery = "set=california-mtus&file=neck-and-upper-back.guideline";
export const caseQuery = "case=cases/cervical-imaging-as-decided.yaml";

/** The studio on the real case, with its determination on screen and the editor ready for typing. */
export async function openStudio(
  browser: Browser,
  server: TestServer,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const watched = await openPage(browser, options);
  await watched.page.goto(`${server.url}/?${guidelineQuery}&${caseQuery}`);
  await ready(watched.page);
  return watched;
}

/** Waits until text, cases and case are all there. */
export async function ready(page: Page): Promise<void> {
  await page.locator(".monaco-editor .view-line").first().waitFor();
  await page.getByRole("list", { name: "Requested services" }).waitFor();
  await page.getByText("as expected").first().waitFor();
}

/** Puts the caret into the text. */
export async function focusText(page: Page): Promise<void> {
  await page.locator(".monaco-editor .native-edit-context, .monaco-editor textarea.inputarea").first().focus();
}

/** Types new lines at the end of the text. */
export async function appendText(page: Page, text: string): Promise<void> {
  await focusText(page);
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text);
}

/** A line of the text as Monaco shows it, which keeps spaces as hard spaces. */
export function lineOf(page: Page, text: string): Locator {
  const words = text.split(" ").map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return page.locator(".monaco-editor .view-line").filter({ hasText: new RegExp(words.join("\\s")) });
}

export const services = (page: Page) => page.getByRole("list", { name: "Requested services" }).getByRole("listitem");
export const savedState = (page: Page) => page.getByRole("status", { name: "Saved state" });
export const caseTab = (page: Page, name: string) =>
  page.getByRole("tablist", { name: "About the case" }).getByRole("tab", { name });
