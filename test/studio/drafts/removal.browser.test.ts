import type { Browser, Page } from "playwright-core";
import { expect, it } from "vitest";
import { addSet, checkAxe, checkQuiet, openPage, serveEach, type TestServer } from "../../support/index.ts";

let browser: Browser;
let server: TestServer;

serveEach(async (now) => {
  ({ browser, server } = now);
  const manifest = "schema: precept/set/1\nname: hips\ntitle: Hips\n";
  await addSet(server, "hips", { "set.yaml": manifest, "hip.guideline": 'guideline "Hip"\n' });
});

const row = (page: Page) => page.getByRole("link", { name: "Hips" });

it("a draft that was never released is removed after it was asked once more, and brought back", async () => {
  const watched = await openPage(browser);
  const { page } = watched;
  await page.goto(server.url);
  await page.getByRole("button", { name: "Remove Hips" }).click();
  const dialog = page.getByRole("dialog", { name: "Remove Hips?" });
  await dialog.getByText("1 guideline and its manifest").waitFor();
  await checkAxe(page);
  await dialog.getByRole("button", { name: "Not now" }).click();
  await page.getByRole("button", { name: "Remove Hips" }).click();
  await dialog.getByRole("button", { name: "Remove the draft" }).click();
  await row(page).waitFor({ state: "detached" });
  await page.getByText("Removed (1)").click();
  await page.getByText("2 files, removed by Local author").waitFor();
  await checkAxe(page);
  await page.getByRole("button", { name: "Bring back Hips" }).click();
  await row(page).waitFor();
  expect(await page.getByText("Removed (1)").count()).toBe(0);
  checkQuiet(watched);
  await page.context().close();
});
