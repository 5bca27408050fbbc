import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localAccess, startServer } from "../../server/index.ts";
import { keySecret } from "../../server/publishing/index.ts";
import type { Database } from "../../server/store/index.ts";
import { openEmptyStore } from "../support/index.ts";

/** A server over a folder of its own, on a free port. */
export interface Served {
  readonly folder: string;
  readonly url: string;
  readonly database: Database;
  readonly reports: readonly string[];
  readonly stop: () => Promise<void>;
}

/**
 * Starts a server over guideline sets given as path to text; `studio` likewise. `prepare` does in the folder of the sets what
 * files alone cannot show, before the server takes it in.
 */
export async function serve(
  files: Files,
  studio: Files = {},
  prepare: (folder: string) => Promise<void> = async () => undefined,
): Promise<Served> {
  const root = await mkdtemp(join(tmpdir(), "precept-server-"));
  const reports: string[] = [];
  const guidelines = join(root, "guidelines");
  const built = join(root, "studio");
  await writeFiles(guidelines, files);
  await writeFiles(built, studio);
  await prepare(guidelines);
  const report = (line: string) => reports.push(line);
  const clock = () => new Date();
  const { database, close } = await openEmptyStore();
  const access = localAccess();
  const workspace = { guidelines, studio: built, database, access, clock, report, keySecret: keySecret("of tests") };
  const server = await startServer(workspace, 0);
  const stop = async () => {
    await server.close();
    await close();
    await rm(root, { recursive: true });
  };
  return { folder: guidelines, url: server.url, database, reports, stop };
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

export async function writeFiles(folder: string, files: Files): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
