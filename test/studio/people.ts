import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { openPage, type TeamServer } from "../support/index.ts";

export const PASSWORD = "correct horse battery staple";

/** Chooses a password at a one-time link and signs in with it, in a browser of one's own, with the keyboard. */
export async function arrive(
  browser: Browser,
  link: string,
  email: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const { page } = await openPage(browser, { reducedMotion: "reduce", ...options });
  page.setDefaultTimeout(8000);
  await page.goto(link);
  await page.getByRole("heading", { name: "Choose a password" }).waitFor();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await signIn(page, email);
  return page;
}

/** The same for a test about something else: at once, with what anybody sends to come in. */
export async function enterAtOnce(
  browser: Browser,
  server: TeamServer,
  name: string,
  roles: Parameters<TeamServer["list"]>[2],
): Promise<Page> {
  const { page } = await openPage(browser, { reducedMotion: "reduce" });
  page.setDefaultTimeout(8000);
  const email = `${name.toLowerCase()}@precept.example`;
  const token = new URL(await server.list(name, email, roles)).hash.slice(1);
  await send(page, server, "/api/auth/password", { token, password: PASSWORD });
  await send(page, server, "/api/auth/sign-in", { email, password: PASSWORD });
  return page;
}

/** Sends JSON as who is signed in on the page. */
export async function send(page: Page, { url }: TeamServer, path: string, data: object): Promise<unknown> {
  const answer = await page.request.post(url + path, { data });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.locator("input[type=password]").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Sign in" }).waitFor({ state: "detached" });
}

/** Shows the credential again in the open dialog, and signs. */
export async function sign(page: Page, action: string, password = PASSWORD): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password again").fill(password);
  await dialog.getByRole("button", { name: action }).click();
}

/** Pastes a whole text in the place of the one in the editor. */
export async function write(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.locator(".monaco-editor .native-edit-context, .monaco-editor textarea.inputarea").first().focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+v");
}

export const part = (page: Page, name: RegExp): Locator =>
  page.getByRole("navigation", { name: "Parts of the review" }).getByRole("button", { name });
