import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { createSet } from "../../server/store/drafts/index.ts";
import { checkAxe, openPage, serveTeamToAll, type TeamServer } from "../support/index.ts";
import { arrive, PASSWORD, sign } from "./people.ts";
import { appendText, caseQuery, guidelineQuery, lineOf, ready } from "./studioPage.ts";

let browser: Browser;
let server: TeamServer;

serveTeamToAll((now) => ({ browser, server } = now));

async function typeCredentials(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.locator("input[type=password]").fill(password);
  await page.keyboard.press("Enter");
}

async function enter(name: string, roles: Parameters<TeamServer["list"]>[2]): Promise<Page> {
  const email = `${name.toLowerCase()}@precept.example`;
  const page = await arrive(browser, await server.list(name, email, roles), email);
  await page.getByRole("button", { name: `${name}, ${roles.join(", ")}` }).waitFor();
  return page;
}

describe("signing in", () => {
  it("begins with a link, goes on with a password, and says who one is until one leaves", async () => {
    const page = await enter("Ann", ["author", "admin"]);
    await page.getByRole("button", { name: "Ann, author, admin" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await typeCredentials(page, "ann@precept.example", "wrong password");
    expect(await page.getByRole("alert").innerText()).toBe("This email and password do not belong together here.");
    await page.context().close();
  });

  it("tells somebody that their password was set anew, and through whose link, until they have read it", async () => {
    const page = await enter("Gil", ["reviewer"]);
    const gil = await server.database
      .selectFrom("person")
      .select("id")
      .where("name", "=", "Gil")
      .executeTakeFirstOrThrow();
    const reset = { person_id: gil.id, at: new Date(), made_by: "Root Admin" };
    await server.database.insertInto("password_reset").values(reset).execute();
    await page.reload();
    const told = page.getByRole("alert", { name: "Your password" });
    expect(await told.innerText()).toMatch(/^Your password was set anew on .* through a link made by Root Admin\./);
    await checkAxe(page);
    await told.getByRole("button", { name: "That was me" }).click();
    await told.waitFor({ state: "detached" });
    await page.reload();
    await page.getByRole("button", { name: "Gil, reviewer" }).waitFor();
    expect(await told.count()).toBe(0);
    await page.context().close();
  });

  it.each(["light", "dark"] as const)("is readable by everybody, %s", async (colorScheme) => {
    const { page } = await openPage(browser, { colorScheme });
    await page.goto(server.url);
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await checkAxe(page);
    await page.goto(`${server.url}/welcome#x`);
    await page.getByRole("heading", { name: "Choose a password" }).waitFor();
    await checkAxe(page);
    await page.context().close();
  });

  it("says why the provider's way did not end here", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${server.url}/sign-in?error=signup_disabled`);
    expect(await page.getByRole("alert").innerText()).toBe(
      "Nobody with this email is listed here. Ask an admin to list you.",
    );
    await page.context().close();
  });

  it("again, when a session ends, loses nothing of what was typed", async () => {
    const page = await enter("Bea", ["author"]);
    await page.goto(`${server.url}/?${guidelineQuery}&${caseQuery}`);
    await ready(page);
    await appendText(page, "\n# typed before the session ended");
    await server.database.deleteFrom("sign_in_session").execute();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await typeCredentials(page, "bea@precept.example");
    await page.getByRole("heading", { name: "Sign in" }).waitFor({ state: "detached" });
    await lineOf(page, "# typed before the session ended").waitFor();
    await page.context().close();
  });
});

describe("people", () => {
  it("are listed by an admin, with roles, a link, and an end", async () => {
    const page = await enter("Cy", ["admin"]);
    await page.goto(`${server.url}/people`);
    await page.getByRole("textbox", { name: "Name" }).fill("Dan Writer");
    await page.getByRole("textbox", { name: "Email" }).fill("dan@precept.example");
    await page.keyboard.press("Enter");
    await sign(page, "Sign and list");
    const row = page.getByRole("row", { name: /Dan Writer/ });
    await row.waitFor();
    expect(await page.getByRole("status").filter({ hasText: "Send this link" }).innerText()).toContain("/welcome#");
    await checkAxe(page);
    await row.getByRole("group", { name: "Roles of Dan Writer" }).getByText("reviewer").click();
    await sign(page, "Sign and change");
    await row.getByRole("checkbox", { name: "reviewer", checked: true }).waitFor({ state: "attached" });
    await row.getByRole("switch", { name: "Dan Writer may enter" }).click({ force: true });
    await sign(page, "Sign and change");
    await row.getByRole("switch", { name: "Dan Writer may enter", checked: false }).waitFor({ state: "attached" });
    await page.context().close();
  });

  it("wrote every text: what nobody is known to have written is sent once an admin has said whose it is", async () => {
    const by = { actor: "import", at: new Date() };
    const files = [
      { path: "set.yaml", text: "schema: precept/set/1\nname: legs\ntitle: Legs\n" },
      { path: "legs.guideline", text: 'guideline "Legs"\n  source "A book", page 1\n' },
    ];
    expect(await createSet(server.database, by, "legs", files)).toMatchObject({ ok: true });
    const page = await enter("Jo", ["author", "admin"]);
    const send = async () => {
      await page.goto(`${server.url}/?set=legs`);
      await page.getByRole("button", { name: "Send to review" }).click();
      await page.getByRole("dialog").getByLabel("What changes").fill("The first edition");
      await page.getByRole("dialog").getByRole("button", { name: "Send", exact: true }).click();
    };
    await send();
    const told = page.getByRole("dialog").getByRole("alert");
    expect(await told.innerText()).toMatch(
      /^Whose text this is, nobody has said: `legs\.guideline` and 1 more came from/,
    );
    await page.goto(`${server.url}/people`);
    const nobodys = page.getByRole("region", { name: "Texts of which nobody has said whose they are" });
    await nobodys.getByRole("group", { name: "Who wrote legs" }).getByText("Ivy Importer").click();
    await checkAxe(page);
    await nobodys.getByRole("button", { name: "Say so of legs" }).click();
    await sign(page, "Sign and say so");
    await nobodys.waitFor({ state: "detached" });
    await send();
    await page.getByRole("heading", { name: /^The first edition/ }).waitFor();
    await page.context().close();
  });

  it("are not shown to others, who are told why", async () => {
    const page = await enter("Eve", ["viewer"]);
    await page.goto(`${server.url}/people`);
    await page.getByText("Listing people is for people with the role admin.").waitFor();
    await page.context().close();
  });
});

describe("one's account", () => {
  it("makes a token for the command line and ends it", async () => {
    const page = await enter("Fay", ["author"]);
    await page.goto(`${server.url}/account`);
    await page.getByRole("textbox", { name: "Where it is used" }).fill("My laptop");
    await page.keyboard.press("Enter");
    await sign(page, "Sign and make it");
    const shown = await page.getByRole("status").filter({ hasText: "precept_" }).innerText();
    const token = /precept_[\w-]{43}/.exec(shown)?.[0] ?? "";
    const asked = () => fetch(`${server.url}/api/sets`, { headers: { authorization: `Bearer ${token}` } });
    expect((await asked()).status).toBe(200);
    await checkAxe(page);
    await page.getByRole("button", { name: "End the token My laptop" }).click();
    await page.getByText("until").waitFor({ state: "detached" });
    expect((await asked()).status).toBe(401);
    await page.context().close();
  });

  it("changes the password, and ends the tokens with it", async () => {
    const page = await enter("Ida", ["author"]);
    await page.goto(`${server.url}/account`);
    await page.getByRole("textbox", { name: "Where it is used" }).fill("An old laptop");
    await page.keyboard.press("Enter");
    await sign(page, "Sign and make it");
    const token = page.getByRole("button", { name: "End the token An old laptop" });
    await token.waitFor();
    await page.getByLabel("Password now").fill(PASSWORD);
    await page.getByLabel("New password").fill(`${PASSWORD}, another`);
    expect(await page.getByRole("checkbox", { name: "End my tokens of the command line too" }).isChecked()).toBe(true);
    await page.getByRole("button", { name: "Change the password" }).click();
    await page.getByText("The password is changed.").waitFor();
    await token.waitFor({ state: "detached" });
    await page.context().close();
  });
});
