import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import getPort, { portNumbers } from "get-port";
import { copyEmptyStore } from "../../../support/emptyStore.ts";
import { listTeam } from "./people.ts";
import type { Place } from "./server.ts";

/** A new folder for a server, with an empty store in it or, by `url`, in PostgreSQL; three people are listed there. */
export async function newPlace(url: string | null): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "precept-kills-"));
  const path = join(folder, ".precept", "store", "database");
  if (url === null) await copyEmptyStore(path);
  await listTeam(url === null ? { kind: "folder", path } : { kind: "postgres", url });
  // Not one that the system hands out by itself: the server comes back to it after each kill.
  const port = await getPort({ port: portNumbers(20_000 + (process.pid % 10_000), 30_999), host: "127.0.0.1" });
  return { folder, port, environment: url === null ? {} : { DATABASE_URL: url } };
}
