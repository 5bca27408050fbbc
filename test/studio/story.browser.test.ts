import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkQuiet, savedText, serveEach, type TestServer } from "../support/index.ts";
import { appendText, caseTab, guidelinePath, lineOf, openStudio, ready, savedState, services } from "./studioPage.ts";

let browser: Browser;
let server: TestServer;

serveEach((now) => {
  ({ browser, server } = now);
});

async function documentTissueInsult(page: Page): Promise<void> {
  await caseTab(page, "Facts").click();
  await page.getByRole("button", { name: /^tissue insult or neurovascular dysfunction/ }).click();
  await page.getByText("Documented", { exact: true }).click();
  await page.getByLabel("Kind of evidence").selectOption("objective finding");
  await page.getByLabel("Document", { exact: true }).selectOption("progress report");
  await page.getByLabel("Quote").fill("bilateral deltoids that were 4/5");
}

describe("the real case in the studio", () => {
  it("opens with both services upheld and says of (b) that it was never addressed", async () => {
    const watched = await openStudio(browser, server);
    const { page } = watched;
    expect(await services(page).allInnerTexts()).toEqual([
      expect.stringMatching(/^MRI of the cervical spine without contrast\s+Information needed\s+Upheld$/),
      expect.stringMatching(/^CT of the cervical spine without contrast\s+Information needed\s+Upheld$/),
    ]);
    const criterion = page.getByRole("treeitem", { name: /^tissue insult or neurovascular dysfunction/ });
    expect(await criterion.innerText()).toMatch(/never addressed/);
    checkQuiet(watched);
    await page.context().close();
  });

  it("changes the outcome, and says why, when (b) is documented with evidence", async () => {
    const watched = await openStudio(browser, server);
    const { page } = watched;
    await documentTissueInsult(page);
    await services(page).filter({ hasText: "Overturned" }).nth(1).waitFor();
    await caseTab(page, "Why").click();
    const criterion = page.getByRole("treeitem", { name: /^tissue insult or neurovascular dysfunction met/ });
    expect(await criterion.innerText()).toContain("“bilateral deltoids that were 4/5”");
    expect(await page.getByRole("region", { name: "This edit" }).innerText()).toContain("2 answers move");
    await caseTab(page, "Letter").click();
    expect(await page.getByRole("article", { name: "Letter" }).innerText()).toContain(
      "bilateral deltoids that were 4/5",
    );
    checkQuiet(watched);
    await page.context().close();
  });

  it("offers a fix for a misspelt name, saves the fixed text, and shows it again after a reload", async () => {
    const watched = await openStudio(browser, server);
    const { page } = watched;
    const customersLine = "imaging if significant symptom change OR failed strengthening OR pre-invasive clarification";
    await appendText(page, `\n${customersLine.replace("failed strengthening", "failed strenghtening")}`);
    const panel = page.getByRole("note", { name: "About this line" });
    // While the line is being typed the panel may speak of half a name; its wording is tested in test/dsl.
    await panel.filter({ hasText: "failed strenghtening" }).waitFor();
    await panel.getByRole("button", { name: "Write failed strengthening" }).click();
    await panel.waitFor({ state: "hidden" });
    await page.keyboard.press("Control+s");
    await savedState(page)
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    expect(await savedText(server, guidelinePath)).toMatch(new RegExp(`\n${customersLine}$`));
    await page.reload();
    await ready(page);
    await appendText(page, "");
    await lineOf(page, "imaging if significant symptom change").last().waitFor();
    checkQuiet(watched);
    await page.context().close();
  });

  it("changes the letter when a criterion's wording is changed", async () => {
    const { page } = await openStudio(browser, server);
    await caseTab(page, "Letter").click();
    const letter = page.getByRole("article", { name: "Letter" });
    await letter.filter({ hasText: "emergence of a significant change of symptoms" }).waitFor();
    await lineOf(page, '"emergence of a significant change of symptoms"').dblclick();
    await page.keyboard.press("Home");
    await page.keyboard.press("Shift+End");
    await page.keyboard.type('"onset of symptoms that were not there before"');
    await letter.filter({ hasText: "onset of symptoms that were not there before" }).waitFor();
    expect(await letter.innerText()).not.toContain("emergence of a significant change of symptoms");
    await page.context().close();
  });
});
