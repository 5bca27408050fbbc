import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkAxe, savedText, saveElsewhere, serveEach, type TestServer } from "../support/index.ts";
import { appendText, caseTab, guidelinePath, lineOf, openStudio, ready, savedState } from "./studioPage.ts";

let browser: Browser;
let server: TestServer;

serveEach((now) => {
  ({ browser, server } = now);
});

describe.each(["light", "dark"] as const)("the studio in %s colours", (colorScheme) => {
  it.each(["Why", "Facts", "Letter", "Decision"])("has no barrier on %s that axe finds", async (tab) => {
    const { page } = await openStudio(browser, server, { colorScheme });
    await caseTab(page, tab).click();
    if (tab === "Facts") await page.getByRole("button", { name: /^significant symptom change/ }).click();
    await page.getByRole("tabpanel", { name: tab }).waitFor();
    await checkAxe(page);
    await page.context().close();
  });

  it("has no barrier in the palette and in the dialog that sends to review that axe finds", async () => {
    const { page } = await openStudio(browser, server, { colorScheme, reducedMotion: "reduce" });
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search or do anything" }).waitFor();
    await checkAxe(page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Send to review" }).click();
    await page.getByRole("dialog", { name: "Send to review" }).getByLabel("What changes").waitFor();
    await checkAxe(page);
    await page.context().close();
  });
});

describe.each(["light", "dark"] as const)("the dialogs of the text in %s colours", (colorScheme) => {
  it("have no barrier that axe finds: the explanation of a problem, and both texts of a conflict", async () => {
    const { page } = await openStudio(browser, server, { colorScheme, reducedMotion: "reduce" });
    await appendText(page, "\nimaging if failed strenghtening");
    await page.getByRole("note", { name: "About this line" }).getByRole("button", { name: "Explain" }).click();
    const explanation = page.getByRole("dialog", { name: /^E\d{4}$/ });
    await explanation.getByRole("heading", { name: "Why" }).waitFor();
    await checkAxe(page);
    await page.keyboard.press("Escape");
    await explanation.waitFor({ state: "detached" });
    const typed = `${await savedText(server, guidelinePath)}\n# typed by somebody else\n`;
    await saveElsewhere(server, guidelinePath, typed);
    await page.keyboard.press("Control+s");
    await page.getByRole("dialog", { name: /saved by somebody else/ }).waitFor();
    await checkAxe(page);
    await page.context().close();
  });
});

it("moves nothing when less movement is asked for", async () => {
  const { page } = await openStudio(browser, server, { reducedMotion: "reduce" });
  expect(await movingElements(page)).toEqual([]);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search or do anything" }).waitFor();
  expect(await movingElements(page)).toEqual([]);
  await page.context().close();
});

/** What would take longer than 0 ms to change its looks, outside Monaco's own blinking caret. */
function movingElements(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const durations = (style: CSSStyleDeclaration) => [style.transitionDuration, style.animationDuration].join(",");
    const isMoving = (element: Element) =>
      ["", "::before", "::after"].some((part) =>
        durations(getComputedStyle(element, part))
          .split(",")
          .some((duration) => Number.parseFloat(duration) > 0),
      );
    return [...document.querySelectorAll("body *")]
      .filter(isMoving)
      .map((element) => element.getAttribute("class") ?? element.tagName);
  });
}

it("remembers the widths that panes were given with the keyboard", async () => {
  const { page } = await openStudio(browser, server);
  const separator = page.getByRole("separator", { name: "Width of the guideline set" });
  const width = async () => (await page.getByRole("navigation", { name: "Guideline set" }).boundingBox())?.width ?? 0;
  const before = await width();
  await separator.press("ArrowRight");
  await page.waitForFunction(
    (narrow) => (document.querySelector("nav[aria-label='Guideline set']")?.clientWidth ?? 0) > narrow + 20,
    before,
  );
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes("precept-columns")));
  const after = await width();
  await page.reload();
  await ready(page);
  expect(Math.abs((await width()) - after)).toBeLessThan(2);
  await page.context().close();
});

describe("the studio by keyboard alone", () => {
  it("finds a case, walks its criteria and opens a fact", async () => {
    const { page } = await openStudio(browser, server);
    await page.keyboard.press("Control+k");
    const search = page.getByRole("combobox", { name: "Search or do anything" });
    await search.waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "combobox");
    await page.keyboard.type("as documented");
    await page.getByRole("option", { selected: true, name: /as documented/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Cervical MRI and CT, 62-year-old, as documented" }).waitFor();
    await page.getByRole("tree", { name: "Criteria" }).getByRole("treeitem").first().focus();
    await page.keyboard.press("End");
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    expect(await focused()).toContain("tissue insult or neurovascular dysfunction");
    await page.keyboard.press("Home");
    expect(await focused()).toContain("requested body region is cervical spine");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowLeft");
    expect(await page.getByRole("treeitem", { name: /^any of four criteria/ }).getAttribute("aria-expanded")).toBe(
      "false",
    );
    await page.context().close();
  });

  it("mends a misspelt name with Control and the full stop, and saves with Control S", async () => {
    const { page } = await openStudio(browser, server);
    await appendText(page, "\nimaging if failed strenghtening");
    await page.getByRole("note", { name: "About this line" }).waitFor();
    await page.keyboard.press("Control+.");
    await page.getByText("Write failed strengthening").last().waitFor();
    await page.keyboard.press("Enter");
    await lineOf(page, "imaging if failed strengthening").waitFor();
    await page.keyboard.press("Control+s");
    await savedState(page)
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    expect(await page.getByRole("note", { name: "About this line" }).isVisible()).toBe(false);
    await page.context().close();
  });

  it("writes a criterion as an outline and back with Control and the full stop", async () => {
    const { page } = await openStudio(browser, server);
    await appendText(page, "\nimaging if failed strengthening OR significant symptom change");
    await rewrite(page, "Write as an outline");
    await lineOf(page, "- significant symptom change").waitFor();
    await page.keyboard.press("ArrowLeft");
    await rewrite(page, "Write in one line");
    await lineOf(page, "imaging if failed strengthening OR significant symptom change").waitFor();
    await page.context().close();
  });

  it("remembers the colours that were chosen", async () => {
    const { page } = await openStudio(browser, server, { colorScheme: "light" });
    await page.getByRole("button", { name: "Use dark colours" }).press("Enter");
    await page.reload();
    await page.getByRole("button", { name: "Use light colours" }).waitFor();
    expect(await page.locator("html").getAttribute("data-mantine-color-scheme")).toBe("dark");
    await page.context().close();
  });
});

/** Chooses one of the rewritings offered at the cursor. */
async function rewrite(page: Page, title: string): Promise<void> {
  await page.keyboard.press("Control+.");
  await page.getByText(title).last().waitFor();
  await page.keyboard.press("Enter");
}
