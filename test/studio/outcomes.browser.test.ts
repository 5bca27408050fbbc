import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkAxe, serveEach, type TestServer } from "../support/index.ts";
import { openStudio, services } from "./studioPage.ts";
import { addWhole, openWhole } from "./wholeSet.ts";

let browser: Browser;
let server: TestServer;

serveEach(async (now) => {
  ({ browser, server } = now);
  await addWhole(server);
});

/** Word, shape of the sign and colour of an outcome. */
function looksOf(page: Page): Promise<readonly (readonly string[])[]> {
  return services(page).evaluateAll((lines) =>
    lines.map((line) => {
      const pill = line.querySelector("[data-tone]");
      const shape = pill?.querySelector("path")?.getAttribute("d") ?? "";
      return [pill?.textContent ?? "", shape, pill === null ? "" : getComputedStyle(pill).color];
    }),
  );
}

describe.each(["light", "dark"] as const)("outcomes in %s colours", (colorScheme) => {
  it("are told apart by word, sign and colour", async () => {
    const { page } = await openWhole(browser, server, "", { colorScheme });
    const looks = [...(await looksOf(page))];
    for (const [title, outcome] of [
      ["Left lung asked for twice", "Modified"],
      ["Nothing that gives a point", "Excluded"],
    ] as const) {
      await page.getByRole("button", { name: new RegExp(`^${title}`) }).click();
      await services(page).filter({ hasText: outcome }).waitFor();
      await checkAxe(page);
      looks.push(...(await looksOf(page)));
    }
    expect(looks.map(([word]) => word)).toEqual([
      "Criteria not met",
      "Not addressed",
      "Criteria met",
      "Modified",
      "Excluded",
    ]);
    expect(new Set(looks.map(([, sign]) => sign)).size).toBe(5);
    // What is given in part has the green of what is given.
    expect(new Set(looks.map(([, , colour]) => colour)).size).toBe(4);
    await page.context().close();
  });
});

it("shows the points of a score by keyboard alone, with the range that is left", async () => {
  const { page } = await openWhole(browser, server);
  const score = page.getByRole("treeitem", { name: /^Wells is 0/ });
  await page.getByRole("treeitem").first().focus();
  for (let step = 0; step < 9 && !(await score.evaluate((line) => line === document.activeElement)); step += 1)
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await score.getByText("from 5.5 to 7 points").waitFor();
  await score.getByText("0 or 1.5 points").waitFor();
  await score.getByText("3 points", { exact: true }).waitFor();
  await checkAxe(page);
  await page.context().close();
});

it("says what the local guideline changes, which guideline governs, and who is silent", async () => {
  const { page } = await openWhole(browser, server);
  await page.getByText("Changes Imaging of the lungs").click();
  await page.getByText("because Nevada asks for 6 weeks of treatment").waitFor();
  const order = page.getByRole("region", { name: "Order of authority" }).getByRole("listitem");
  await order.first().getByText("“Imaging of the lungs, Nevada” addresses this request.").waitFor();
  await checkAxe(page);
  await page.context().close();
});

it("names the facts that decided, which open in the form; while it is open, ways to each outcome", async () => {
  const { page } = await openStudio(browser, server);
  const change = page.getByRole("region", { name: "What would change it" });
  await change.getByText("To Criteria met").waitFor();
  await change.getByText("To Criteria not met").waitFor();
  await page.getByRole("button", { name: /62-year-old, as documented/ }).click();
  const decided = page.getByRole("region", { name: "Decided by" });
  await decided.getByRole("button", { name: "requested body region cervical spine" }).waitFor();
  await checkAxe(page);
  await decided.getByRole("button", { name: "tissue insult or neurovascular dysfunction yes" }).click();
  await page.getByText("evidence of tissue insult or neurovascular dysfunction").first().waitFor();
  await change.waitFor({ state: "detached" });
  await page.context().close();
});

it("opens the language guide from the header, and with F1, as it is written", async () => {
  const { page } = await openWhole(browser, server);
  const guide = page.getByRole("dialog", { name: "The language in ten minutes" });
  await page.getByRole("button", { name: "The language in ten minutes" }).click();
  await guide.getByRole("heading", { name: "1. Where it comes from" }).waitFor();
  await guide.getByRole("cell", { name: "S red flag if r" }).waitFor();
  await checkAxe(page);
  await page.keyboard.press("Escape");
  await guide.waitFor({ state: "detached" });
  await page.keyboard.press("F1");
  await guide.getByRole("heading", { name: "Not documented is not no" }).waitFor();
  await page.context().close();
});
