import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkAxe, serveEach, type TestServer } from "../support/index.ts";
import { appendText, focusText, lineOf } from "./studioPage.ts";
import { addWhole, openWhole } from "./wholeSet.ts";

let browser: Browser;
let server: TestServer;

serveEach(async (now) => {
  ({ browser, server } = now);
  await addWhole(server);
});

/** Selects the first place of the words in the text, which brings it into view. */
async function find(page: Page, words: string): Promise<void> {
  await focusText(page);
  await page.keyboard.press("Control+f");
  await page.getByPlaceholder("Find").fill(words);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await lineOf(page, words).first().waitFor();
}

/** The colour of a word in the line that holds it; `wait` until it is that colour. */
async function waitForColour(page: Page, line: string, word: string, colour: string): Promise<void> {
  await page.waitForFunction(
    ([inLine, of, wanted]) => {
      const plain = (text: string | null) => (text ?? "").replaceAll("\u00a0", " ");
      const lines = [...document.querySelectorAll(".monaco-editor .view-line")];
      const found = lines.find(({ textContent }) => plain(textContent).includes(inLine));
      const span = [...(found?.querySelectorAll("span > span") ?? [])].find((one) =>
        plain(one.textContent).includes(of),
      );
      return span !== undefined && getComputedStyle(span).color === wanted;
    },
    [line, word, colour] as const,
  );
}

const keyword = "rgb(128, 76, 18)";
/** Lines in the order of the text, each with a word that is a keyword there. */
const coloured = [
  ["codes lung cancer", "codes"],
  ["reviewer attests", "reviewer attests"],
  ["as weight divided by", "as"],
  ["effective from 2020-01-01 to 2022-12-31", "effective"],
  ["score Wells", "score"],
  ["first that applies", "first that applies"],
  ["schedule scan interval", "schedule"],
  ["always NOT", "always"],
  ["accept gap", "accept"],
  ["limited to use is once", "limited to"],
  ["requires benefit outweighs harm", "requires"],
  ["lung scan red flag if", "red flag if"],
  ["lung biopsy otherwise not addressed", "otherwise not addressed"],
  ["chest film is covered", "is covered"],
] as const;

const suggestions = (page: Page) => page.locator(".suggest-widget.visible");

describe("the text of a guideline that uses the whole language", () => {
  it("colours the words of every construct by meaning", async () => {
    const { page } = await openWhole(browser, server);
    for (const [line, word] of coloured) {
      await find(page, line);
      await waitForColour(page, line, word, keyword);
    }
    await page.context().close();
  });

  it("completes names, values and words where they fit", async () => {
    const { page } = await openWhole(browser, server);
    await appendText(page, "\nchest film only if diagnosis is in l");
    await page.keyboard.press("Control+Space");
    await suggestions(page)
      .getByRole("option", { name: /^lung cancer/ })
      .waitFor();
    await page.keyboard.press("Enter");
    await lineOf(page, "chest film only if diagnosis is in lung cancer").waitFor();
    await appendText(page, "\n  when rating is usu");
    await page.keyboard.press("Control+Space");
    await suggestions(page)
      .getByRole("option", { name: /^usually appropriate/ })
      .waitFor();
    await page.keyboard.press("Enter");
    await lineOf(page, "when rating is usually appropriate").waitFor();
    await page.context().close();
  });

  it("says what a name means where the pointer rests", async () => {
    const { page } = await openWhole(browser, server);
    await find(page, "lung scan excluded if");
    await lineOf(page, "lung scan excluded if Wells is 0").getByText("Wells").first().hover();
    await page.locator(".monaco-hover").getByText("Wells score for pulmonary embolism").waitFor();
    await page.context().close();
  });

  it("goes to a declaration in another file, and finds every use of a name in all of them", async () => {
    const { page } = await openWhole(browser, server);
    await page.getByRole("button", { name: "Imaging of the lungs, Nevada" }).click();
    await find(page, "as treatment");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("F12");
    await lineOf(page, "fact treatment: list of treatment trials").waitFor();
    await page.keyboard.press("Shift+F12");
    const panel = page.getByRole("region", { name: "Where it is used" });
    await panel.getByRole("heading", { name: "treatment: 3 places" }).waitFor();
    expect(await panel.getByRole("heading", { level: 3 }).allTextContents()).toEqual([
      "lungs.guideline",
      "overlay.guideline",
    ]);
    await checkAxe(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await lineOf(page, "as treatment where it failed AND it lasted at least 6 weeks").waitFor();
    await panel.getByRole("button", { name: "Close where it is used" }).click();
    await panel.waitFor({ state: "detached" });
    await page.context().close();
  });

  it("renames in every file, and takes it back in every file with one Control Z", async () => {
    const { page } = await openWhole(browser, server);
    await find(page, "define failed treatment");
    await page.keyboard.press("F2");
    await page.locator(".rename-box input").fill("treatment without success");
    await page.keyboard.press("Enter");
    await lineOf(page, "define treatment without success").waitFor();
    await page.getByRole("status", { name: "Saved state" }).filter({ hasText: "2 files unsaved" }).waitFor();
    await focusText(page);
    await page.keyboard.press("Control+z");
    await lineOf(page, "define failed treatment").waitFor();
    await page.getByRole("button", { name: "Imaging of the lungs, Nevada" }).click();
    await lineOf(page, "define failed treatment").waitFor();
    await page.context().close();
  });

  it("folds a score, and offers the other layout of a criterion", async () => {
    const { page } = await openWhole(browser, server);
    await find(page, "score Wells");
    await page.keyboard.press("Control+Shift+BracketLeft");
    await lineOf(page, "- 3 if clinical signs").waitFor({ state: "detached" });
    await page.keyboard.press("Control+Shift+BracketRight");
    await lineOf(page, "- 3 if clinical signs").waitFor();
    await find(page, "lung biopsy only if any of");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Control+.");
    await page
      .locator(".action-widget")
      .getByText(/one line/i)
      .click();
    await lineOf(page, "lung biopsy only if at least 2 different kinds of failed treatment OR").waitFor();
    await page.context().close();
  });

  it("lists scores, tables, schedules, numbers and codes in the outline, and the order of authority", async () => {
    const { page } = await openWhole(browser, server);
    for (const name of [/^body mass index\s*number/, /^Wells\s*score/, /^rating\s*table/, /^scan interval\s*schedule/])
      await page.getByRole("button", { name }).waitFor();
    await page.getByRole("button", { name: /^Codes/ }).click();
    await page.getByRole("button", { name: /^lung cancer/ }).click();
    await page.getByRole("button", { name: /^Assumptions/ }).waitFor();
    await page.getByRole("button", { name: "Search sequence" }).click();
    await page.getByRole("button", { name: /^Workers' compensation\s*authority/ }).waitFor();
    await page.context().close();
  });
});
