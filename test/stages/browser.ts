import { ensureChromium } from "../support/chromium.ts";
import { type Stage, single } from "./stage.ts";
import { vitestStage } from "./vitest.ts";

/** The browser tests, once there is a browser to run them in. */
export const browserStage: Stage = {
  name: "browser",
  run: async () => {
    const missing = ensureChromium();
    return missing === null ? vitestStage("browser").run() : single(missing);
  },
};
