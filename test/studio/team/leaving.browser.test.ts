import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkAxe, serveTeamToAll, type TeamServer } from "../../support/index.ts";
import { enterAtOnce, PASSWORD, send, sign, signIn } from "../people.ts";
import { appendText, lineOf, savedState } from "../studioPage.ts";
import { firstText } from "../way/texts.ts";

let browser: Browser;
let server: TeamServer;

serveTeamToAll((now) => ({ browser, server } = now));

/** Somebody who writes, with a set that they began. */
async function author(name: string): Promise<{ readonly page: Page; readonly address: string }> {
  const page = await enterAtOnce(browser, server, name, ["author"]);
  const set = `knee-of-${name.toLowerCase()}`;
  await send(page, server, "/api/sets", { name: set, title: set, files: [{ path: "a.guideline", text: firstText }] });
  const address = `${server.url}/?set=${set}&file=a.guideline`;
  await openText(page, address);
  return { page, address };
}

async function openText(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator(".monaco-editor .view-line").first().waitFor();
  await page.getByText("as expected").first().waitFor();
}

const atSignIn = (page: Page) => page.getByRole("heading", { name: "Sign in" });

describe("what one typed and did not save", () => {
  it("is hers alone: the next person at this browser sees none of it, in no tab, and she finds it again", async () => {
    const { page, address } = await author("Ann");
    await enterAtOnce(browser, server, "Ben", ["author"]).then((ben) => ben.context().close());
    const other = await page.context().newPage();
    await other.goto(`${server.url}/account`);
    await other.getByRole("heading", { name: "Account" }).waitFor();
    await page.bringToFront();
    await appendText(page, "\n# typed by Ann");
    await page.getByRole("button", { name: "Ann, author" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await Promise.all([atSignIn(page).waitFor(), atSignIn(other).waitFor()]);
    await signIn(page, "ben@precept.example");
    await other.getByRole("button", { name: "Ben, author" }).waitFor();
    await other.close();
    await openText(page, address);
    expect(await page.getByText("Unsaved draft restored").count()).toBe(0);
    expect(await savedState(page).innerText()).toBe("Saved");
    await page.context().clearCookies();
    await page.reload();
    await signIn(page, "ann@precept.example");
    await page.getByText("Unsaved draft restored").waitFor();
    await page.context().close();
  });

  it("in one tab stays when the same file is saved in another", async () => {
    const { page, address } = await author("Cy");
    const other = await page.context().newPage();
    await openText(other, address);
    await appendText(other, "\n# typed in the second tab");
    await page.bringToFront();
    await appendText(page, "\n# typed in the first tab");
    await page.keyboard.press("Control+s");
    await savedState(page).getByText("Saved", { exact: true }).waitFor();
    await other.close();
    await page.reload();
    await page.getByText("Unsaved draft restored").waitFor();
    await appendText(page, "");
    await lineOf(page, "# typed in the second tab").waitFor();
    await page.context().close();
  });
});

describe("a session that ends while something is signed", () => {
  it("is begun anew over the dialog, which no key closes, and goes on with what was typed", async () => {
    const page = await enterAtOnce(browser, server, "Dora", ["admin"]);
    await page.goto(`${server.url}/people`);
    await page.getByRole("textbox", { name: "Name" }).fill("Eli Writer");
    await page.getByRole("textbox", { name: "Email" }).fill("eli@precept.example");
    await page.keyboard.press("Enter");
    const signing = page.getByRole("dialog", { name: "List Eli Writer" });
    await signing.getByLabel("Your password again").and(page.locator(":focus")).waitFor();
    await checkAxe(page);
    await server.database.deleteFrom("sign_in_session").execute();
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await atSignIn(page).waitFor();
    await checkAxe(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("dora@precept.example");
    await page.keyboard.press("Tab");
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await atSignIn(page).waitFor({ state: "detached" });
    await signing.getByText("Your session had ended, so nothing was signed. Sign once more.").waitFor();
    await sign(page, "Sign and list");
    await page.getByRole("row", { name: /Eli Writer/ }).waitFor();
    await page.context().close();
  });
});
