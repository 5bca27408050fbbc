import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkAxe, checkQuiet, openBrowser, openPage, serveFolder } from "./index.ts";

const page = (body: string) =>
  `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,"><body><main>${body}</main></body></html>`;

let folder: string;
let url: string;
let browser: Browser;
let stop: () => Promise<void>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "precept-pages-"));
  await writeFile(join(folder, "index.html"), page("<h1>Good</h1><p>Text to read.</p>"));
  await writeFile(join(folder, "pale.html"), page('<h1>Bad</h1><p style="color: #ccc">Text too pale to read.</p>'));
  await writeFile(join(folder, "loud.html"), page('<h1>Bad</h1><script src="/missing.js"></script>'));
  ({ url, stop } = await serveFolder(folder));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await stop();
  await rm(folder, { recursive: true });
});

async function open(path: string) {
  const watched = await openPage(browser);
  await watched.page.goto(`${url}/${path}`);
  return watched;
}

describe("what browser tests rely on", () => {
  it("finds nothing wrong with a good page", async () => {
    const watched = await open("");
    await checkAxe(watched.page);
    checkQuiet(watched);
  });

  it("sees text that is too pale", async () => {
    const watched = await open("pale.html");
    await expect(checkAxe(watched.page)).rejects.toThrow("color-contrast");
  });

  it("sees errors on the console", async () => {
    const watched = await open("loud.html");
    expect(() => checkQuiet(watched)).toThrow("console");
  });

  it("sees requests to other machines, and lets none through", async () => {
    const watched = await open("");
    await expect(watched.page.goto("https://example.org/")).rejects.toThrow("ERR_NAME_NOT_RESOLVED");
    expect(watched.problems).toContain("request to another machine: https://example.org/");
    expect(() => checkQuiet(watched)).toThrow("request to another machine");
  });
});
