import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localAccess, startServer } from "../../server/index.ts";
import { secretOfTests } from "./shelveRelease.ts";
import { openEmptyStore } from "./emptyStore.ts";

const root = join(import.meta.dirname, "..", "..");

export interface TestServer {
  readonly url: string;
  /** The copy of `guidelines/` that this server took in when it started. */
  readonly guidelines: string;
  readonly stop: () => Promise<void>;
}

const ordinary = {
  access: localAccess(),
  clock: () => new Date(),
  report: () => undefined,
  keySecret: secretOfTests,
};

/**
 * The server with the built studio on a free port, working on a copy of the shipped guideline sets of its own. `prepare`
 * changes the copy before it is taken in.
 */
export async function serveCopy(
  prepare: (guidelines: string) => Promise<void> = async () => undefined,
): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), "precept-"));
  const guidelines = join(folder, "guidelines");
  const filter = (source: string) => !source.endsWith(".precept");
  await cp(join(root, "guidelines"), guidelines, { recursive: true, filter });
  await prepare(guidelines);
  const studio = join(root, "build", "studio");
  const { database, close } = await openEmptyStore();
  const server = await startServer({ guidelines, studio, database, ...ordinary }, 0);
  return {
    url: server.url,
    guidelines,
    stop: async () => {
      await server.close();
      await close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Serves a folder of web pages, in the way and with the headers the studio is served. */
export async function serveFolder(folder: string): Promise<Pick<TestServer, "url" | "stop">> {
  const { database, close } = await openEmptyStore();
  const server = await startServer({ guidelines: folder, studio: folder, database, ...ordinary }, 0);
  return { url: server.url, stop: () => server.close().then(close) };
}
