import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkQuiet, openBrowser, saveElsewhere, savedText, serveCopy, type TestServer } from "../support/index.ts";
import { guidelinePath, openStudio } from "./studioPage.ts";

let browser: Browser;
let server: TestServer;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  server = await serveCopy();
});
afterEach(() => server.stop());

const failingExample = `
example "A program that lasted long enough but succeeded"
  requested body region: cervical spine
  strengthening program: succeeded after 6 weeks
  expect imaging: criteria met
`;

describe("publishing from the studio", () => {
  it("makes 1.0.0 of a set whose cases are all as expected, and lists it", async () => {
    const watched = await openStudio(browser, server);
    const { page } = watched;
    await page.getByRole("button", { name: "Publish" }).click();
    const dialog = page.getByRole("dialog", { name: "Publish this guideline set" });
    await dialog.getByRole("button", { name: "Publish" }).click();
    await dialog.getByText("is published").waitFor();
    expect(await dialog.innerText()).toMatch(/1\.0\.0 is published/);
    await page.keyboard.press("Escape");
    await page.getByRole("region", { name: "Releases" }).getByText("1.0.0").waitFor();
    expect(await page.getByRole("navigation", { name: "Where you are" }).innerText()).toContain("draft after 1.0.0");
    checkQuiet(watched);
    await page.context().close();
  });

  it("refuses a set with a failing case and names the case", async () => {
    await saveElsewhere(server, guidelinePath, (await savedText(server, guidelinePath)) + failingExample);
    const { page } = await openStudio(browser, server);
    await page.getByRole("button", { name: "Publish" }).click();
    const dialog = page.getByRole("dialog", { name: "Publish this guideline set" });
    await dialog.getByText("A set with a failing case is refused").waitFor();
    await dialog.getByRole("button", { name: "Publish" }).click();
    const refusal = dialog.getByRole("alert");
    expect(await refusal.innerText()).toContain("A program that lasted long enough but succeeded");
    await page.context().close();
  });
});
