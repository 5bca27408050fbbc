import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { sql, type Transaction } from "kysely";
import type { Database, Tables } from "../database/index.ts";
import type { BackupContent, BackupHeader } from "./format.ts";
import { rowsOf } from "./leftOut.ts";
import { type KeptTable, keptTables, migrationsOf } from "./tables.ts";

/** Few at a time: a row may hold a whole release. */
const ROWS = 50;

/**
 * Writes everything the store keeps, as it is at one moment, to a file that appears when it is whole. It holds what the
 * store holds, hashes of passwords, sealed keys and cases, but nothing that lets somebody in. Only this account may read it.
 */
export async function writeBackup(database: Database, file: string, at: Date): Promise<void> {
  const draft = `${file}.part`;
  try {
    await database
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute((transaction) =>
        pipeline(
          Readable.from(lines(transaction, at)),
          createGzip(),
          createWriteStream(draft, { flags: "wx", mode: 0o600 }),
        ),
      );
    await sync(draft);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function* lines(transaction: Transaction<Tables>, at: Date): AsyncGenerator<string> {
  const header: BackupHeader = {
    schema: "precept/backup/1",
    at: at.toISOString(),
    migrations: [...(await migrationsOf(transaction))],
  };
  yield `${JSON.stringify(header)}\n`;
  const content: BackupContent = {};
  for (const table of await keptTables(transaction)) {
    yield `${JSON.stringify({ table: table.name })}\n`;
    const hash = createHash("sha256");
    let rows = 0;
    for await (const line of rowLines(transaction, table)) {
      hash.update(line);
      rows += 1;
      yield line;
    }
    content[table.name] = { rows, sha256: hash.digest("hex") };
  }
  yield `${JSON.stringify({ tables: content })}\n`;
}

/** Values as PostgreSQL writes them in JSON, so that it reads back the same ones. */
async function* rowLines(transaction: Transaction<Tables>, { name, key }: KeptTable): AsyncGenerator<string> {
  const order = key.length === 0 ? sql`` : sql`order by ${sql.join(key.map((column) => sql.ref(column)))}`;
  await sql`declare kept_rows cursor for ${rowsOf(name)} ${order}`.execute(transaction);
  for (;;) {
    const page = await sql<{ row: string }>`fetch ${sql.lit(ROWS)} from kept_rows`.execute(transaction);
    for (const { row } of page.rows) yield `{"row":${row}}\n`;
    if (page.rows.length < ROWS) break;
  }
  await sql`close kept_rows`.execute(transaction);
}

async function sync(path: string): Promise<void> {
  const file = await open(path);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
