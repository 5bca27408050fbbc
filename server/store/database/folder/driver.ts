import {
  AbortedTransactionError,
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from "kysely";
import { DatabaseEnded } from "../problem.ts";
import { type FolderDatabase, openFolder } from "./folderDatabase.ts";

/** PostgreSQL in one process makes no checkpoint by itself: its log of changes would grow until it is closed. */
const STATEMENTS_PER_CHECKPOINT = 1000;

/**
 * One connection, which Kysely lends to one at a time. After an error that ends PostgreSQL (PANIC, FATAL, an aborted
 * WebAssembly module) the next statement opens the folder again, which recovers everything that was committed.
 */
export class FolderDriver implements Driver {
  readonly #connection: FolderConnection;

  constructor(folder: string) {
    this.#connection = new FolderConnection(folder);
  }

  async init(): Promise<void> {
    await this.#connection.open();
  }

  /** Never throws: Kysely would keep the connection lent for ever. */
  async acquireConnection(): Promise<FolderConnection> {
    return this.#connection;
  }

  async beginTransaction(connection: FolderConnection, settings: TransactionSettings): Promise<void> {
    await connection.begin(settings);
  }

  async commitTransaction(connection: FolderConnection): Promise<void> {
    await connection.commit();
  }

  async rollbackTransaction(connection: FolderConnection): Promise<void> {
    await connection.rollback();
  }

  async releaseConnection(connection: FolderConnection): Promise<void> {
    await connection.checkpointWhenDue();
  }

  async destroy(): Promise<void> {
    await this.#connection.close();
  }
}

class FolderConnection implements DatabaseConnection {
  readonly #folder: string;
  #database: FolderDatabase | null = null;
  #inTransaction = false;
  #statements = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async open(): Promise<FolderDatabase> {
    this.#database ??= await openFolder(this.#folder);
    return this.#database;
  }

  async close(): Promise<void> {
    await this.#database?.close();
    this.#database = null;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#inTransaction && this.#database === null) throw new DatabaseEnded("");
    const { rows, affectedRows } = await this.#run(query);
    // Kysely knows the shape of the rows from the query it compiled; PGlite does not.
    return { rows: rows as R[], ...(affectedRows === undefined ? {} : { numAffectedRows: BigInt(affectedRows) }) };
  }

  // oxlint-disable-next-line require-yield -- PGlite gives whole answers only
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error("a database in a folder does not stream rows");
  }

  async begin({ isolationLevel, accessMode }: TransactionSettings): Promise<void> {
    const isolation = isolationLevel === undefined ? "" : ` isolation level ${isolationLevel}`;
    await this.#run(
      CompiledQuery.raw(`start transaction${isolation}${accessMode === undefined ? "" : ` ${accessMode}`}`),
    );
    this.#inTransaction = true;
  }

  async commit(): Promise<void> {
    if (this.#database === null) throw new DatabaseEnded("");
    const { command } = await this.#run(CompiledQuery.raw("commit"));
    this.#inTransaction = false;
    if (command === "ROLLBACK") throw new AbortedTransactionError();
  }

  async rollback(): Promise<void> {
    this.#inTransaction = false;
    if (this.#database !== null) await this.#run(CompiledQuery.raw("rollback"));
  }

  async checkpointWhenDue(): Promise<void> {
    if (this.#statements < STATEMENTS_PER_CHECKPOINT || this.#database === null) return;
    this.#statements = 0;
    // It is tried again later; whether it worked is nothing to whoever had the connection.
    await this.#run(CompiledQuery.raw("checkpoint")).catch(() => undefined);
  }

  async #run({ sql, parameters }: CompiledQuery) {
    const { pglite } = await this.open();
    this.#statements += 1;
    try {
      return await pglite.query(sql, [...parameters]);
    } catch (error) {
      if (!isSurvived(error)) this.#abandon();
      throw error;
    }
  }

  #abandon(): void {
    this.#database?.abandon();
    this.#database = null;
  }
}

/** PostgreSQL refused one statement, and goes on. */
function isSurvived(error: unknown): boolean {
  return typeof error === "object" && error !== null && "severity" in error && error.severity === "ERROR";
}
