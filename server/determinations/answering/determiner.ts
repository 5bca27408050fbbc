import { createHash, randomUUID } from "node:crypto";
import { nameKey } from "../../../dsl/index.ts";
import type { Actor } from "../../access/index.ts";
import type { KeySecret } from "../../publishing/index.ts";
import type { Database } from "../../store/index.ts";
import { expiryOf, type Keeping, seal } from "../cases/index.ts";
import { type Kept, type Reference, referenceWriter } from "../references/index.ts";
import { createPool, type Outcome, type Pool, type EngineTask } from "../workers/index.ts";
import type { LetterWanted, Written } from "../../letters/index.ts";
import { type Asked, CASE_LIMIT, readAsked, refused, type Refused } from "./asked.ts";
import { type ComparedEditions, compareEditions } from "./compareEditions.ts";
import { editionsReader } from "./editions.ts";
import { type Edition, editionInForce } from "../../../engine/release/index.ts";
import { knownElsewhere } from "./knownElsewhere.ts";
import { Recent } from "./recent.ts";
import { type Declared, declaredIn, type MadeRecord, readReply, refusedCase } from "./reply.ts";
import { Shelved, unusable } from "./shelved.ts";

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
  readonly compare: (actor: Actor, body: string) => Promise<ComparedEditions | Refused>;
  /** The letter of a case by the texts of a set, as a file. Nothing is noted of it. */
  readonly letter: (actor: Actor, wanted: LetterWanted, format: "docx" | "pdf") => Promise<Written | Refused>;
  /** Whether the release of a digest declares a service of this name. */
  readonly declares: (digest: string, service: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

export interface DeterminerOptions {
  readonly clock: () => Date;
  /** `null`: no case is kept. */
  readonly keeping: Keeping | null;
  /** Opens the signing keys, by which own releases are told; `null`: none is run. */
  readonly secret: KeySecret | null;
  /** One line, without content of cases. */
  readonly report: (line: string) => void;
  /** The threads that decide; default: some of its own, one for each processor. */
  readonly pool?: Pool;
  /** Bytes of records that are kept in memory for a minute or two, so that a case sent again is not determined again; 0: none. */
  readonly remembered?: number;
}

const REMEMBERED_BYTES = 32 * 1024 * 1024;
const LIFETIME_MILLISECONDS = 60_000;
const MOST_ATTEMPTS = 3;

/** Determines cases with the releases of a store: picks the release, has its own engine decide, notes the reference. */
export function createDeterminer(database: Database, options: DeterminerOptions): Determiner {
  const making = new Making(database, options);
  const writeReference = referenceWriter(database);
  return {
    determine: async (actor, body) => {
      const made = await making.make(actor.id, body);
      if (made.kind === "refused") return made;
      const reference = referenceTo(made, actor, options.clock());
      await writeReference({ reference, kept: await keptCase(made, options.keeping, reference.at) });
      return { kind: "determined", reference, record: made.record.bytes, detail: made.asked.detail };
    },
    compare: (actor, body) => making.compare(actor.id, body),
    letter: (actor, wanted, format) => making.letter(actor.id, wanted, format),
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
  readonly #shelved: Shelved;
  readonly #opening = new Map<string, Promise<boolean>>();
  readonly #declarations = new Map<string, Declared>();

  constructor(database: Database, options: DeterminerOptions) {
    const { clock, pool = createPool(), remembered = REMEMBERED_BYTES } = options;
    this.#database = database;
    this.#pool = pool;
    this.#shelved = new Shelved({ ...options, database, pool });
    this.#editionsOf = editionsReader(database);
    this.#clock = clock;
    this.#recent = new Recent({
      most: remembered / 2,
      lifetime: LIFETIME_MILLISECONDS,
      size: ({ bytes }) => bytes.length + 500,
    });
  }

  async make(person: string, body: string): Promise<Made | Refused> {
    const asked = readAsked(body);
    if ("kind" in asked) return asked;
    const edition = await this.#editionFor(asked, person);
    if ("kind" in edition) return edition;
    const record = await this.#recordOf(asked, edition, person);
    return record.kind === "refused" ? record : { kind: "made", asked, edition, record };
  }

  compare(person: string, body: string): Promise<ComparedEditions | Refused> {
    const isUsable: Shelved["isUsable"] = (release) => this.#shelved.isUsable(release);
    const work = { database: this.#database, pool: this.#pool, editionsOf: this.#editionsOf, isUsable, person };
    return compareEditions(work, body);
  }

  async letter(person: string, wanted: LetterWanted, format: "docx" | "pdf"): Promise<Written | Refused> {
    if (Buffer.byteLength(wanted.caseText ?? "") > CASE_LIMIT) return refused(413, "A case has at most 1 MB.");
    const answer = await this.#pool.read({ kind: "letter", wanted, format }, person);
    if (answer.kind === "written") return answer;
    return answer.kind === "unwritten" ? refused(answer.status, answer.detail) : refused(422, letterTooLong);
  }

  async declares(digest: string, service: string): Promise<boolean> {
    return (await this.#declared(digest)).services.has(nameKey(service));
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  async #editionFor(asked: Asked, person: string): Promise<Edition | Refused> {
    const editions = await this.#editionsOf(asked.set);
    if (editions === null) return refused(404, `There is no guideline set \`${asked.set}\`.`);
    if (asked.version !== null) {
      const found = editions.find(({ version }) => version === asked.version);
      return found ?? refused(404, `There is no release ${asked.version} of \`${asked.set}\`.`);
    }
    const date = asked.serviceDate ?? asked.caseDate ?? (await this.#readDate(asked, person));
    if (typeof date !== "string") return date;
    const { edition, problem } = editionInForce(editions, date, asked.set);
    return edition ?? refused(422, problem);
  }

  async #readDate({ caseText }: Asked, person: string): Promise<string | Refused> {
    const { answer } = await this.#pool.run({ kind: "read date", caseText }, { person });
    if (answer.kind === "date") return answer.date;
    return answer.kind === "unread" ? refusedCase(answer.problems) : tooLong;
  }

  /** What was made of the same text with the same release lately is the same. */
  async #recordOf(asked: Asked, { version, digest }: Edition, person: string): Promise<MadeRecord | Refused> {
    const key = createHash("sha256")
      .update(`${digest} ${asked.serviceDate ?? ""} ${JSON.stringify(asked.leaveOut)} `)
      .update(asked.caseText)
      .digest("base64");
    const now = this.#clock().getTime();
    const recent = this.#recent.get(key, now);
    if (recent !== null) return recent;
    const made = await this.#decide(asked, digest, person);
    if (made === null) return refused(503, unusable(version, asked.set));
    if (made.kind === "record") this.#recent.set(key, made, now);
    return made;
  }

  /** What the release does not know and another of the set does is left out of the case. */
  async #decide(asked: Asked, digest: string, person: string): Promise<MadeRecord | Refused | null> {
    const made = await this.#decideWithout(asked, digest, person);
    if (made?.kind !== "refused" || made.unknown.length === 0) return made;
    const editions = (await this.#editionsOf(asked.set)) ?? [];
    const names = await knownElsewhere(made.unknown, editions, digest, (other) => this.#declared(other));
    if (names.length === 0) return made;
    return this.#decideWithout({ ...asked, leaveOut: [...asked.leaveOut, ...names] }, digest, person);
  }

  async #decideWithout(asked: Asked, digest: string, person: string): Promise<MadeRecord | Refused | null> {
    const { caseText, serviceDate: asOf, leaveOut } = asked;
    const answer = await this.#ask({ kind: "determine", digest, caseText, asOf, leaveOut }, person);
    if (answer.kind === "lost") return tooLong;
    return answer.kind === "reply" ? readReply(answer) : null;
  }

  /** A release says the same of itself for good. */
  async #declared(digest: string): Promise<Declared> {
    const known = this.#declarations.get(digest);
    if (known !== undefined) return known;
    const answer = await this.#ask({ kind: "describe", digest }, "");
    if (answer.kind !== "reply") return { services: new Set(), stated: new Set() };
    const declared = declaredIn(answer.text);
    this.#declarations.set(digest, declared);
    return declared;
  }

  /** Asks a release, which is opened where it is not; the thread where it was may end meanwhile. */
  async #ask(task: EngineTask & { readonly digest: string }, person: string): Promise<Outcome> {
    for (let attempts = 0; attempts < MOST_ATTEMPTS; attempts += 1) {
      const { answer, by } = await this.#pool.run(task, { person });
      if (answer.kind !== "unopened") return answer;
      if (!(await this.#opened(task.digest, by))) return { kind: "unusable" };
      const again = await this.#pool.run(task, { person, on: by });
      if (again.answer.kind !== "unopened") return again.answer;
    }
    return { kind: "unusable" };
  }

  /** Many may ask for a release that a thread has not opened; it is opened there once. */
  #opened(digest: string, by: number): Promise<boolean> {
    const key = `${by} ${digest}`;
    const opening = this.#opening.get(key) ?? this.#open(digest, by).finally(() => this.#opening.delete(key));
    this.#opening.set(key, opening);
    return opening;
  }

  async #open(digest: string, by: number): Promise<boolean> {
    const parts = await this.#shelved.take(digest);
    if (parts === null) return false;
    return (await this.#pool.run({ kind: "open", digest, parts }, { on: by })).answer.kind === "opened";
  }
}

const letterTooLong = "The letter of this case takes longer than a letter may; none was written.";
const tooLong = refused(422, "This case takes longer to determine than a case may; nothing was determined.");
