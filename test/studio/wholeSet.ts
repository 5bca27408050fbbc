import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { addSet, openPage, type TestServer, type WatchedPage } from "../support/index.ts";
import { ready } from "./studioPage.ts";

const folder = join(import.meta.dirname, "whole");

/** A set that uses every construct of the language, as files. */
export function wholeFiles(): readonly { readonly path: string; readonly text: string }[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => /\.\w+$/.test(path));
  return paths.toSorted().map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

/** Puts the set beside the shipped ones that the server works on. */
export async function addWhole(server: TestServer): Promise<void> {
  await addSet(server, "whole", Object.fromEntries(wholeFiles().map(({ path, text }) => [path, text])));
}

export const repeated = "cases/repeated.yaml";

/** The studio on that set; `more` goes into the address: `tab=facts`. */
export async function openWhole(
  browser: Browser,
  server: TestServer,
  more = "",
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const watched = await openPage(browser, options);
  await watched.page.goto(`${server.url}/?set=whole&file=lungs.guideline&case=${repeated}&${more}`);
  await ready(watched.page);
  return watched;
}
