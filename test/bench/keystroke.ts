import type { Page } from "playwright-core";
import { openBrowser, openPage, saveElsewhere, serveCopy, serveFolder } from "../support/index.ts";
import { comparePairs, type Figure } from "./harness/index.ts";
import { buildMonacoAlone } from "./monacoAlone/index.ts";

const keystrokes = 200;
const set = "california-mtus";
const file = "thousand-lines.guideline";

/** A guideline of a thousand lines, as one has them: facts with their wording, and recommendations over them. */
export function thousandLines(): string {
  const numbers = Array.from({ length: 200 }, (_, index) => index + 1);
  const facts = numbers.map(
    (number) => `fact finding number ${number}: yes or no\n  "the finding of line ${number}"\n`,
  );
  const recommendations = numbers.map((number) => `imaging if finding number ${number}\n  cite page ${number}\n`);
  const head = 'guideline "A thousand lines"\n  source "Made for measuring", page 1\n  effective from 2020-01-01\n';
  const service = "service imaging\n  MRI of the cervical spine    CPT 72141\n";
  return [head, ...facts, service, ...recommendations].join("\n");
}

/** Tells `window.keystrokeShown` the milliseconds from each keydown to the end of the frame that shows it. */
const watchKeystrokes = `
  addEventListener("keydown", () => {
    const started = performance.now();
    const shown = new MessageChannel();
    shown.port1.onmessage = () => window.keystrokeShown?.(performance.now() - started);
    requestAnimationFrame(() => shown.port2.postMessage(null));
  }, true);
`;

async function ready(page: Page, url: string): Promise<Page> {
  await page.addInitScript(watchKeystrokes);
  await page.goto(url);
  await page.locator(".monaco-editor textarea, .monaco-editor .native-edit-context").first().focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\n# ");
  return page;
}

async function keystroke(page: Page): Promise<number> {
  await page.bringToFront();
  await page.evaluate("window.shown = new Promise((resolve) => { window.keystrokeShown = resolve; }); 0");
  await page.keyboard.press("a");
  return Number(await page.evaluate("window.shown"));
}

async function measure(studioUrl: string, aloneUrl: string): Promise<readonly (readonly [number, number])[]> {
  // Without a limit on frames, a keystroke is not rounded up to the next sixtieth of a second.
  const browser = await openBrowser(["--disable-frame-rate-limit", "--disable-gpu-vsync"]);
  try {
    const studio = await ready((await openPage(browser)).page, studioUrl);
    const monaco = await ready((await openPage(browser)).page, aloneUrl);
    const pairs: (readonly [number, number])[] = [];
    for (let round = 0; round < keystrokes; round += 1) pairs.push([await keystroke(studio), await keystroke(monaco)]);
    return pairs;
  } finally {
    await browser.close();
  }
}

export async function bench(): Promise<readonly Figure[]> {
  const text = thousandLines();
  const server = await serveCopy();
  await saveElsewhere(server, `${set}/${file}`, text);
  const alone = await serveFolder(await buildMonacoAlone(text));
  try {
    const pairs = await measure(`${server.url}/?set=${set}&file=${file}`, alone.url);
    const { ours, other, ratio, difference } = comparePairs(pairs);
    return [
      { name: "keystroke", value: ours, unit: "ms", ratio, against: `Monaco alone, ${other.toFixed(1)} ms` },
      { name: "keystroke-added", value: difference, unit: "ms", ratio: difference / 2, against: "the bar of 2 ms" },
    ];
  } finally {
    await Promise.all([server.stop(), alone.stop()]);
  }
}
