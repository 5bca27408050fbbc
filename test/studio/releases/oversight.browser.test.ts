import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkAxe, checkQuiet, openPage, publishAlone, serveEach, type TestServer } from "../../support/index.ts";
import { addKnee, notLocking } from "../reviews/kneeSet.ts";

let browser: Browser;
let server: TestServer;

serveEach(async (now) => {
  ({ browser, server } = now);
  await addKnee(server);
});

const go = async (page: Page, path: string) => page.goto(`${server.url}${path}`);

/** In the browser: as if it had seen another log grow out of the same first entry. */
function keepAnotherHead(): void {
  for (const [key, kept] of Object.entries(localStorage))
    if (key.startsWith("precept-log-") && typeof kept === "string")
      localStorage.setItem(key, kept.replace(/"root":"[0-9a-f]{8}/, '"root":"00000000'));
}

describe("what was released", () => {
  it("stands on a time line, verified in this browser, and is retired with a reason", async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await go(page, "/releases/knee");
    await page.getByRole("heading", { name: "Nothing of it was released yet" }).waitFor();
    await publishAlone(server, "knee");
    await page.reload();
    const release = page.getByRole("article", { name: "Release 1.0.0" });
    await release.getByText("In force today").waitFor();
    await release.getByText("Verified in this browser").click();
    await release.getByText("this browser had not seen the log before", { exact: false }).waitFor();
    const unchecked = release.getByRole("region", { name: "Not checked" });
    await unchecked.getByText("This browser keeps the head it sees today, and compares from now on.").waitFor();
    expect(await unchecked.innerText()).not.toContain("--");
    await checkAxe(page);
    await page.reload();
    await release.getByText("Verified in this browser").click();
    await release.getByText(/The log only grew since its head of \d entries was kept\./).waitFor();
    expect(await unchecked.count()).toBe(0);
    await release.getByRole("button", { name: "Retire 1.0.0" }).click();
    const dialog = page.getByRole("dialog", { name: "Retire 1.0.0" });
    await dialog.getByLabel("Why").fill("The handbook is out of print.");
    await dialog.getByRole("button", { name: "Sign and retire" }).click();
    await release.getByText("The handbook is out of print.").waitFor();
    expect(await release.getByRole("button", { name: "Retire 1.0.0" }).count()).toBe(0);
    await page.evaluate(keepAnotherHead);
    await page.reload();
    await release.getByText("Not what was published").click();
    await release.getByText(/The log was rewritten: the pinned head of \d entries/).waitFor();
    checkQuiet(watched);
    await page.context().close();
  });

  it("is read as it is printed, with what each release changed", async () => {
    await publishAlone(server, "knee");
    const watched = await openPage(browser);
    const { page } = watched;
    await go(page, "/releases/knee");
    await page.getByRole("button", { name: "Read the policy" }).click();
    const dialog = page.getByRole("dialog", { name: "The policy, release 1.0.0" });
    await dialog.frameLocator("iframe").getByText("its attestation").first().waitFor();
    await checkAxe(page);
    const arriving = page.waitForEvent("download");
    await dialog.getByRole("link", { name: "Download it, to print it" }).click();
    expect((await arriving).suggestedFilename()).toBe("knee-1.0.0-policy.html");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Read what changed" }).click();
    await page.getByRole("dialog", { name: "What each release changed" }).getByText("The first release.").waitFor();
    await checkAxe(page);
    checkQuiet(watched);
    await page.context().close();
  });

  it("is gone back to only after what that changes is shown", async () => {
    await publishAlone(server, "knee");
    await notLocking(server);
    await publishAlone(server, "knee", new Date().toISOString().slice(0, 10));
    const watched = await openPage(browser, { colorScheme: "dark", reducedMotion: "reduce" });
    const { page } = watched;
    await go(page, "/releases/knee");
    await page.getByRole("button", { name: "Roll back to 1.0.0" }).click();
    const dialog = page.getByRole("dialog", { name: "Back to 1.0.0" });
    await dialog
      .getByText("Some cases are granted more than before, others less, or are answered in another way.")
      .waitFor();
    await dialog.getByRole("article", { name: "The chosen move" }).waitFor();
    await checkAxe(page);
    await dialog.getByRole("button", { name: "Go back to 1.0.0 and send it to review" }).click();
    await page.getByRole("heading", { name: /^Back to release 1\.0\.0/ }).waitFor();
    checkQuiet(watched);
    await page.context().close();
  });
});

describe("what was done and what is to be done", () => {
  it("is read in words, with the state of the log", async () => {
    await publishAlone(server, "knee");
    const watched = await openPage(browser);
    const { page } = watched;
    await go(page, "/audit");
    await page.getByText("The log is whole:").waitFor();
    await page.getByText(/^Up to entry \d+ it is held by the signed log of releases/).waitFor();
    await page.getByRole("link", { name: "Published release 1.0.0" }).waitFor();
    await checkAxe(page);
    await page.getByLabel("Guideline set").selectOption("knee");
    await page.waitForURL(/set=knee/);
    await page.getByRole("link", { name: "Sent “A release” to review" }).click();
    await page.getByRole("heading", { name: /^A release/ }).waitFor();
    checkQuiet(watched);
    await page.context().close();
  });

  it("is signed when it was reviewed and is still right", async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await go(page, "/due");
    await page.getByRole("heading", { name: /^Nothing was released yet/ }).waitFor();
    await publishAlone(server, "knee");
    await page.reload();
    await page.getByRole("button", { name: "Knee: reviewed, still right" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Sign the review" }).click();
    await page.getByText("Reviewed, still right, by Local author").waitFor();
    await checkAxe(page);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search or do anything" }).fill("Releases of Knee");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Releases of Knee" }).waitFor();
    checkQuiet(watched);
    await page.context().close();
  });
});
