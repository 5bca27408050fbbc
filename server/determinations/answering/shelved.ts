import { type KeySecret, stoodForProblem } from "../../publishing/index.ts";
import type { Database } from "../../store/index.ts";
import type { Pool, ReleaseParts } from "../workers/index.ts";

export interface ShelvedOptions {
  readonly database: Database;
  readonly pool: Pool;
  /** Opens the signing keys, by which own releases are told; `null`: none is run. */
  readonly secret: KeySecret | null;
  /** One line, for whoever looks after the server. */
  readonly report: (line: string) => void;
}

/** The releases of the store, of which none is run or read that this server does not stand for. */
export class Shelved {
  readonly #options: ShelvedOptions;
  /** Of each release once: what it is by its digest never changes. */
  readonly #stoodFor = new Set<string>();
  readonly #told = new Set<string>();

  constructor(options: ShelvedOptions) {
    this.#options = options;
  }

  /** What opens a release; `null`: there is none that may be run. */
  async take(digest: string): Promise<ReleaseParts | null> {
    const row = await this.#options.database
      .selectFrom("release")
      .select(["payload", "set_name as set", "version"])
      .where("digest", "=", digest)
      .executeTakeFirst();
    if (row === undefined) return null;
    const name = `${row.set} ${row.version}`;
    const taken = await this.#options.pool.read({ kind: "take apart", digest, payload: row.payload });
    if (taken.kind !== "taken apart") return this.#refuse(name, digest, "Its payload is not as it was made.");
    const problem = await this.#problemOf(`${name} ${digest}`, { ...row, attested: taken.attested });
    return problem === null ? taken.parts : this.#refuse(name, digest, problem);
  }

  /** Whether a release may be used. */
  async isUsable({
    set,
    version,
    digest,
  }: {
    readonly set: string;
    readonly version: string;
    readonly digest: string;
  }) {
    return this.#stoodFor.has(`${set} ${version} ${digest}`) || (await this.take(digest)) !== null;
  }

  async #problemOf(key: string, payload: Parameters<typeof stoodForProblem>[2]): Promise<string | null> {
    if (this.#stoodFor.has(key)) return null;
    const problem = await stoodForProblem(this.#options.database, this.#options.secret, payload);
    if (problem === null) this.#stoodFor.add(key);
    return problem;
  }

  #refuse(name: string, digest: string, problem: string): null {
    const line = `The release ${name}, ${digest}, is not run: ${problem}`;
    if (!this.#told.has(line)) this.#options.report(line);
    this.#told.add(line);
    return null;
  }
}

/** Why a release cannot be used, for whoever asked. */
export function unusable(version: string, set: string): string {
  return (
    `Release ${version} of \`${set}\` cannot be used: it is not as it was published and signed here, ` +
    "or its engine does not answer. Whoever looks after the server finds in its log what is wrong."
  );
}
