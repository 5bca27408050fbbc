import type { Browser } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkAxe, checkQuiet, savedText, saveElsewhere, serveEach, type TestServer } from "../support/index.ts";
import { guidelinePath, openStudio, savedState } from "./studioPage.ts";

let browser: Browser;
let server: TestServer;

serveEach((now) => {
  ({ browser, server } = now);
});

describe("the history of a file", () => {
  it("tells who saved what, shows each text beside what stands now, and brings one back", async () => {
    const shipped = await savedText(server, guidelinePath);
    await saveElsewhere(server, guidelinePath, `${shipped}\n# added later\n`);
    const watched = await openStudio(browser, server);
    const { page } = watched;
    await page.getByRole("button", { name: "History", exact: true }).click();
    const history = page.getByRole("dialog", { name: /^History of / });
    const revisions = history.getByRole("navigation", { name: "Revisions" }).getByRole("button");
    await revisions.nth(1).waitFor();
    expect(await revisions.allInnerTexts()).toEqual([
      expect.stringMatching(/^Local author/),
      expect.stringMatching(/^Taken in from the folder/),
    ]);
    await revisions.nth(0).click();
    await history.getByText("This is the text as it stands now.").waitFor();
    await revisions.nth(1).click();
    const texts = history.getByRole("region", { name: "Both texts" });
    await texts.getByText("# added later").waitFor();
    await checkAxe(page);
    await history.getByRole("button", { name: "Bring this text back" }).click();
    await history.waitFor({ state: "detached" });
    await savedState(page)
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    expect(await savedText(server, guidelinePath)).toBe(shipped);
    checkQuiet(watched);
    await page.context().close();
  });
});

it("asks for the set again and again, and is sent it only when something changed", async () => {
  const { page } = await openStudio(browser, server);
  const answered = (status: number) =>
    page.waitForResponse(
      (response) => new URL(response.url()).pathname === "/api/sets/california-mtus" && response.status() === status,
    );
  await answered(304);
  const changed = answered(200);
  await saveElsewhere(server, guidelinePath, `${await savedText(server, guidelinePath)}\n# added later\n`);
  const body: unknown = await (await changed).json();
  expect(JSON.stringify(body)).toContain("# added later");
  await page.context().close();
});
