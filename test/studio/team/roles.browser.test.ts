import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkAxe, serveTeamToAll, type TeamServer } from "../../support/index.ts";
import { enterAtOnce, PASSWORD, send } from "../people.ts";
import { firstText } from "../way/texts.ts";

let browser: Browser;
let server: TeamServer;

serveTeamToAll((now) => ({ browser, server } = now));

/** No example of it would notice that the criterion says the contrary. */
const weakText = firstText.replace(/example "It locks"[\s\S]*(?=example "Nothing is said")/, "");

async function sent(author: Page): Promise<string> {
  const files = [{ path: "knee.guideline", text: weakText }];
  await send(author, server, "/api/sets", { name: "knee", title: "Knee surgery", files });
  await send(author, server, "/api/sets/knee/changes", {
    title: "The first edition",
    revision: await revision(author),
  });
  return `${server.url}/reviews/1`;
}

async function revision(page: Page): Promise<unknown> {
  const set: unknown = await (await page.request.get(`${server.url}/api/sets/knee`)).json();
  return typeof set === "object" && set !== null && "revision" in set ? set.revision : null;
}

const gate = (page: Page) => page.getByRole("listitem").filter({ hasText: "Cases notice mistakes" });

describe("a change in a team", () => {
  it("has a gate waived with a reason that everybody reads, offers nobody what is not theirs, and is withdrawn", async () => {
    const ann = await enterAtOnce(browser, server, "Ann", ["author"]);
    const address = await sent(ann);

    const pia = await enterAtOnce(browser, server, "Pia", ["publisher"]);
    await pia.goto(address);
    await gate(pia).getByRole("button", { name: "Waive" }).press("Enter");
    const dialog = pia.getByRole("dialog", { name: "Waive: cases notice mistakes" });
    await dialog.getByLabel("Why it may").and(pia.locator(":focus")).waitFor();
    await checkAxe(pia);
    await pia.keyboard.type("A case follows in January.");
    await pia.keyboard.press("Tab");
    await pia.keyboard.type(PASSWORD);
    await pia.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await gate(pia).getByText("A case follows in January.").waitFor();
    await pia.goto(`${address}/publish`);
    await pia.getByText("waived “cases notice mistakes”").waitFor();
    await pia.getByText("Not approved yet by somebody who did not write it.").waitFor();
    expect(await pia.getByRole("button", { name: /^Publish/ }).isDisabled()).toBe(true);
    await checkAxe(pia);
    await pia.context().close();

    const vic = await enterAtOnce(browser, server, "Vic", ["viewer"]);
    await vic.goto(address);
    await vic.getByText("A reviewer who wrote none of it reads and approves it").waitFor();
    await gate(vic).getByText("Pia waived it").waitFor();
    expect(await vic.getByRole("button", { name: /Approve|Waive|Withdraw|I have looked/ }).count()).toBe(0);
    await vic.goto(`${address}/publish`);
    await vic.getByText("Publishing is for people with the role publisher.").waitFor();
    expect(await vic.getByRole("button", { name: /^Publish/ }).count()).toBe(0);
    await vic.context().close();

    await ann.goto(address);
    await ann.getByRole("button", { name: "Withdraw" }).press("Enter");
    await ann.keyboard.press("Tab");
    await ann.keyboard.press("Enter");
    await ann.getByRole("region", { name: "Withdrawn" }).getByRole("link", { name: "Go to the draft" }).waitFor();
    await ann.getByRole("region", { name: "How it stood" }).waitFor();
    await checkAxe(ann);
    await ann.goto(`${address}/publish`);
    await ann.getByText("The change was withdrawn: there is nothing to publish.").waitFor();
    await ann.context().close();
  });
});
