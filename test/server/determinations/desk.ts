import { createDeterminer, createPool, type Keeping, type Pool } from "../../../server/determinations/index.ts";
import { type Actor, createApp, localAccess } from "../../../server/index.ts";
import type { KeySecret } from "../../../server/publishing/index.ts";
import type { Database } from "../../../server/store/index.ts";
import { nowhere, secretOfTests } from "../../support/index.ts";
import type { ReleaseManifest } from "../../../engine/release/index.ts";
import { firstEdition, kneeCase, secondEdition, shelve } from "./knees.ts";

/** The application over a store with two releases of a set, asked by whoever the test says. */
export interface Desk {
  readonly ask: (who: Actor, method: string, path: string, body?: unknown) => Promise<Answered>;
  readonly reports: readonly string[];
  /** What the clock shows. */
  readonly time: { now: Date };
}

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

const person = (id: string, name: string, ...roles: Actor["roles"]): Actor => ({ id, name, roles });
export const ann = person("ann", "Ann Reviewer", "reviewer");
export const bob = person("bob", "Bob Author", "author");
export const eve = person("eve", "Eve Admin", "reviewer", "admin");

/** One thread, which the desks of a file of tests share: starting it takes longer than they do. */
export const pool = createPool(1);

const start = "2026-03-01T12:00:00.000Z";

/** `database`: where `shelveBoth` was done, and `haveOpened`: each takes its time, so each is a step of its own. */
export function openDesk(
  database: Database,
  keeping: Keeping | null,
  other: { readonly secret?: KeySecret | null; readonly pool?: Pool } = {},
): Desk {
  const time = { now: new Date(start) };
  const reports: string[] = [];
  const clock = () => time.now;
  let who = ann;
  const access = { ...localAccess(), whoAsks: async () => who };
  const report = (line: string) => reports.push(line);
  const determiner = createDeterminer(database, { clock, keeping, pool, report, secret: secretOfTests, ...other });
  const app = createApp({ ...nowhere, database, clock, keeping, access, report }, determiner);
  const headers = { host: "127.0.0.1", "content-type": "application/json" };
  return {
    ask: async (asks, method, path, body) => {
      who = asks;
      const content = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
      const answer = await app.request(path, { method, headers, ...content });
      return { status: answer.status, text: await answer.text(), headers: answer.headers };
    },
    reports,
    time,
  };
}

/** Puts both editions on the shelf. */
export function shelveBoth(database: Database): Promise<readonly ReleaseManifest[]> {
  return shelve(database, [
    { files: firstEdition, from: "2014-01-01" },
    { files: secondEdition, from: "2015-06-01", to: "2016-12-31" },
  ]);
}

/** Has a thread start and open the first edition. */
export async function haveOpened(database: Database): Promise<void> {
  await openDesk(database, null).ask(ann, "POST", "/api/determinations", { set: "knees", case: kneeCase("The first") });
}
