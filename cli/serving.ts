import { fileURLToPath } from "node:url";
import { type Command, InvalidArgumentError } from "commander";
import { accessOf, type AccessOptions, accessProblem, addNameOption, importerOf } from "./accessOptions.ts";
import { type ExitCode, exit } from "./exit.ts";
import { findPath, secretFile, storePlace } from "./input/index.ts";
import { palette } from "./output/index.ts";
import type { RunningServer, Workspace } from "../server/http/index.ts";
import type { Store } from "../server/store/index.ts";
import { reportUsage } from "./report.ts";
import type { Terminal } from "./terminal.ts";

export interface ServerOptions extends AccessOptions {
  readonly guidelines?: string;
  readonly port?: number;
  readonly data?: string;
}

export const shippedGuidelines = fileURLToPath(new URL("../guidelines", import.meta.url));
const studio = fileURLToPath(new URL("../build/studio", import.meta.url));

export function addServerOptions(command: Command): Command {
  return addNameOption(command)
    .option("--guidelines <folder>", "a folder whose folders are guideline sets (default: the shipped ones)")
    .option(
      "--data <folder>",
      "where drafts, reviews and releases are kept (default: .precept/store beside the sets, or the\nPostgreSQL named by the environment variable DATABASE_URL)",
    )
    .option("--port <number>", "the port to use, a free one when it is taken (default: 4180)", readPort);
}

/** Serves until the process is asked to stop. */
export async function runServer(
  terminal: Terminal,
  options: ServerOptions,
  announce: (url: string) => string,
): Promise<ExitCode> {
  const problem = accessProblem(options);
  if (problem !== null) return reportUsage(terminal, [problem]);
  const folder = await findPath(terminal.folder, options.guidelines ?? shippedGuidelines);
  if (folder.kind === "missing") return reportUsage(terminal, [folder.problem]);
  if (folder.kind === "file") return reportUsage(terminal, [{ message: `\`${options.guidelines}\` is not a folder.` }]);
  const stop = terminal.stop();
  // Loaded only here: the other commands start faster without the HTTP stack.
  const [{ readKeeping }, { keySecret, secretInFile }, { openStore }] = await Promise.all([
    import("../server/determinations/index.ts"),
    import("../server/publishing/index.ts"),
    import("../server/store/index.ts"),
  ]);
  const cases = readKeeping(terminal.environment);
  if (cases.problem !== null) return reportUsage(terminal, [{ message: cases.problem }]);
  const place = storePlace(terminal, options.data, folder.path);
  const opened = await openStore(place);
  if (opened.kind !== "open") return reportUsage(terminal, [{ message: opened.detail }]);
  const { store } = opened;
  try {
    const file = secretFile(place, folder.path);
    const sealing = terminal.environment["PRECEPT_KEY_SECRET"] ?? (await secretInFile(file));
    const served = { guidelines: folder.path, keeping: cases.keeping, keySecret: keySecret(sealing) };
    const access = await accessOf(options, terminal, store.database, () => new Date());
    if (!access.ok) return reportUsage(terminal, [{ message: access.detail }]);
    const importer = await importerOf(options, store.database);
    if (!importer.ok) return reportUsage(terminal, [{ message: importer.detail }]);
    const around = { ...served, ...importer.value, access: access.value };
    const { server, address } = await serveStore(terminal, options, store, around);
    terminal.out(`${announce(palette(terminal.colour).strong(address ?? server.url))}\n`);
    if (address !== null) terminal.err(`Listening on ${server.url} for ${address}.\n`);
    terminal.err("Press Ctrl+C to stop.\n");
    await aborted(stop);
    await server.close();
    return exit.fine;
  } finally {
    await store.close();
  }
}

async function serveStore(
  terminal: Terminal,
  options: ServerOptions,
  { database, announce }: Store,
  served: Pick<Workspace, "guidelines" | "importAs" | "keeping" | "keySecret" | "access">,
): Promise<{ readonly server: RunningServer; readonly address: string | null }> {
  const { startServer } = await import("../server/http/index.ts");
  const around = { studio, clock: () => new Date(), report: (line: string) => terminal.err(`${line}\n`) };
  const server = await startServer({ ...served, ...around, database }, options.port, options.host);
  const { address } = served.access;
  await announce(address ?? server.url);
  return { server, address };
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535) throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return port;
}
