export { ensureChromium, findChromium } from "./chromium.ts";
