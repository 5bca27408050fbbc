// Started by the bench in a process of its own, whose parameters say what is served: `precept`, a whole server with one
// release of a shipped set, its store in a folder or, where an address is given, in PostgreSQL; `bare`, an endpoint that
// answers what it is told.
import { mkdtemp, readFile, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { buildRelease, candidateOf, type Earlier } from "../../../engine/release/index.ts";
import { engineBundle } from "../../../server/engines/index.ts";
import { startServer } from "../../../server/index.ts";
import { type Database, openDatabase } from "../../../server/store/index.ts";
import { nowhere, openEmptyStore, secretOfTests, shelveRelease } from "../../support/index.ts";

const sets = join(import.meta.dirname, "../../../guidelines");

async function textsOf(set: string) {
  const names = await readdir(join(sets, set), { recursive: true });
  const own = names.filter((name) => /^[^/]+\.(?:guideline|yaml)$|^cases\/[^/]+\.yaml$/.test(name));
  return Promise.all(own.map(async (path) => ({ path, text: await readFile(join(sets, set, path), "utf8") })));
}

async function shelve(database: Database, set: string): Promise<void> {
  const engine = await engineBundle();
  if (engine === null) throw new Error("the engine is built before a bench");
  const candidate = candidateOf(await textsOf(set));
  const build = (earlier: Earlier) => buildRelease(candidate, earlier, engine);
  await shelveRelease(database, { set, build, from: "1990-01-01", at: new Date() });
}

async function precept(set: string, address: string): Promise<string> {
  const database =
    address === "" ? (await openEmptyStore()).database : await openDatabase({ kind: "postgres", url: address });
  await shelve(database, set);
  const guidelines = await mkdtemp(join(tmpdir(), "precept-bench-"));
  const clock = () => new Date();
  const { url } = await startServer({ ...nowhere, guidelines, database, clock, keySecret: secretOfTests }, 0);
  return `${url}/api/determinations`;
}

/** What `POST /` is answered with is sent with `PUT /` first. */
function bare(): Promise<string> {
  let same: unknown = null;
  const app = new Hono();
  app.put("/", async (c) => {
    same = await c.req.json();
    return c.body(null, 204);
  });
  app.post("/", async (c) => {
    await c.req.json();
    return c.json(same);
  });
  return new Promise((resolve) => {
    serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => resolve(`http://127.0.0.1:${port}/`));
  });
}

const [what = "", set = "", address = ""] = process.argv.slice(2);
const url = what === "bare" ? await bare() : await precept(set, address);
process.on("message", () => process.send?.(process.memoryUsage().rss));
process.send?.(url);
