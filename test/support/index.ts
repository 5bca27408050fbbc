export { openBrowser, openPage, type WatchedPage } from "./browser.ts";
export { checkAxe } from "./checkAxe.ts";
export { checkGolden, type Golden, goldenFiles, parseGolden } from "./checkGolden.ts";
export { checkQuiet } from "./checkQuiet.ts";
export { ensureChromium, findChromium } from "./chromium.ts";
export { serveCopy, serveFolder, type TestServer } from "./server.ts";
export { printGuideline } from "./printGuideline.ts";
export { meaningText } from "./meaningText.ts";
export { fromVisible, toVisible } from "./visible.ts";
