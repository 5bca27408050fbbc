import { type Browser, type BrowserContextOptions, chromium, type Page, type Request } from "playwright-core";
import { findChromium } from "./chromium.ts";

/** Chromium with a fresh profile that reaches this machine only; `more` are further arguments of Chromium. */
export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("no Chromium: run `npm test`, which finds or installs one");
  return chromium.launch({ executablePath, args: [...argumentsFor(process.getuid?.() === 0), ...more] });
}

function argumentsFor(isRoot: boolean): readonly string[] {
  return [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    // Chromium's sandbox needs an ordinary user.
    ...(isRoot ? ["--no-sandbox"] : []),
  ];
}

export interface WatchedPage {
  readonly page: Page;
  /** What went wrong in the page so far: errors on its console or thrown, requests to other machines. */
  readonly problems: readonly string[];
}

/** A page in a profile of its own, watched from its first request on. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  return { page, problems: watch(page) };
}

function watch(page: Page): readonly string[] {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(`thrown: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    if (!isLocal(request)) problems.push(`request to another machine: ${request.url()}`);
  });
  return problems;
}

function isLocal(request: Request): boolean {
  const { protocol, hostname } = new URL(request.url());
  return protocol === "data:" || protocol === "blob:" || hostname === "127.0.0.1";
}
