import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { openBrowser } from "./browser.ts";
import { serveCopy, type TestServer } from "./server.ts";

/** What the tests of a file work with. */
interface Serving {
  readonly browser: Browser;
  readonly server: TestServer;
}

/** One browser for all tests of a file, and around each of them a server of its own; `given` is called before each. */
export function serveEach(given: (now: Serving) => Promise<void> | void): void {
  let browser: Browser;
  let server: TestServer;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await serveCopy();
    await given({ browser, server });
  });
  afterEach(() => server.stop());
}
