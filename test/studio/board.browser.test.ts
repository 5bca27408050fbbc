import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkAxe, checkQuiet, openPage, savedText, serveEach, type TestServer } from "../support/index.ts";
import { addOxygen } from "./oxygenSet.ts";
import { appendText, focusText, openStudio, savedState } from "./studioPage.ts";

let browser: Browser;
let server: TestServer;

serveEach((now) => {
  ({ browser, server } = now);
});

const board = (page: Page) => page.getByRole("region", { name: "Proof board", exact: true });
const casePane = (page: Page) => page.getByRole("region", { name: "Case beside the board" });

/** Nobody's program has failed and has succeeded. */
const neverMet = "\nimaging if strengthening program failed AND strengthening program succeeded";

describe("the proof board", () => {
  it("shows a gap between two limits with a case in it, is walked by keys, and keeps the case", async () => {
    await addOxygen(server);
    const watched = await openPage(browser);
    const { page } = watched;
    await page.goto(`${server.url}/?set=oxygen`);
    await page.getByRole("button", { name: /^See all \d+ questions$/ }).click();
    await board(page)
      .getByRole("button", { name: /found$/ })
      .click();
    await board(page).getByText("a value from 55.1 to 55.9 mmHg satisfies neither").waitFor();
    // By the keyboard, so that the arrow keys go on from there.
    await board(page).getByRole("button", { name: "Show me the case" }).first().press("Enter");
    await casePane(page).getByRole("heading", { name: "A value in the gap" }).waitFor();
    await checkAxe(page);
    // The fact that nothing asks for stands above the gap.
    await page.keyboard.press("ArrowUp");
    const above = board(page).getByRole("listitem").filter({ hasText: "smoker" });
    expect(await above.evaluate((entry) => entry === document.activeElement)).toBe(true);
    await page.keyboard.press("Escape");
    await board(page).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Keep as a case" }).click();
    await savedState(page).filter({ hasText: "1 file unsaved" }).waitFor();
    await page.keyboard.press("Control+s");
    await savedState(page)
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    const kept = await savedText(server, "oxygen/cases/a-value-in-the-gap.yaml");
    expect(kept).toMatch(/^schema: precept\/case\/1\ncase: A value in the gap$/m);
    checkQuiet(watched);
    await page.context().close();
  });

  it("says under the line what was found, until the text is mended, and by which text while it cannot be read", async () => {
    const watched = await openStudio(browser, server);
    const { page } = watched;
    await appendText(page, neverMet);
    const panel = page.getByRole("note", { name: "About this line" });
    const column = page.getByRole("region", { name: "Proof board in short" });
    await column.getByRole("list", { name: "Found" }).getByRole("button").first().waitFor();
    // What is being completed is not wrong yet.
    await page.keyboard.press("Escape");
    await panel.getByRole("button", { name: /^Explain W07\d\d$/ }).waitFor();
    await appendText(page, " AND OR");
    await column.getByText("By the text before the problem.").waitFor();
    await focusText(page);
    for (let step = 0; step < 12; step += 1) await page.keyboard.press("Control+z");
    await column.getByText("Nothing found").waitFor();
    checkQuiet(watched);
    await page.context().close();
  });
});
