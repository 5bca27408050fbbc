import { sql, type Transaction } from "kysely";
import { Client } from "pg";
import type { Tables } from "../database/index.ts";

/** Any number: every server of a database holds this lock together with the others, and who replaces everything holds it alone. */
const SERVING = 6_962_002;

/** A connection that broke is made again after so long. */
const PAUSE_MILLISECONDS = 5_000;

/** Whether no server runs on this database; none can begin to until the transaction ends. */
export async function keepServersOut(transaction: Transaction<Tables>): Promise<boolean> {
  const { rows } = await sql<{ alone: boolean }>`
    select pg_try_advisory_xact_lock(${sql.lit(SERVING)}) as alone`.execute(transaction);
  return rows[0]?.alone === true;
}

/** Tells others, as long as this process runs, that a server is on a PostgreSQL database. */
export class Serving {
  readonly #url: string;
  #client: Client | null = null;
  #retry: NodeJS.Timeout | null = null;
  #isEnded = false;

  constructor(url: string) {
    this.#url = url;
  }

  async begin(): Promise<void> {
    const client = new Client({ connectionString: this.#url, keepAlive: true, connectionTimeoutMillis: 5_000 });
    this.#client = client;
    client.on("error", () => undefined);
    client.once("end", () => this.#again());
    try {
      await client.connect();
      await client.query(`select pg_advisory_lock_shared(${SERVING})`);
    } catch {
      await client.end().catch(() => undefined);
      this.#again();
    }
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    await this.#client?.end().catch(() => undefined);
  }

  #again(): void {
    if (this.#isEnded || this.#retry !== null) return;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      void this.begin();
    }, PAUSE_MILLISECONDS).unref();
  }
}
