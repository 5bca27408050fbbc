import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import getPort from "get-port";
import { z } from "zod";
import { scratchFolder, startPostgres } from "../../support/index.ts";

const main = join(import.meta.dirname, "../../../cli/main.ts");

/** What a command said, and how it ended. */
interface Ran {
  readonly code: number;
  readonly out: string;
}

/** A team's server as it is run: `precept serve --team` in a process of its own, on an empty PostgreSQL. */
export interface Office {
  readonly url: string;
  /** Where people keep what they download. */
  readonly folder: string;
  /** The one-time link of the first admin, as the command line prints it. */
  readonly firstLink: string;
  /** `precept` in a process of its own, in that folder. */
  readonly precept: (...parameters: readonly string[]) => Promise<Ran>;
  /** Ends server and database: from then on nobody answers anything. */
  readonly shut: () => Promise<void>;
  /** The same, and removes the folder. */
  readonly leave: () => Promise<void>;
}

export async function openOffice(admin: { readonly name: string; readonly email: string }): Promise<Office> {
  const [postgres, folder] = await Promise.all([startPostgres(), scratchFolder()]);
  const guidelines = join(folder, "guidelines");
  await mkdir(guidelines);
  const port = await getPort({ host: "127.0.0.1" });
  const url = `http://127.0.0.1:${port}`;
  const environment = { PATH: process.env["PATH"] ?? "", DATABASE_URL: await postgres.create() };
  const precept = (...parameters: readonly string[]) => run(folder, parameters, environment);
  const list = ["people", "add", admin.name, admin.email, "--role", "admin", "--address", url, "--json"];
  const [server, listed] = await Promise.all([
    serve(["--team", "--address", url, "--port", `${port}`, "--guidelines", guidelines], environment),
    precept(...list),
  ]);
  const shut = async () => {
    if (server.exitCode === null) {
      server.kill("SIGTERM");
      await once(server, "exit");
    }
    await postgres.crash();
  };
  return {
    url,
    folder,
    firstLink: z.object({ link: z.string() }).parse(JSON.parse(listed.out)).link,
    // Without the address of the database: what verifies has the files it is given and nothing else.
    precept: (...parameters) => run(folder, parameters, { PATH: environment.PATH }),
    shut,
    leave: async () => {
      await shut();
      await postgres.stop();
      await rm(folder, { recursive: true });
    },
  };
}

function run(folder: string, parameters: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [main, ...parameters], { cwd: folder, env }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out: out + (out === "" ? err : "") }),
    );
    child.stdin?.end();
  });
}

/** Resolves when it has said where it serves. */
function serve(parameters: readonly string[], env: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const child = spawn(process.execPath, [main, "serve", ...parameters], { env, stdio: ["ignore", "pipe", "pipe"] });
  const { promise, resolve, reject } = Promise.withResolvers<ChildProcess>();
  let written = "";
  child.stdout.on("data", () => resolve(child));
  child.stderr.on("data", (text: Buffer) => {
    written += String(text);
  });
  child.once("exit", (code) => reject(new Error(`the server did not start (${code}): ${written}`)));
  return promise;
}
