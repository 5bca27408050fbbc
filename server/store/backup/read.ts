import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import type { z } from "zod";
import {
  type BackupContent,
  type BackupHeader,
  endSchema,
  headerSchema,
  LINE_LIMIT,
  rowSchema,
  tableSchema,
} from "./format.ts";

/** Why a file is no whole backup, as a sentence. */
export class DamagedBackup extends Error {
  override readonly name = "DamagedBackup";
}

/** What is done with a backup while it is read; what is read is known to be whole only at the end. */
export interface BackupReader {
  readonly header: (header: BackupHeader) => Promise<void>;
  readonly table: (name: string) => Promise<void>;
  /** The JSON of one row. */
  readonly row: (json: string) => Promise<void>;
}

/** Reads a backup from beginning to end; throws `DamagedBackup` where it is not as it was written. */
export async function readBackup(file: string, reader: BackupReader): Promise<void> {
  const state = new Reading(reader);
  for await (const line of linesOf(file)) await state.take(line);
  if (!state.ended) throw new DamagedBackup("The backup is cut short.");
}

class Reading {
  readonly #reader: BackupReader;
  readonly #tables: BackupContent = {};
  #current: { readonly name: string; rows: number; readonly hash: ReturnType<typeof createHash> } | null = null;
  #begun = false;
  ended = false;

  constructor(reader: BackupReader) {
    this.#reader = reader;
  }

  async take(line: string): Promise<void> {
    if (this.ended) throw new DamagedBackup("Something stands behind the end of the backup.");
    if (!this.#begun) return this.#begin(line);
    if (line.startsWith('{"row":')) return this.#row(line);
    return line.startsWith('{"table":') ? this.#table(decoded(tableSchema, line).table) : this.#end(line);
  }

  async #begin(line: string): Promise<void> {
    this.#begun = true;
    await this.#reader.header(decoded(headerSchema, line));
  }

  async #table(name: string): Promise<void> {
    this.#closeTable();
    if (Object.hasOwn(this.#tables, name)) throw new DamagedBackup(`The table \`${name}\` stands in the backup twice.`);
    this.#current = { name, rows: 0, hash: createHash("sha256") };
    await this.#reader.table(name);
  }

  async #row(line: string): Promise<void> {
    if (this.#current === null) throw new DamagedBackup("A row stands before any table.");
    this.#current.hash.update(`${line}\n`);
    this.#current.rows += 1;
    decoded(rowSchema, line);
    await this.#reader.row(line.slice('{"row":'.length, -1));
  }

  #closeTable(): void {
    if (this.#current === null) return;
    const { name, rows, hash } = this.#current;
    this.#tables[name] = { rows, sha256: hash.digest("hex") };
    this.#current = null;
  }

  #end(line: string): void {
    this.#closeTable();
    const said = decoded(endSchema, line).tables;
    const names = new Set([...Object.keys(said), ...Object.keys(this.#tables)]);
    for (const name of names) {
      const [left, right] = [said[name], this.#tables[name]];
      if (left === undefined || left.rows !== right?.rows || left.sha256 !== right.sha256)
        throw new DamagedBackup(`The rows of the table \`${name}\` are not those that were written.`);
    }
    this.ended = true;
  }
}

function decoded<T>(schema: z.ZodType<T>, line: string): T {
  const json = parsed(line);
  const later = typeof json === "object" && json !== null && "schema" in json ? String(json.schema) : "";
  if (/^precept\/backup\/(?!1$)/.test(later))
    throw new DamagedBackup("The backup was made by a later version of Precept.");
  const read = schema.safeParse(json);
  if (!read.success) throw new DamagedBackup("The file is not a backup, or is damaged.");
  return read.data;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new DamagedBackup("The file is not a backup, or is damaged.");
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const inflated = createGunzip();
  source.once("error", (error) => inflated.destroy(error));
  source.pipe(inflated);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let pieces: string[] = [];
  let length = 0;
  try {
    // as: a stream of bytes gives bytes
    for await (const chunk of inflated as AsyncIterable<Uint8Array>) {
      const parts = decoder.decode(chunk, { stream: true }).split("\n");
      for (const part of parts.slice(0, -1)) {
        yield [...pieces, part].join("");
        pieces = [];
        length = 0;
      }
      const rest = parts.at(-1) ?? "";
      pieces.push(rest);
      length += rest.length;
      if (length > LINE_LIMIT) throw new DamagedBackup("A line of the backup is longer than any that is written.");
    }
  } catch (error) {
    throw isOfZip(error) ? new DamagedBackup("The file is not a backup, or is damaged or cut short.") : error;
  } finally {
    source.destroy();
  }
  if (length > 0) throw new DamagedBackup("The backup is cut short.");
}

function isOfZip(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}
