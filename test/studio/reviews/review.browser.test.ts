import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  checkAxe,
  checkQuiet,
  openPage,
  publishAlone,
  sendByApi,
  serveEach,
  type TestServer,
} from "../../support/index.ts";
import { part } from "../people.ts";
import { addKnee, swellingIsEnough } from "./kneeSet.ts";

let browser: Browser;
let server: TestServer;

serveEach(async (now) => {
  ({ browser, server } = now);
  await addKnee(server);
});

/** One move, then what is left at once: the keyboard stays with the moves, and the gate leads on to the expected results. */
async function acknowledgeByKeyboard(page: Page): Promise<void> {
  const detail = page.getByRole("article", { name: "The chosen move" });
  const focused = () => page.evaluate(() => document.activeElement?.querySelector("article")?.textContent ?? "nothing");
  const first = await detail.innerText();
  await detail.getByRole("button", { name: "I have looked at this" }).press("Enter");
  await part(page, /^What changes/)
    .getByText("2")
    .waitFor();
  expect(await detail.innerText()).not.toBe(first);
  expect(await focused()).toContain("I have looked at this");
  await page.getByRole("button", { name: "Acknowledge all 2" }).press("Enter");
  const gates = page.getByRole("region", { name: "Before it can be published" });
  await gates.getByText(/^\d changes? of/).waitFor();
  await gates
    .getByRole("listitem")
    .filter({ hasText: "Changes acknowledged" })
    .getByRole("button", { name: "Look at it" })
    .click();
  await page.waitForURL(/part=cases/);
  await page
    .getByRole("button", { name: /^Acknowledge all|^I have looked/ })
    .last()
    .press("Enter");
  await gates.getByText("Changes acknowledged done").waitFor();
}

describe("the way of a change", () => {
  it("leads one person from a draft to a release that says it was not independently approved", async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await page.goto(`${server.url}/?set=knee`);
    await page.getByRole("button", { name: "Send to review" }).click();
    const sending = page.getByRole("dialog", { name: "Send to review" });
    await sending.getByText("3 of 3 cases come out as expected.").waitFor();
    await sending.getByLabel("What changes").fill("The first edition");
    await sending.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByRole("heading", { name: /^The first edition/ }).waitFor();
    await page.getByText("There is no release yet").waitFor();
    await page.getByRole("link", { name: "Go on to publish" }).click();
    await page.getByText("Not independently approved.").waitFor();
    await checkAxe(page);
    await page.getByRole("button", { name: "Publish 1.0.0" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Sign and publish" }).click();
    await page.getByRole("heading", { name: "Published: Knee 1.0.0" }).waitFor();
    const [payload] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download the payload" }).click(),
    ]);
    expect(payload.suggestedFilename()).toBe("knee-1.0.0.tgz");
    checkQuiet(watched);
    await page.context().close();
  });

  it("shows what a change does by a case, word for word in the text, and keeps what is said with its criterion", async () => {
    await publishAlone(server, "knee");
    await swellingIsEnough(server);
    const change = await sendByApi(server, "knee", "A swollen knee is enough");
    const watched = await openPage(browser, { colorScheme: "dark" });
    const { page } = watched;
    await page.goto(`${server.url}/reviews/${change}`);
    await page.getByText("Some cases are granted more than before, and none less.").waitFor();
    await page.getByText("2.0.0, a major version: answers change").waitFor();
    const detail = page.getByRole("article", { name: "The chosen move" });
    await detail.getByRole("region", { name: "By 1.0.0" }).waitFor();
    await checkAxe(page);
    await acknowledgeByKeyboard(page);
    await part(page, /^Text/).click();
    expect(await page.locator("ins").filter({ hasText: "OR swelling" }).innerText()).toContain("OR swelling");
    await page.getByRole("button", { name: "Comment on arthroscopy if locking OR swelling" }).click();
    await page.getByRole("textbox", { name: /^Comment on arthroscopy/ }).fill("Where does the handbook say so?");
    await page.keyboard.press("Control+Enter");
    const thread = page.getByRole("article", { name: /^Comment by/ });
    await thread.getByText("Where does the handbook say so?").waitFor();
    await checkAxe(page);
    await thread.getByRole("button", { name: "Resolve" }).click();
    await thread.getByText(/^Resolved by/).waitFor();
    checkQuiet(watched);
    await page.context().close();
  });
});
