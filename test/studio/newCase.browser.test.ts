import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { addSet, checkQuiet, openPage, savedText, serveCopy, serveEach, type TestServer } from "../support/index.ts";
import { openStudio, savedState, services } from "./studioPage.ts";

let browser: Browser;
let server: TestServer;

serveEach((now) => {
  ({ browser, server } = now);
});

describe("a new case", () => {
  it("asks for the first service of the open guideline, is filled in, and is saved as a file of its own", async () => {
    const watched = await openStudio(browser, server);
    const { page } = watched;
    await page.getByRole("button", { name: "New case" }).click();
    await page.getByRole("heading", { name: "New case", level: 2 }).waitFor();
    expect(await services(page).allInnerTexts()).toEqual([
      expect.stringMatching(/^MRI of the cervical spine without contrast\s+Information needed/),
    ]);
    await page.getByRole("button", { name: /^requested body region/ }).click();
    await page.getByText("Documented", { exact: true }).click();
    await savedState(page).filter({ hasText: "1 file unsaved" }).waitFor();
    await page.keyboard.press("Control+s");
    await savedState(page)
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    const text = await savedText(server, "california-mtus/cases/new-case.yaml");
    expect(text).toMatch(/^schema: precept\/case\/1\ncase: New case$/m);
    expect(text).toContain("\nfacts:\n  requested body region: ");
    expect(text).toContain("- service: MRI of the cervical spine without contrast\n    code: CPT 72141\n");
    checkQuiet(watched);
    await page.context().close();
  });

  it("is made from the palette too, beside the one before it", async () => {
    const { page } = await openStudio(browser, server);
    for (const title of ["New case", "New case 2"]) {
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox", { name: "Search or do anything" }).fill("new case");
      await page.getByRole("option", { name: /^New case\s*action$/ }).click();
      await page.getByRole("heading", { name: title, exact: true, level: 2 }).waitFor();
    }
    await page.context().close();
  });

  it("is offered by a set that has none, and can be the first of it", async () => {
    await addSet(server, "empty", { "set.yaml": "schema: precept/set/1\nname: empty\ntitle: An empty set\n" });
    const { page } = await openPage(browser);
    await page.goto(`${server.url}/?set=empty`);
    const list = page.getByRole("navigation", { name: "Guideline set" });
    await list.getByRole("button", { name: "Begin a case" }).click();
    await page.getByRole("heading", { name: "New case", level: 2 }).waitFor();
    await page.keyboard.press("Control+s");
    await savedState(page)
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    expect(await savedText(server, "empty/cases/new-case.yaml")).toContain("case: New case\n");
    await page.context().close();
  });
});

it("marks files that cannot be read in the list, each with the reason", async () => {
  const other = await serveCopy(async (guidelines) => {
    const cases = join(guidelines, "california-mtus/cases");
    await writeFile(join(cases, "a-scan.yaml"), new Uint8Array([0x25, 0x50, 0x00, 0xff]));
    await writeFile(join(cases, "huge.yaml"), "#".repeat(1_100_000));
  });
  onTestFinished(() => other.stop());
  const { page } = await openStudio(browser, other);
  const list = page.getByRole("navigation", { name: "Guideline set" });
  expect(await list.getByRole("button", { name: /^a-scan\.yaml/ }).innerText()).toContain("This is not a text file");
  expect(await list.getByRole("button", { name: /^huge\.yaml/ }).innerText()).toMatch(/MB/);
  await list.getByRole("button", { name: /^huge\.yaml/ }).click();
  await page.getByRole("region", { name: "Text", exact: true }).getByText(/MB/).waitFor();
  await page.context().close();
});
