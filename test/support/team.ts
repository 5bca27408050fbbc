import { createServer } from "node:net";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addPerson, makeLink, openTeam, type Role, teamAccess } from "../../server/access/index.ts";
import { startServer } from "../../server/index.ts";
import type { Database } from "../../server/store/index.ts";
import { openEmptyStore } from "./emptyStore.ts";
import type { TestServer } from "./server.ts";

const root = join(import.meta.dirname, "..", "..");

/**
 * A server in team mode with the built studio, on an empty store of its own that took in a copy of the shipped guideline
 * sets as the texts of one author.
 */
export interface TeamServer extends TestServer {
  readonly database: Database;
  /** Lists somebody; the address at which they choose a password. */
  readonly list: (name: string, email: string, roles: readonly Role[]) => Promise<string>;
}

export async function serveTeam(): Promise<TeamServer> {
  const folder = await mkdtemp(join(tmpdir(), "precept-"));
  const guidelines = join(folder, "guidelines");
  await cp(join(root, "guidelines"), guidelines, { recursive: true });
  const { database, close } = await openEmptyStore();
  const port = await freePort();
  const clock = () => new Date();
  const team = await openTeam({ database, clock, address: `http://127.0.0.1:${port}`, provider: null });
  const around = { studio: join(root, "build", "studio"), clock, report: () => undefined };
  const author = { name: "Ivy Importer", email: "ivy@precept.example", roles: ["author" as const] };
  const listed = await addPerson(database, { id: "command line" }, author, clock());
  if (!listed.ok) throw new Error(listed.detail);
  const workspace = { guidelines, importAs: listed.value.id, database, access: teamAccess(team), ...around };
  const server = await startServer(workspace, port);
  return {
    url: server.url,
    guidelines,
    database,
    list: async (name, email, roles) => {
      const added = await addPerson(database, { id: "command line" }, { name, email, roles }, clock());
      const link = added.ok ? await makeLink(team, { id: "command line" }, added.value.id) : added;
      if (!link.ok) throw new Error(link.detail);
      return link.value.url;
    },
    stop: async () => {
      await server.close();
      await close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The address must be known before the server listens, and the server keeps ports that it has been told of to itself. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("a server on a port has a port");
  return address.port;
}
