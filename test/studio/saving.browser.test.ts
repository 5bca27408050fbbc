import type { Browser } from "playwright-core";
import { describe, expect, it } from "vitest";
import { savedText, saveElsewhere, serveEach, type TestServer } from "../support/index.ts";
import { appendText, guidelinePath, lineOf, openStudio, ready, savedState } from "./studioPage.ts";

let browser: Browser;
let server: TestServer;

serveEach((now) => {
  ({ browser, server } = now);
});

const saved = () => savedText(server, guidelinePath);

/** Somebody else saves the same file. */
async function changeElsewhere(): Promise<void> {
  await saveElsewhere(server, guidelinePath, `${await saved()}\n# typed by somebody else\n`);
}

describe("typed text is never lost", () => {
  it("restores what was typed and not saved after a reload, and discards it when asked", async () => {
    const { page } = await openStudio(browser, server);
    await appendText(page, "\n# typed and not saved");
    await savedState(page).filter({ hasText: "1 file unsaved" }).waitFor();
    page.on("dialog", (dialog) => void dialog.accept());
    await page.reload();
    await ready(page);
    await page.getByText("Unsaved draft restored").waitFor();
    await appendText(page, "");
    await lineOf(page, "# typed and not saved").waitFor();
    await page.getByRole("button", { name: "Discard the draft" }).click();
    await lineOf(page, "# typed and not saved").waitFor({ state: "detached" });
    await savedState(page)
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    expect(await saved()).not.toContain("typed and not saved");
    await page.context().close();
  });

  it("shows both texts when somebody else saved the file meanwhile, and keeps mine when I say so", async () => {
    const { page } = await openStudio(browser, server);
    await appendText(page, "\n# typed by me");
    await changeElsewhere();
    await page.keyboard.press("Control+s");
    const dialog = page.getByRole("dialog", { name: /saved by somebody else/ });
    const texts = await dialog.getByRole("region", { name: "Both texts" }).innerText();
    expect(texts).toContain("# typed by me");
    expect(texts).toContain("# typed by somebody else");
    expect(await saved()).toContain("# typed by somebody else");
    await dialog.getByRole("button", { name: "Save mine over it" }).click();
    await savedState(page)
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    expect(await saved()).toMatch(/# typed by me$/);
    await page.context().close();
  });

  it("takes the other text when I say so", async () => {
    const { page } = await openStudio(browser, server);
    await appendText(page, "\n# typed by me");
    await changeElsewhere();
    await page.keyboard.press("Control+s");
    await page.getByRole("button", { name: "Take theirs" }).click();
    await appendText(page, "");
    await lineOf(page, "# typed by somebody else").waitFor();
    await savedState(page)
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    await page.context().close();
  });

  it("goes on working without the server, says so, and saves when it is back", async () => {
    const { page } = await openStudio(browser, server);
    await page.route("**/api/**", (route) => route.abort());
    await appendText(page, "\n# typed without a server");
    await page.keyboard.press("Control+s");
    await page.getByText("The server does not answer. Go on working").waitFor();
    await savedState(page).filter({ hasText: "Not saved yet" }).waitFor();
    await page.unroute("**/api/**");
    await savedState(page)
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    expect(await saved()).toMatch(/# typed without a server$/);
    await page.context().close();
  });
});
