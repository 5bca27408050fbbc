import { PGlite, types } from "@electric-sql/pglite";
import { DatabaseEnded } from "../problem.ts";
import { DurableFiles } from "./durableFiles.ts";
import { makeWhole } from "./makeWhole.ts";

/** PostgreSQL in this process, over the files of a folder. */
export interface FolderDatabase {
  readonly pglite: PGlite;
  /** Closes it in good order. */
  readonly close: () => Promise<void>;
  /** Lets go of it after an error that it does not survive. */
  readonly abandon: () => void;
}

/** What PGlite starts PostgreSQL with, save for `-F`: a commit is on the disk when it is answered. */
const settings = {
  search_path: "public",
  exit_on_error: "false",
  log_checkpoints: "false",
  max_worker_processes: "0",
  max_parallel_workers: "0",
  max_parallel_workers_per_gather: "0",
  max_parallel_maintenance_workers: "0",
  io_method: "sync",
  fsync: "on",
  // Emscripten has no fdatasync, which is the default.
  wal_sync_method: "fsync",
};
const startParams = [
  "--single",
  "-O",
  "-j",
  ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
];

/** The last words that are kept of what PostgreSQL writes: an error, its statement, the end. */
const LINES = 20;

/** Opens the database in `folder`, recovers it when it was not closed, makes it when the folder is empty. */
export async function openFolder(folder: string): Promise<FolderDatabase> {
  await makeWhole(folder, async (place) => (await open(place)).close());
  return open(folder);
}

async function open(folder: string): Promise<FolderDatabase> {
  const files = new DurableFiles(folder);
  const written: string[] = [];
  const onStderr = (line: string) => {
    written.push(line);
    if (written.length > LINES) written.shift();
    return true;
  };
  const options = {
    onStderr,
    fs: files,
    startParams,
    initDbStartParams: ["--wal-segsize=1"],
    parsers: { [types.DATE]: asWritten },
  };
  const pglite = await PGlite.create(options).catch((error: unknown) => {
    files.abandon();
    throw new DatabaseEnded(written.join("\n"), error);
  });
  files.endOnFatalErrors(() => written.join("\n"));
  return { pglite, close: () => pglite.close(), abandon: () => files.abandon() };
}

const asWritten = (text: string) => text;
