import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../../support/index.ts";
import { lineOf, savedState } from "../studioPage.ts";
import { type Office, openOffice } from "./office.ts";
import { arrive, part, sign, write } from "../people.ts";
import { caseText, firstText, secondText } from "./texts.ts";

/** One story in order: each part goes on where the one before it ended. */
let browser: Browser;
let office: Office;
const pages = new Map<string, Page>();

beforeAll(async () => {
  [browser, office] = await Promise.all([
    openBrowser(),
    openOffice({ name: "Ada Admin", email: "ada@precept.example" }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await office.leave();
});

function pageOf(name: string): Page {
  const page = pages.get(name);
  if (page === undefined) throw new Error(`${name} has not arrived`);
  return page;
}

const at = (path: string) => `${office.url}${path}`;

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByText(name, { exact: true }).click()]);
  await file.saveAs(join(office.folder, file.suggestedFilename()));
  return file.suggestedFilename();
}

describe("from an empty store to a verified release", () => {
  it("an admin lists three people, who choose a password by the link they are sent", async () => {
    const admin = await arrive(browser, office.firstLink, "ada@precept.example");
    await admin.getByRole("heading", { name: "No guideline set yet" }).waitFor();
    await admin.getByRole("main").getByRole("link", { name: "People" }).click();
    const form = admin.getByRole("form", { name: "List somebody" });
    for (const [name, role] of [
      ["Ann", "author"],
      ["Ray", "reviewer"],
      ["Pia", "publisher"],
    ] as const) {
      await form.getByRole("textbox", { name: "Name" }).fill(`${name} Example`);
      await form.getByRole("textbox", { name: "Email" }).fill(`${name.toLowerCase()}@precept.example`);
      if (role !== "author") {
        await form.getByText("author", { exact: true }).click();
        await form.getByText(role, { exact: true }).click();
      }
      await form.getByRole("button", { name: "List", exact: true }).click();
      await sign(admin, "Sign and list");
      await admin.getByText(`Send this link to ${name} Example`).waitFor();
      const link = await admin.getByRole("status").filter({ hasText: "Send this link" }).locator("code").innerText();
      pages.set(name, await arrive(browser, link, `${name.toLowerCase()}@precept.example`));
    }
    await admin.context().close();
  });

  it("an author begins a set, writes its guideline, adds a case, and sends it to review", async () => {
    const page = pageOf("Ann");
    await page.getByRole("button", { name: "New guideline set" }).click();
    const dialog = page.getByRole("dialog", { name: "New guideline set" });
    await dialog.getByLabel("Title").fill("Knee surgery");
    await dialog.getByLabel("First guideline").fill("Knee arthroscopy");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Knee arthroscopy", level: 1 }).waitFor();
    await page.getByText("1 of 1 as expected").first().waitFor();
    await write(page, firstText);
    await page.getByText("3 of 3 as expected").first().waitFor();
    await page.getByRole("button", { name: "Begin a case" }).first().click();
    await page.getByRole("heading", { name: "New case", level: 2 }).waitFor();
    await lineOf(page, "case: New case").waitFor();
    await write(page, caseText);
    await page.getByText("4 of 4 as expected").first().waitFor();
    await page.keyboard.press("Control+s");
    await savedState(page).getByText("Saved", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Send to review" }).click();
    const sending = page.getByRole("dialog", { name: "Send to review" });
    await sending.getByText("4 of 4 cases come out as expected.").waitFor();
    await sending.getByLabel("What changes").fill("The first edition");
    await sending.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByRole("heading", { name: /^The first edition/ }).waitFor();
    await page.getByText("Somebody who wrote none of it has to approve it.").waitFor();
  });

  it("a reviewer reads the plan, comments on a criterion, and asks for a change", async () => {
    const page = pageOf("Ray");
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Reviews" }).click();
    await page.getByRole("link", { name: "The first edition" }).click();
    await page.getByText("There is no release yet").waitFor();
    await part(page, /^Proofs and tests/).click();
    await part(page, /^Text/).click();
    await page.getByRole("button", { name: "Comment on arthroscopy if locking" }).click();
    await page.getByRole("textbox", { name: /^Comment on arthroscopy/ }).fill("Page 2 says this, not page 1.");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("article", { name: "Comment by Ray Example" }).waitFor();
    await page.getByRole("button", { name: "Request changes" }).click();
    await page.getByRole("dialog").getByLabel("What has to change").fill("Cite page 2 for the recommendation.");
    await sign(page, "Sign and request changes");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("the author answers in a second round", async () => {
    const page = pageOf("Ann");
    await page.getByText("Cite page 2 for the recommendation.").first().waitFor();
    await page.getByRole("link", { name: "Write on in the draft" }).click();
    await page.getByRole("heading", { name: "Knee arthroscopy", level: 1 }).waitFor();
    await write(page, secondText);
    await page.getByText("4 of 4 as expected").first().waitFor();
    await page.getByRole("button", { name: "Update the review" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Save and send the next round" }).click();
    await page.getByText(/^Round 2, sent by Ann Example/).waitFor();
  });

  it("the reviewer settles the comment and approves with the password", async () => {
    const page = pageOf("Ray");
    await page.getByText(/^Round 2, sent by Ann Example/).waitFor();
    await part(page, /^Comments/).click();
    await page.getByRole("button", { name: "Resolve" }).click();
    await page.getByText(/^Resolved by Ray Example/).waitFor();
    await page.getByRole("button", { name: "Approve", exact: true }).click();
    await sign(page, "Sign and approve", "not the password");
    await page.getByRole("dialog").getByRole("alert").waitFor();
    await sign(page, "Sign and approve");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("heading", { name: /^The first edition\s*Approved/ }).waitFor();
  });

  it("a publisher publishes it from a day on, and takes the two files along", async () => {
    const page = pageOf("Pia");
    await page.goto(at("/reviews"));
    await page.getByRole("link", { name: "The first edition" }).click();
    await page.getByRole("link", { name: "Go on to publish" }).click();
    await page.getByLabel("From").fill("2026-10-01");
    await page.getByRole("button", { name: "Publish 1.0.0" }).click();
    await sign(page, "Sign and publish");
    await page.getByRole("heading", { name: "Published: Knee surgery 1.0.0" }).waitFor();
    await page
      .getByRole("region", { name: "Verification" })
      .getByRole("heading", { name: /^Verified/ })
      .waitFor();
    expect(await download(page, "Download the payload")).toBe("knee-surgery-1.0.0.tgz");
    expect(await download(page, "Download the attestation")).toBe("knee-surgery-1.0.0.attestation.json");
    const keys = await page.request.get(at("/.well-known/jwks.json"));
    await writeFile(join(office.folder, "keys.json"), await keys.body());
  });

  it("a reviewer decides a case otherwise than the release proposes, and keeps the records", async () => {
    const page = pageOf("Ray");
    await page.goto(at("/?set=knee-surgery&tab=decision"));
    await page.getByRole("button", { name: "Determine with the release in force" }).click();
    await page.getByText("Determined with release 1.0.0").waitFor();
    await download(page, "Download the determination record");
    await page.getByRole("button", { name: "Decide otherwise" }).click();
    const form = page.getByRole("form", { name: "Decide otherwise" });
    await form.getByLabel("Outcome").selectOption("criteria met");
    await form.getByLabel("Kind of reason").selectOption("guideline does not fit");
    await form.getByRole("textbox", { name: "Reason" }).fill("It does not bend either.");
    await form.getByRole("button", { name: "Record the decision" }).click();
    await page.getByText("The server does not store your reason").waitFor();
  });

  it("an auditor finds who approved it", async () => {
    const page = pageOf("Ray");
    await page.goto(at("/audit"));
    await page.getByText("The log is whole:").waitFor();
    const row = (who: string, what: string) =>
      page
        .getByRole("row", { name: new RegExp(`${who}.*${what}`, "s") })
        .first()
        .waitFor();
    await row("Ray Example", "Signed the approval of “The first edition”, round 2");
    await row("Pia Example", "Published release 1.0.0");
    await row("Ray Example", "Decided otherwise than was proposed");
    await page.getByRole("link", { name: "Published release 1.0.0" }).click();
    const release = page.getByRole("article", { name: "Release 1.0.0" });
    await release.getByText("Approved", { exact: true }).waitFor();
    await release.getByText("by Ray Example", { exact: true }).waitFor();
  });
});

describe("years later, without server and database", () => {
  it("the release is verified and the determination comes out again, byte for byte", async () => {
    await office.shut();
    const release = "knee-surgery-1.0.0.tgz";
    const verified = await office.precept("verify", release, "--keys", "keys.json", "--json");
    expect(verified).toMatchObject({ code: 0 });
    expect(JSON.parse(verified.out)).toMatchObject({ verdict: "verified" });
    const installed = await office.precept("install", release, "--keys", "keys.json");
    expect(installed).toMatchObject({ code: 0 });
    const record = (await readdir(office.folder)).find((name) => name.startsWith("determination")) ?? "";
    const given = "knee-surgery/cases/new-case.yaml";
    const replayed = await office.precept("replay", record, given, "--release", release, "--json");
    expect(JSON.parse(replayed.out)).toMatchObject({ identical: true, set: "knee-surgery", version: "1.0.0" });
  });
});
