import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkAxe, serveEach, type TestServer } from "../support/index.ts";
import { appendText, openStudio } from "./studioPage.ts";

let browser: Browser;
let server: TestServer;

serveEach((now) => {
  ({ browser, server } = now);
});

const panel = (page: Page) => page.getByRole("region", { name: "Read back" });
const open = (page: Page) => page.getByRole("button", { name: "Read back" }).click();
const line = (page: Page, text: RegExp) => panel(page).getByText(text).first();

describe("a guideline read back beside its text", () => {
  it("follows what is typed, and says what an error keeps from being read", async () => {
    const { page } = await openStudio(browser, server);
    await open(page);
    await line(page, /^as strengthening program lasted at least 6 weeks AND strengthening program failed$/).waitFor();
    await appendText(page, "\nimaging if anatomy is unclear");
    await line(page, /^imaging if anatomy is unclear$/).waitFor();
    await page.keyboard.type(" AND failed strenghtening");
    const leftOut = panel(page).getByRole("note", { name: "Left out" });
    await leftOut.getByText("One declaration is left out").waitFor();
    await leftOut.getByRole("button", { name: "imaging if" }).waitFor();
    await page.context().close();
  });

  it("is an outline on request, and kept in the address", async () => {
    const { page } = await openStudio(browser, server);
    await open(page);
    await panel(page).getByText("Outline", { exact: true }).click();
    await line(page, /^1\. strengthening program lasted at least 6 weeks$/).waitFor();
    expect(new URL(page.url()).searchParams.get("read")).toBe("outline");
    await page.reload();
    await line(page, /^1\. strengthening program lasted at least 6 weeks$/).waitFor();
    await page.context().close();
  });

  it("leads from a name to where it is declared, by keyboard too", async () => {
    const { page } = await openStudio(browser, server);
    await open(page);
    await panel(page).getByRole("button", { name: "failed strengthening" }).last().focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("failed exercise");
    await line(page, /^define failed exercise$/).waitFor();
    await page.context().close();
  });

  it("is copied as text, and closed", async () => {
    const { page } = await openStudio(browser, server, { permissions: ["clipboard-read", "clipboard-write"] });
    await open(page);
    await panel(page).getByRole("button", { name: "Copy" }).click();
    await panel(page).getByText("Copied", { exact: true }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^guideline "Neck and Upper Back Complaints"\n {2}source /);
    await panel(page).getByRole("button", { name: "Close what is read back" }).click();
    await panel(page).waitFor({ state: "detached" });
    await page.context().close();
  });

  it.each(["light", "dark"] as const)("has no barrier that axe finds in %s colours", async (colorScheme) => {
    const { page } = await openStudio(browser, server, { colorScheme });
    await open(page);
    await appendText(page, "\nimaging if failed strenghtening");
    await panel(page).getByRole("note", { name: "Left out" }).waitFor();
    await checkAxe(page);
    await page.context().close();
  });
});
