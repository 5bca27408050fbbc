import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { guidelineSetSchema } from "../../server/protocol/index.ts";
import { checkAxe, checkQuiet, openPage, serveEach, type TestServer } from "../support/index.ts";
import { addOxygen } from "./oxygenSet.ts";
import { savedState } from "./studioPage.ts";

let browser: Browser;
let server: TestServer;

serveEach(async (now) => {
  ({ browser, server } = now);
  await addOxygen(server);
});

const card = (page: Page) => page.getByRole("article", { name: "Suggested case" });
const deck = (page: Page) => page.getByRole("region", { name: "Suggested cases" });

async function openDeck() {
  const watched = await openPage(browser, { colorScheme: "dark", reducedMotion: "reduce" });
  await watched.page.goto(`${server.url}/?set=oxygen&view=suggestions`);
  await card(watched.page).waitFor();
  return watched;
}

async function skipTheRest(page: Page): Promise<void> {
  const [, at, count] =
    /(\d+) of (\d+)/.exec(
      await deck(page)
        .getByText(/^\d+ of \d+$/)
        .innerText(),
    ) ?? [];
  for (let left = Number(count) - Number(at) + 1; left > 0; left -= 1) await page.keyboard.press("s");
}

describe("the deck of suggested cases", () => {
  it("asks who answers by which text, then takes one key an answer, shows afterwards what the guideline says, and ends with what the cases cover", async () => {
    const watched = await openDeck();
    const { page } = watched;
    await card(page).getByRole("heading", { name: "oxygen concentrator" }).waitFor();
    await page.keyboard.press("m");
    await page.getByText("An answer names who gave it.").waitFor();
    await page.keyboard.type("Dr. Example");
    await page.getByLabel("By which text").fill("A handbook, page 1");
    await card(page).getByRole("heading", { name: "What should happen here?" }).click();
    // The first case has a PO2 of 55 mmHg, which is enough by itself.
    expect(await card(page).innerText()).toContain("55 mmHg");
    expect(await deck(page).innerText()).not.toContain("the text");
    await page.keyboard.press("n");
    await deck(page).getByText("The text says otherwise").waitFor();
    await checkAxe(page);
    await page.keyboard.press("u");
    await deck(page).getByText("The text says otherwise").waitFor({ state: "detached" });
    await page.keyboard.press("m");
    await deck(page).getByText("So does the text.").waitFor();
    await page.keyboard.press("Control+s");
    await savedState(page)
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    const set = guidelineSetSchema.parse(await (await fetch(`${server.url}/api/sets/oxygen`)).json());
    expect(set.files.filter(({ kind }) => kind === "case").map(({ text }) => text)).toEqual([
      expect.stringMatching(/expect:\n +outcome: criteria met\n +source: Dr\. Example, by A handbook, page 1\n/),
    ]);
    await skipTheRest(page);
    await deck(page).getByText("Small mistakes in the text that some case would notice").waitFor();
    await checkAxe(page);
    await deck(page)
      .getByRole("button", { name: /^Answer \d+ more$/ })
      .click();
    await card(page).waitFor();
    checkQuiet(watched);
    await page.context().close();
  });
});
