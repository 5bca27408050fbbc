import { readFile } from "node:fs/promises";
import type { Browser, Download, Page } from "playwright-core";
import { expect, it } from "vitest";
import { decisionRecordSchema, determinationRecordSchema } from "../../../server/protocol/index.ts";
import { checkAxe, checkQuiet, openPage, savedText, serveEach, type TestServer } from "../../support/index.ts";
import { openStudio } from "../studioPage.ts";
import { addReleasedKnee, kneeAddress } from "./kneeCase.ts";

let browser: Browser;
let server: TestServer;

serveEach((now) => {
  ({ browser, server } = now);
});

const byRelease = (page: Page) => page.getByRole("region", { name: "By a release" });
const proposal = (page: Page) => page.getByRole("region", { name: "Proposal for knee arthroscopy" });

async function downloaded(page: Page, name: string): Promise<Download> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  return file;
}

const jsonOf = async (file: Download): Promise<unknown> => JSON.parse(await readFile(await file.path(), "utf8"));

it("records what a reviewer decides otherwise, with records to keep, and makes it a case of the draft", async () => {
  await addReleasedKnee(server);
  const watched = await openPage(browser, { reducedMotion: "reduce" });
  const { page } = watched;
  await page.goto(kneeAddress(server, "decision"));
  await byRelease(page).getByRole("button", { name: "Determine with the release in force" }).click();
  await byRelease(page).getByText("Determined with release 1.0.0").waitFor();
  // The release asks for locking alone; the draft beside it asks for swelling too.
  await proposal(page).getByText("Criteria not met", { exact: true }).waitFor();
  const record = determinationRecordSchema.parse(
    await jsonOf(await downloaded(page, "Download the determination record")),
  );
  await proposal(page).getByRole("button", { name: "Decide otherwise" }).click();
  const form = page.getByRole("form", { name: "Decide otherwise" });
  const save = form.getByRole("button", { name: "Record the decision" });
  expect(await save.isDisabled()).toBe(true);
  await form.getByLabel("Outcome").selectOption("criteria met");
  await form.getByLabel("Kind of reason").selectOption("guideline does not fit");
  await form.getByRole("textbox", { name: "Reason" }).fill("It swells and does not bend.");
  await checkAxe(page);
  await save.click();
  await proposal(page).getByText("The server does not store your reason").waitFor();
  await proposal(page).getByText("Criteria not met", { exact: true }).waitFor();
  await checkAxe(page);
  const decision = decisionRecordSchema.parse(await jsonOf(await downloaded(page, "Download the decision record")));
  expect(decision).toMatchObject({
    proposed: { outcome: "criteria not met" },
    outcome: "criteria met",
    kind: "guideline does not fit",
    reason: "It swells and does not bend.",
    determination: { caseDigest: record.caseDigest, version: "1.0.0" },
  });
  const candidate = page.getByRole("button", { name: "knee arthroscopy: criteria met" });
  await candidate.click();
  const dialog = page.getByRole("dialog", { name: "Candidate test" });
  await dialog.getByText("Not stored by the server").waitFor();
  // What was decided in this window is still at hand; after a reload nothing is, and the person has what was kept.
  expect(await dialog.getByText("The decision record", { exact: true }).count()).toBe(0);
  await page.reload();
  const earlier = page.getByRole("region", { name: "Decided earlier" });
  await earlier.getByText("decided otherwise").waitFor();
  expect(await earlier.getByRole("listitem").innerText()).toMatch(
    /^knee arthroscopy.*Criteria met\s+Guideline does not fit: the reason is not stored.*by release 1\.0\.0$/s,
  );
  await checkAxe(page);
  await candidate.click();
  await dialog.getByText("The open case, cases/free.yaml").waitFor();
  await checkAxe(page);
  const choosing = page.waitForEvent("filechooser");
  await dialog.getByLabel("The decision record").click();
  const buffer = Buffer.from(JSON.stringify(decision));
  await (await choosing).setFiles({ name: "decision-1.json", mimeType: "application/json", buffer });
  await dialog.getByRole("button", { name: "Make it a case" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("None. Where a reviewer decides otherwise").waitFor();
  await page.waitForURL(/case=cases(\/|%2F)candidate-1\.yaml/);
  const made = await savedText(server, "knee/cases/candidate-1.yaml");
  expect(made).toContain("criteria met");
  expect(made).toContain("It swells and does not bend.");
  checkQuiet(watched);
  await page.context().close();
});

it("accepts a proposal by keyboard alone, and keeps proposal and decision in view when the case is changed", async () => {
  await addReleasedKnee(server);
  const { page } = await openPage(browser, { colorScheme: "dark" });
  await page.goto(kneeAddress(server, "decision"));
  await byRelease(page).getByRole("button", { name: "Determine with the release in force" }).focus();
  await page.keyboard.press("Enter");
  await proposal(page).getByRole("button", { name: "Accept" }).focus();
  await page.keyboard.press("Enter");
  await proposal(page).getByText("The server stores that you accepted").waitFor();
  await page.getByRole("tab", { name: "Why" }).click();
  await page.getByRole("tab", { name: "Decision" }).click();
  await proposal(page).getByText("The server stores that you accepted").waitFor();
  await proposal(page).getByText("Criteria not met", { exact: true }).waitFor();
  // What is recorded in the case itself is part of what the case says.
  await page.getByRole("radio", { name: /^Decide otherwise/ }).click();
  await byRelease(page).getByText("The case was changed since.").waitFor();
  await checkAxe(page);
  await page.context().close();
});

it("says without a release that nothing is in force, and has no word of denial on a button", async () => {
  const { page } = await openStudio(browser, server);
  await page.getByRole("tab", { name: "Decision" }).click();
  await byRelease(page).getByText("The set has no release, so nothing is in force").waitFor();
  await page.getByRole("button", { name: "Send the draft to review" }).waitFor();
  expect(await page.getByRole("button", { name: /den(y|ied|ial)/i }).count()).toBe(0);
  await page.getByRole("tab", { name: "Then and now" }).click();
  await page.getByText("There is no release yet, so there is no then.").waitFor();
  await checkAxe(page);
  await page.context().close();
});

it("shows the case under a release and under the draft, with the text that makes the difference", async () => {
  await addReleasedKnee(server);
  const { page } = await openPage(browser);
  await page.goto(kneeAddress(server, "editions"));
  const compare = page.getByRole("form", { name: "Editions" }).getByRole("button", { name: "Compare" });
  await compare.click();
  const service = page.getByRole("region", { name: "knee arthroscopy, then and now" });
  await service.getByRole("row", { name: "1.0.0 criteria not met" }).waitFor();
  await service.getByRole("row", { name: "draft information needed" }).waitFor();
  const changed = service.getByRole("list", { name: "What changed" });
  expect(await changed.innerText()).toContain("OR swelling");
  await checkAxe(page);
  await page.getByLabel("Then", { exact: true }).selectOption("on a day");
  await page.getByLabel("Day of then").fill("2020-01-01");
  await compare.click();
  await page.getByRole("alert").getByText("Nothing of `knee` was in force on 2020-01-01").waitFor();
  await page.context().close();
});
