import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkAxe, savedText, serveEach, type TestServer } from "../support/index.ts";
import { savedState, services } from "./studioPage.ts";
import { addWhole, openWhole, repeated } from "./wholeSet.ts";

let browser: Browser;
let server: TestServer;

serveEach(async (now) => {
  ({ browser, server } = now);
  await addWhole(server);
});

const entry = (page: Page, name: string) => page.getByRole("button", { name: new RegExp(`^${name}`) });

/** The form of a fact, open. */
async function openForm(name: string): Promise<Page> {
  const { page } = await openWhole(browser, server, "tab=facts");
  await entry(page, name).click();
  return page;
}

/** What the case's file says once all is saved. */
async function savedCase(page: Page): Promise<string> {
  await page.keyboard.press("Control+s");
  await savedState(page)
    .filter({ hasText: /^Saved$/ })
    .waitFor();
  return savedText(server, `whole/${repeated}`);
}

describe("the form of each type of fact", () => {
  it("gives a body site by region, side and the levels that the region has", async () => {
    const page = await openForm("examined site");
    expect(await page.getByLabel("Level", { exact: true }).count()).toBe(0);
    await page.getByLabel("Region", { exact: true }).selectOption("thoracic spine");
    await page.getByLabel("Level", { exact: true }).selectOption("T4-T5");
    await checkAxe(page);
    expect(await savedCase(page)).toContain("  examined site: left thoracic spine T4-T5\n");
    await page.getByLabel("Region", { exact: true }).selectOption("lung");
    await services(page).first().filter({ hasText: "Criteria met" }).waitFor();
    expect(await savedCase(page)).toContain("  examined site: left lung\n");
    await page.context().close();
  });

  it("checks a code while it is typed, says which lists hold it, and mends it", async () => {
    const page = await openForm("diagnosis");
    await page.getByText("ICD-10-CM C34.11: in lung cancer.").waitFor();
    await page.getByLabel("Value", { exact: true }).fill("C34.x");
    await page.getByText("does not say which codes of ICD-10-CM are meant").first().waitFor();
    await checkAxe(page);
    await page.getByRole("button", { name: "Write C34*" }).click();
    await page.getByText("ICD-10-CM C34*: in lung cancer.").waitFor();
    await page.context().close();
  });

  it("takes an attestation only from the reviewer, in the guideline's words", async () => {
    const page = await openForm("benefit outweighs harm");
    await page.getByText("Documented", { exact: true }).last().click();
    await page.getByText("“I have weighed the benefit of the scan against its dose.”").waitFor();
    expect(await page.getByLabel("Kind of evidence").count()).toBe(0);
    await page.getByLabel("The reviewer attests this").click();
    await page.getByLabel("Reviewer", { exact: true }).fill("pulmonologist");
    await checkAxe(page);
    expect(await savedCase(page)).toContain(
      "  benefit outweighs harm:\n    value: yes\n    evidence:\n      kind: attestation\n      author: pulmonologist\n",
    );
    await page.context().close();
  });

  it("takes a range where one value is not known, and a number in another unit", async () => {
    const page = await openForm("height");
    await page.getByLabel("Value", { exact: true }).fill("178 cm");
    await page.getByText("Read as 1.78 m.").waitFor();
    await page.getByRole("button", { name: "height: as a range" }).click();
    await page.getByLabel("To", { exact: true }).fill("1.8 m");
    await page.getByText("Read as from 1.78 to 1.80 m.").waitFor();
    await page.getByLabel("To", { exact: true }).fill("1.7 m");
    await page.getByRole("alert").getByText("is above").waitFor();
    await page.getByLabel("To", { exact: true }).fill("1.9 m");
    await page.getByText("Read as from 1.78 to 1.90 m.").waitFor();
    expect(await savedCase(page)).toContain("  height:\n    from: 178 cm\n    to: 1.9 m\n");
    await page.context().close();
  });

  it("shows what follows from the facts, and has nothing to type there", async () => {
    const page = await openForm("weight");
    const follows = page.getByRole("list", { name: "Follows from the facts" });
    await follows.getByText("more than 27.2 kg/m2 and less than 27.3 kg/m2").waitFor();
    await page.getByLabel("Value", { exact: true }).fill("90 kg");
    await follows.getByText("more than 29.7 kg/m2 and less than 29.8 kg/m2").waitFor();
    expect(await follows.getByRole("textbox").count()).toBe(0);
    await page.context().close();
  });

  it("gives the fields of a list by their types, too", async () => {
    const page = await openForm("past colonoscopy");
    const second = page.getByRole("group", { name: "past colonoscopy 2" });
    expect(await second.getByLabel("site: level").inputValue()).toBe("T4");
    await second.getByLabel("site: region").selectOption("knee");
    await second.getByLabel("site: side").selectOption("right");
    await second.getByRole("button", { name: "date: as a time between" }).click();
    await second.getByLabel("date: To").fill("2022");
    await second.getByText("Read as from 2021-04-02 to 2022-12-31.").waitFor();
    await checkAxe(page);
    expect(await savedCase(page)).toContain(
      `      - date:\n          from: 2021-04-02\n          to: "2022"\n        site: right knee\n`,
    );
    await page.context().close();
  });
});
