import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { serveEach, type TestServer } from "../support/index.ts";
import { caseTab, openStudio, savedState, services } from "./studioPage.ts";

let browser: Browser;
let server: TestServer;

serveEach((now) => {
  ({ browser, server } = now);
});

const summary = (page: Page) => page.getByRole("button", { name: /^tissue insult or neurovascular dysfunction/ });
const undo = (page: Page) => page.getByRole("button", { name: "Undo" });
const upheld = (page: Page) => services(page).filter({ hasText: "Upheld" }).nth(1).waitFor();
const overturned = (page: Page) => services(page).filter({ hasText: "Overturned" }).nth(1).waitFor();
const saved = (page: Page) =>
  savedState(page)
    .filter({ hasText: /^Saved$/ })
    .waitFor();

/** The form of criterion (b), which nobody asked about, with objective evidence given in it. */
async function giveEvidence(page: Page): Promise<void> {
  await caseTab(page, "Facts").click();
  await summary(page).click();
  await page.getByText("Documented", { exact: true }).click();
  await page.getByLabel("Kind of evidence").selectOption("objective finding");
  await overturned(page);
}

describe("taking back what was filled into a form", () => {
  it("undoes one change at a time with the button, until the text on disk is there again", async () => {
    const { page } = await openStudio(browser, server);
    await giveEvidence(page);
    await undo(page).click();
    await upheld(page);
    await summary(page).filter({ hasText: "yes" }).waitFor();
    await undo(page).click();
    await summary(page).filter({ hasText: "never asked" }).waitFor();
    expect(await undo(page).isDisabled()).toBe(true);
    await saved(page);
    await page.context().close();
  });

  it("undoes with Control Z in the form, also what was typed, and the form shows what the case says", async () => {
    const { page } = await openStudio(browser, server);
    await giveEvidence(page);
    await page.getByLabel("Quote").pressSequentially("deltoids 4/5");
    await page.getByLabel("Quote").press("Control+z");
    await page.waitForFunction(() => {
      const quote = document.querySelector<HTMLTextAreaElement>("textarea[placeholder='the record\\'s own words']");
      return quote?.value === "";
    });
    expect(await page.getByLabel("Kind of evidence").inputValue()).toBe("objective finding");
    await page.getByLabel("Kind of evidence").press("Control+z");
    await upheld(page);
    await page.waitForFunction(() => {
      const kind = [...document.querySelectorAll("select")].find(
        ({ labels }) => labels[0]?.textContent === "Kind of evidence",
      );
      return kind?.value === "";
    });
    await page.context().close();
  });

  it("takes the whole edit back with Escape, and closes the form with another", async () => {
    const { page } = await openStudio(browser, server);
    await giveEvidence(page);
    await page.getByLabel("Quote").fill("deltoids 4/5");
    await page.getByLabel("Quote").press("Escape");
    await upheld(page);
    await saved(page);
    await summary(page).filter({ hasText: "never asked" }).waitFor();
    await page.getByRole("radio", { name: "Never asked" }).focus();
    await page.keyboard.press("Escape");
    await page.getByRole("radiogroup", { name: "In the record" }).waitFor({ state: "detached" });
    expect(await summary(page).getAttribute("aria-expanded")).toBe("false");
    expect(await summary(page).evaluate((button) => button === document.activeElement)).toBe(true);
    await page.context().close();
  });
});

it("reaches every control of a fact's form with the Tab key, and shows where the focus is", async () => {
  const { page } = await openStudio(browser, server);
  await giveEvidence(page);
  await summary(page).focus();
  const reached: string[] = [];
  for (let step = 0; step < 11; step += 1) {
    await page.keyboard.press("Tab");
    reached.push(await focused(page));
  }
  expect(reached).toEqual([
    "Documented",
    "yes",
    "Remove this statement",
    "Kind of evidence",
    "Document",
    "Date",
    "Author",
    "Page",
    "Quote",
    "Add another statement",
    expect.stringMatching(/^(pre-invasive|significant|strengthening)/),
  ]);
  await page.context().close();
});

/** The name of the control that has the focus, followed by `, not seen` when no ring shows where it is. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    const hasLabel =
      at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement;
    const label = hasLabel ? at.labels?.[0] : null;
    // A segment is a hidden radio button; its label carries the ring.
    const ringed = at instanceof HTMLInputElement && at.type === "radio" ? label : at;
    const name = at?.getAttribute("aria-label") ?? label?.textContent ?? at?.textContent ?? "nothing";
    const isSeen = ringed instanceof HTMLElement && getComputedStyle(ringed).outlineStyle !== "none";
    return isSeen ? name : `${name}, not seen`;
  });
}
