import type { Browser } from "playwright-core";
import { openBrowser, openPage, serveCopy } from "../support/index.ts";
import { type Figure, median } from "./harness/index.ts";

const bar = 2000;
const rounds = 5;

/** Milliseconds from asking for the address to the case's determination on screen, each time in a fresh profile. */
async function firstView(browser: Browser, url: string): Promise<number> {
  const { page } = await openPage(browser);
  const started = performance.now();
  await page.goto(url, { waitUntil: "commit" });
  await page
    .getByText(/upheld/i)
    .first()
    .waitFor();
  const taken = performance.now() - started;
  await page.context().close();
  return taken;
}

export async function bench(): Promise<readonly Figure[]> {
  const server = await serveCopy();
  const browser = await openBrowser();
  try {
    const samples: number[] = [];
    for (let round = 0; round < rounds; round += 1) samples.push(await firstView(browser, server.url));
    const value = median(samples);
    return [{ name: "first-view", value, unit: "ms", ratio: value / bar, against: `the bar of ${bar} ms` }];
  } finally {
    await browser.close();
    await server.stop();
  }
}
