import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  checkAxe,
  checkQuiet,
  openPage,
  publishAlone,
  savedText,
  saveElsewhere,
  serveEach,
  type TestServer,
} from "../support/index.ts";
import { guidelinePath, guidelineQuery, openStudio } from "./studioPage.ts";

let browser: Browser;
let server: TestServer;

serveEach((now) => {
  ({ browser, server } = now);
});

const compare = (page: Page) => page.getByRole("region", { name: "Compare", exact: true });
const edit = (page: Page) => page.getByRole("region", { name: "This edit" });

/** Somebody saves that four weeks of strengthening are enough, where the release asks for six. */
async function fourWeeks(): Promise<void> {
  const text = await savedText(server, guidelinePath);
  await saveElsewhere(server, guidelinePath, text.replace("lasted at least 6 weeks", "lasted at least 4 weeks"));
}

describe("comparing", () => {
  it("says that a release asked for more, exactly when, and shows one case by both versions", async () => {
    await publishAlone(server, "california-mtus");
    await fourWeeks();
    const watched = await openPage(browser);
    const { page } = watched;
    await page.goto(`${server.url}/?${guidelineQuery}&view=compare&against=1.0.0`);
    await compare(page).getByText("Some cases are granted more than before, and none less.").waitFor();
    expect(await compare(page).innerText()).toContain("A release would be a major version");
    await checkAxe(page);
    await compare(page)
      .getByRole("button", { name: /^Not met to met/ })
      .click();
    // Six weeks are 42 days, four are 28: what lies between moves.
    await compare(page)
      .getByText(/strengthening program lasted from 28 to 41 days/)
      .waitFor();
    await compare(page).getByRole("region", { name: "By 1.0.0" }).getByText("Criteria not met").first().waitFor();
    await compare(page).getByRole("region", { name: "Now" }).getByText("Criteria met").first().waitFor();
    expect(await compare(page).getByText("never, proved").count()).toBeGreaterThan(0);
    await checkAxe(page);
    checkQuiet(watched);
    await page.context().close();
  });

  it("tells under the text what an edit means for every case there can be, and leads to the whole and back to what the cases cover", async () => {
    const { page } = await openStudio(browser, server, { colorScheme: "dark" });
    await edit(page).getByText("for every case there can be").waitFor();
    await page.getByRole("navigation", { name: "Guideline set" }).getByRole("button", { name: "imaging" }).click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("\nimaging if requested body region is cervical spine");
    await edit(page).getByText("Wider for imaging").waitFor();
    await edit(page).getByRole("button", { name: "Compare" }).click();
    await compare(page)
      .getByRole("button", { name: /^Not documented to met: \d+ requests of the set's cases$/ })
      .click();
    await checkAxe(page);
    await page.keyboard.press("Escape");
    await compare(page).waitFor({ state: "detached" });
    await seeCoverage(page);
    await page.context().close();
  });
});

/** Beside the text what the cases cover, above each named criterion how they answer it; then the open case's answers again. */
async function seeCoverage(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Coverage" }).click();
  const outline = page.getByRole("navigation", { name: "Guideline set" });
  await outline.getByRole("button", { name: "failed strengthening" }).click();
  await page.locator(".precept-coverage-covered").first().waitFor();
  await page
    .getByText(/^used for imaging · met in \d+, not met in \d+, not documented in \d+/)
    .first()
    .waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search or do anything" }).fill("open case's answers");
  await page.keyboard.press("Enter");
  await page.locator(".precept-answer").first().waitFor();
  expect(await page.locator(".precept-coverage").count()).toBe(0);
}
