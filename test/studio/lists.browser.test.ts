import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { addSet, checkAxe, openPage, savedText, serveEach, type TestServer } from "../support/index.ts";
import { caseTab, ready, savedState, services } from "./studioPage.ts";

const guideline = join(import.meta.dirname, "../engine/set/lists/oxygen.guideline");

const oneCase = `schema: precept/case/1
case: Oxygen at home
dates: { request date: 2024-03-10, service date: 2024-03-10 }
requests:
  - service: oxygen concentrator
    code: HCPCS E1390
    expect: { outcome: information needed, source: nobody has tested }
`;

let browser: Browser;
let server: TestServer;

serveEach(async (now) => {
  ({ browser, server } = now);
  await addSet(server, "oxygen", {
    "set.yaml": "schema: precept/set/1\nname: oxygen\ntitle: Home oxygen\n",
    "oxygen.guideline": await readFile(guideline, "utf8"),
    "cases/home.yaml": oneCase,
  });
});

/** The facts of the case on screen, with the form of its list open. */
async function openList(): Promise<Page> {
  const { page } = await openPage(browser);
  await page.goto(`${server.url}/?set=oxygen&file=oxygen.guideline&case=cases/home.yaml`);
  await ready(page);
  await caseTab(page, "Facts").click();
  await page.getByRole("button", { name: /^oxygen test/ }).click();
  return page;
}

const outcome = (page: Page, text: string) => services(page).filter({ hasText: text }).waitFor();

describe("a list in the form", () => {
  it("takes entries with their evidence, and the outcome follows", async () => {
    const page = await openList();
    await page.getByText("Looked for", { exact: true }).click();
    await page.getByLabel("activity", { exact: true }).selectOption("rest");
    await page.getByLabel("breathing", { exact: true }).selectOption("room air");
    await page.getByLabel("PO2", { exact: true }).fill("54 mmHg");
    await page.getByLabel("Kind of evidence").selectOption("test result");
    await outcome(page, "Criteria met");
    await checkAxe(page);
    await page.getByLabel("PO2", { exact: true }).fill("60 mmHg");
    await outcome(page, "Information needed");
    await page.keyboard.press("Control+s");
    await savedState(page)
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    expect(await savedText(server, "oxygen/cases/home.yaml")).toContain(
      "  oxygen test:\n    complete: no\n    entries:\n      - activity: rest\n        breathing: room air\n        PO2: 60 mmHg\n",
    );
    await page.context().close();
  });

  it("tells all there are from some there are, adds and removes entries, and takes it all back", async () => {
    const page = await openList();
    await page.getByText("Looked for", { exact: true }).click();
    await page.getByRole("button", { name: "Remove oxygen test 1" }).click();
    await page.getByLabel("These are all there are in the record").click();
    await outcome(page, "Criteria not met");
    await page.getByRole("button", { name: "Add an entry" }).click();
    await page.getByRole("group", { name: "oxygen test 1" }).waitFor();
    await page.getByLabel("PO2", { exact: true }).fill("54 mmHg");
    await outcome(page, "Information needed");
    await page.getByLabel("PO2", { exact: true }).press("Escape");
    await outcome(page, "Information needed");
    await page
      .getByRole("button", { name: /^oxygen test/ })
      .filter({ hasText: "never asked" })
      .waitFor();
    await page.context().close();
  });
});
