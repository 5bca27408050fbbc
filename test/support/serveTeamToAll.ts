import type { Browser } from "playwright-core";
import { beforeAll } from "vitest";
import { openBrowser } from "./browser.ts";
import { serveTeam, type TeamServer } from "./team.ts";

/** What the tests of a file share. */
interface Serving {
  readonly browser: Browser;
  readonly server: TeamServer;
}

/** One browser and one server of a team for all tests of a file; `given` is called before the first. */
export function serveTeamToAll(given: (now: Serving) => void): void {
  beforeAll(async () => {
    const [browser, server] = await Promise.all([openBrowser(), serveTeam()]);
    given({ browser, server });
    return async () => {
      await browser.close();
      await server.stop();
    };
  });
}
