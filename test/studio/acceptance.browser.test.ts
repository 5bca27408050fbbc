import type { Browser } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkAxe, checkQuiet, savedText, saveElsewhere, serveEach, type TestServer } from "../support/index.ts";
import { guidelinePath, openStudio, savedState } from "./studioPage.ts";

let browser: Browser;
let server: TestServer;

serveEach((now) => {
  ({ browser, server } = now);
});

const failing = "Constructed: a strengthening program that failed";
const failingPath = "california-mtus/cases/constructed-failed-strengthening.yaml";

describe("accepting changed results", () => {
  it("shows before and after, takes a sentence why, is undone at once, and marks what nobody has named a source for", async () => {
    // Its program failed after eight weeks, where the guideline asks for nine now.
    const text = await savedText(server, guidelinePath);
    await saveElsewhere(
      server,
      guidelinePath,
      text.replace("lasted at least 6 weeks AND", "lasted at least 9 weeks AND"),
    );
    const watched = await openStudio(browser, server);
    const { page } = watched;
    const pane = page.getByRole("region", { name: "Cases as expected" });
    const before = await pane.getByRole("status").first().innerText();
    await pane.getByRole("button", { name: "Accept changed results" }).click();
    const dialog = page.getByRole("dialog", { name: "Accept changed results" });
    await dialog.getByRole("checkbox", { name: failing }).waitFor();
    expect(
      await dialog
        .getByRole("row", { name: /^failed strengthening/ })
        .first()
        .innerText(),
    ).toMatch(/met\s+not met/);
    await checkAxe(page);
    // The case and four examples of the guideline.
    await dialog.getByRole("checkbox", { name: "A program that failed after 42 days, and nothing else" }).waitFor();
    await dialog.getByRole("button", { name: "Accept 5 results" }).click();
    await dialog.getByText("A reviewer reads this sentence in place of a source.").waitFor();
    await dialog.getByLabel("Why the results change").fill("The new edition asks for nine weeks");
    await dialog.getByRole("button", { name: "Accept 5 results" }).click();
    await pane.getByText("5 accepted results").waitFor();
    await pane.getByRole("button", { name: "Accept changed results" }).waitFor({ state: "detached" });
    await pane.getByRole("button", { name: "Undo" }).click();
    await pane.getByRole("button", { name: "Accept changed results" }).waitFor();
    expect(await pane.getByRole("status").first().innerText()).toBe(before);
    checkQuiet(watched);
    await page.context().close();
  });

  const example = "A program that failed after six weeks";

  it.each([
    {
      of: "a case",
      path: failingPath,
      title: failing,
      marked: (text: string) =>
        text.replace(/source: >-\n(?: {8}.*\n?)+/, "source: A sentence\n      filled in by: engine\n"),
      named: "source: Dr. Example, by ACOEM page 178",
    },
    {
      of: "an example",
      path: guidelinePath,
      title: example,
      marked: (text: string) =>
        text.replace(
          /(example "A program that failed after six weeks"\n)/,
          '$1  filled in by engine because "A sentence"\n',
        ),
      named: 'cite "Dr. Example, by ACOEM page 178"',
    },
  ])("keeps the mark in $of until a person names the source", async ({ path, title, marked, named }) => {
    await saveElsewhere(server, path, marked(await savedText(server, path)));
    const { page } = await openStudio(browser, server);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search or do anything" }).fill("whole screen cases");
    await page.keyboard.press("Enter");
    const row = page.getByRole("row", { name: new RegExp(title) });
    await row.getByText("Filled in by the engine: “A sentence”").waitFor();
    await row.getByRole("button", { name: "Name the source" }).click();
    await row.getByRole("textbox").fill("Dr. Example, by ACOEM page 178");
    await row.getByRole("button", { name: "This is the source" }).click();
    await row.getByText("Filled in by the engine").waitFor({ state: "detached" });
    await page.keyboard.press("Control+s");
    await savedState(page)
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    const saved = await savedText(server, path);
    expect(saved).toContain(named);
    expect(saved).not.toContain("filled in by");
    await page.context().close();
  });
});
