import { createHash, randomUUID } from "node:crypto";
import { nameKey } from "../../../dsl/index.ts";
import type { Actor } from "../../access/index.ts";
import type { Database } from "../../store/index.ts";
import { expiryOf, type Keeping, seal } from "../cases/index.ts";
import { type Kept, type Reference, referenceWriter } from "../references/index.ts";
import { createPool, type Outcome, type Pool, type EngineTask } from "../workers/index.ts";
import { type Asked, readAsked, refused, type Refused } from "./asked.ts";
import { type ComparedEditions, compareEditions } from "./compareEditions.ts";
import { editionsReader } from "./editions.ts";
import { type Edition, editionInForce } from "../../../engine/release/index.ts";
import { Recent } from "./recent.ts";
import { type MadeRecord, readReply, refusedCase, servicesIn } from "./reply.ts";

/** A determination that was made and noted. */
export interface Determined {
  readonly kind: "determined";
  readonly reference: Reference;
  /** `precept/determination/1`, canonical JSON as UTF-8: the bytes that replay. */
  readonly record: Uint8Array<ArrayBuffer>;
  readonly detail: Asked["detail"];
}

export interface Determiner {
  /** `body`: the JSON of a `DeterminationRequest`, as it came. */
  readonly determine: (actor: Actor, body: string) => Promise<Determined | Refused>;
  /** `body`: the JSON of a `ThenAndNowRequest`, as it came. Nothing is noted of it. */
  readonly compare: (body: string) => Promise<ComparedEditions | Refused>;
  /** Whether the release of a digest declares a service of this name. */
  readonly declares: (digest: string, service: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

export interface DeterminerOptions {
  readonly clock: () => Date;
  /** `null`: no case is kept. */
  readonly keeping: Keeping | null;
  /** The threads that decide; default: some of its own, one for each processor. */
  readonly pool?: Pool;
  /** Bytes of records that are kept in memory for a minute or two, so that a case sent again is not determined again; 0: none. */
  readonly remembered?: number;
}

const REMEMBERED_BYTES = 32 * 1024 * 1024;
const LIFETIME_MILLISECONDS = 60_000;

/** Determines cases with the releases of a store: picks the release, has its own engine decide, notes the reference. */
export function createDeterminer(database: Database, options: DeterminerOptions): Determiner {
  const making = new Making(database, options);
  const writeReference = referenceWriter(database);
  return {
    determine: async (actor, body) => {
      const made = await making.make(body);
      if (made.kind === "refused") return made;
      const reference = referenceTo(made, actor, options.clock());
      await writeReference({ reference, kept: await keptCase(made, options.keeping, reference.at) });
      return { kind: "determined", reference, record: made.record.bytes, detail: made.asked.detail };
    },
    compare: (body) => making.compare(body),
    declares: (digest, service) => making.declares(digest, service),
    close: () => making.close(),
  };
}

function referenceTo({ asked, edition, record }: Made, actor: Actor, at: Date): Reference {
  const { version, digest } = edition;
  const { caseDigest, recordDigest, serviceDate } = record;
  return {
    id: randomUUID(),
    set: asked.set,
    version,
    digest,
    caseDigest,
    recordDigest,
    serviceDate,
    actor: actor.id,
    at,
  };
}

async function keptCase({ asked, record }: Made, keeping: Keeping | null, at: Date): Promise<Kept | null> {
  if (keeping === null) return null;
  const digest = record.caseDigest;
  return { digest, sealed: await seal(keeping, digest, asked.caseText), expiresAt: expiryOf(keeping, at) };
}

interface Made {
  readonly kind: "made";
  readonly asked: Asked;
  readonly edition: Edition;
  readonly record: MadeRecord;
}

class Making {
  readonly #database: Database;
  readonly #pool: Pool;
  readonly #editionsOf: ReturnType<typeof editionsReader>;
  readonly #recent: Recent<MadeRecord>;
  readonly #clock: () => Date;
  readonly #opening = new Map<string, Promise<void>>();

  constructor(database: Database, { clock, pool = createPool(), remembered = REMEMBERED_BYTES }: DeterminerOptions) {
    this.#database = database;
    this.#pool = pool;
    this.#editionsOf = editionsReader(database);
    this.#clock = clock;
    this.#recent = new Recent({
      most: remembered / 2,
      lifetime: LIFETIME_MILLISECONDS,
      size: ({ bytes }) => bytes.length + 500,
    });
  }

  async make(body: string): Promise<Made | Refused> {
    const asked = readAsked(body);
    if ("kind" in asked) return asked;
    const edition = await this.#editionFor(asked);
    if ("kind" in edition) return edition;
    const record = await this.#recordOf(asked, edition);
    return record.kind === "refused" ? record : { kind: "made", asked, edition, record };
  }

  compare(body: string): Promise<ComparedEditions | Refused> {
    return compareEditions({ database: this.#database, pool: this.#pool, editionsOf: this.#editionsOf }, body);
  }

  async declares(digest: string, service: string): Promise<boolean> {
    const answer = await this.#ask({ kind: "describe", digest });
    return answer.kind === "reply" && servicesIn(answer.text).has(nameKey(service));
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  async #editionFor(asked: Asked): Promise<Edition | Refused> {
    const editions = await this.#editionsOf(asked.set);
    if (editions === null) return refused(404, `There is no guideline set \`${asked.set}\`.`);
    if (asked.version !== null) {
      const found = editions.find(({ version }) => version === asked.version);
      return found ?? refused(404, `There is no release ${asked.version} of \`${asked.set}\`.`);
    }
    const date = asked.serviceDate ?? asked.caseDate ?? (await this.#readDate(asked));
    if (typeof date !== "string") return date;
    const { edition, problem } = editionInForce(editions, date, asked.set);
    return edition ?? refused(422, problem);
  }

  async #readDate({ caseText }: Asked): Promise<string | Refused> {
    const { answer } = await this.#pool.run({ kind: "read date", caseText });
    if (answer.kind === "date") return answer.date;
    return answer.kind === "unread" ? refusedCase(answer.problems) : tooLong;
  }

  /** What was made of the same text with the same release lately is the same. */
  async #recordOf(asked: Asked, { version, digest }: Edition): Promise<MadeRecord | Refused> {
    const key = createHash("sha256")
      .update(`${digest} ${asked.serviceDate ?? ""} `)
      .update(asked.caseText)
      .digest("base64");
    const now = this.#clock().getTime();
    const recent = this.#recent.get(key, now);
    if (recent !== null) return recent;
    const made = await this.#decide(asked, digest);
    if (made === null) return refused(503, `Release ${version} of \`${asked.set}\` cannot be used: ${unusable}`);
    if (made.kind === "record") this.#recent.set(key, made, now);
    return made;
  }

  async #decide({ caseText, serviceDate }: Asked, digest: string): Promise<MadeRecord | Refused | null> {
    const answer = await this.#ask({ kind: "determine", digest, caseText, asOf: serviceDate });
    if (answer.kind === "lost") return tooLong;
    return answer.kind === "reply" ? readReply(answer) : null;
  }

  /** Asks a release, which is opened where it is not. */
  async #ask(task: EngineTask & { readonly digest: string }): Promise<Outcome> {
    const first = await this.#pool.run(task);
    if (first.answer.kind !== "unopened") return first.answer;
    await this.#opened(task.digest, first.by);
    return (await this.#pool.run(task, first.by)).answer;
  }

  /** Many may ask for a release that a thread has not opened; it is opened there once. */
  #opened(digest: string, by: number): Promise<void> {
    const key = `${by} ${digest}`;
    const opening = this.#opening.get(key) ?? this.#open(digest, by).finally(() => this.#opening.delete(key));
    this.#opening.set(key, opening);
    return opening;
  }

  async #open(digest: string, by: number): Promise<void> {
    const row = await this.#database
      .selectFrom("release")
      .select("payload")
      .where("digest", "=", digest)
      .executeTakeFirst();
    if (row === undefined) return;
    const taken = await this.#pool.read({ kind: "take apart", digest, payload: row.payload });
    if (taken.kind === "taken apart") await this.#pool.run({ kind: "open", digest, parts: taken.parts }, by);
  }
}

const unusable = "it is not as it was published, or its engine does not answer.";
const tooLong = refused(422, "This case takes longer to determine than a case may; nothing was determined.");
