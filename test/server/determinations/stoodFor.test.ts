import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { type Attestation, decodeAttestation, encodeAttestation } from "../../../engine/attestation/index.ts";
import { canonicalText } from "../../../engine/digest/index.ts";
import { createPool } from "../../../server/determinations/index.ts";
import { keySecret, revokeKey, storedReleases, storeShelf } from "../../../server/publishing/index.ts";
import { attest } from "../../../server/publishing/attest.ts";
import { makeSigningKey } from "../../../server/publishing/keys/index.ts";
import { type Database, openDatabase } from "../../../server/store/index.ts";
import { doctorable, onBothDatabases, secretOfTests } from "../../support/index.ts";
import { ann, openDesk, shelveBoth } from "./desk.ts";
import { kneeCase } from "./knees.ts";

type Doctor = (database: Database) => Promise<unknown>;

const first = (database: Database) => database.updateTable("release").where("version", "=", "1.0.0");
const row = (database: Database, version: string) =>
  database.selectFrom("release").selectAll().where("version", "=", version).executeTakeFirstOrThrow();

async function attestationOf(database: Database): Promise<Attestation> {
  const decoded = decodeAttestation(new TextEncoder().encode((await row(database, "1.0.0")).attestation));
  if (!decoded.ok) throw new Error(decoded.problem);
  return decoded.value;
}

const put = (database: Database, attestation: Attestation) =>
  first(database)
    .set({ attestation: new TextDecoder().decode(encodeAttestation(attestation)) })
    .execute();

/** Whoever can write to the tables signs what they like with a key of theirs, and puts that key among those of the store. */
async function signedByAnother(database: Database): Promise<void> {
  const theirs = await makeSigningKey("2013-01-01T00:00:00.000Z", null);
  const { record } = theirs;
  const { statement } = await attestationOf(database);
  const [ours] = await database.selectFrom("signing_key").selectAll().execute();
  if (ours === undefined) throw new Error("there is a key");
  await database
    .insertInto("signing_key")
    .values({ ...ours, kid: record.kid, public_key: canonicalText(record), private_key: null })
    .execute();
  const log = await storedReleases(database).log();
  const entries = log.ok ? (log.value?.entries ?? []) : [];
  await put(database, (await attest(statement, entries, theirs)).attestation);
}

const doctorings: readonly (readonly [what: string, doctor: Doctor, line: RegExp])[] = [
  [
    "no attestation",
    (database) => first(database).set({ attestation: "{}" }).execute(),
    /The attestation is not what is signed of a release/,
  ],
  [
    "the attestation of another release",
    async (database) =>
      first(database)
        .set({ attestation: (await row(database, "2.0.0")).attestation })
        .execute(),
    /The attestation is of another release/,
  ],
  [
    "an attestation that says who approved it, as nobody did",
    async (database) => {
      const attestation = await attestationOf(database);
      const { statement } = attestation;
      const approvals = [{ name: "Chief", meaning: "Approved", digest: statement.files, at: statement.published.at }];
      await put(database, { ...attestation, statement: { ...statement, approvals } });
    },
    /The signature is not one that the key `.*` made of this/,
  ],
  ["an attestation by another key, which stands among the keys", signedByAnother, /which is not trusted/],
  [
    "another byte in the payload",
    async (database) => {
      const payload = new Uint8Array((await row(database, "1.0.0")).payload);
      payload[payload.length >> 1] = (payload[payload.length >> 1] ?? 0) ^ 1;
      await first(database).set({ payload }).execute();
    },
    /Its payload is not as it was made/,
  ],
  [
    "another release, whole, with its digests",
    async (database) => {
      const { payload, digest, manifest, meaning } = await row(database, "2.0.0");
      await database.deleteFrom("release").where("version", "=", "2.0.0").execute();
      await first(database).set({ payload, digest, manifest, meaning }).execute();
    },
    /It is knees 2.0.0, and stands in the place of knees 1.0.0/,
  ],
  [
    "an entry of the log that is another",
    (database) =>
      database
        .updateTable("log_entry")
        .set({ hash: "0".repeat(64) })
        .where("index", "=", 1)
        .execute(),
    /The log in the store is damaged/,
  ],
  [
    "a log that ends sooner, with its head",
    async (database) => {
      await database.deleteFrom("log_entry").where("index", ">=", 4).execute();
      await database.deleteFrom("tree_head").where("size", ">", 4).execute();
      await first(database)
        .set({ attestation: (await row(database, "2.0.0")).attestation })
        .execute();
    },
    /The attestation is of another release/,
  ],
];

const keySchema = z.object({ kid: z.string() });
const readKid = (signature: string): string =>
  keySchema.parse(JSON.parse(Buffer.from(signature.split(".")[0] ?? "", "base64url").toString())).kid;

const asked = { set: "knees", case: kneeCase("A knee"), version: "1.0.0" };
const compared = { set: "knees", case: kneeCase("A knee"), before: "1.0.0", now: "1.0.0" };

/** Beside the line of every request that is refused. */
const whyNot = (reports: readonly string[]) => reports.filter((line) => !line.startsWith("503 POST "));

// What a thread has opened stays open, so that what is refused comes first.
onBothDatabases("a release of the store", (fresh) => {
  let database: Database;
  let asItWas: () => Promise<void>;
  const pool = createPool(1);
  beforeAll(async () => {
    database = await openDatabase(await fresh());
    await shelveBoth(database);
    asItWas = await doctorable(database, ["release", "signing_key", "log_entry", "tree_head"]);
  });
  // Threads are started before: it takes longer than a test may.
  beforeAll(() => pool.read({ kind: "take apart", digest: "", payload: new Uint8Array() }));
  beforeEach(() => asItWas());
  afterAll(() => Promise.all([pool.close(), database.destroy()]));

  test.each(doctorings)("with %s is not run, and compared with none", async (_, doctor, line) => {
    await doctor(database);
    const desk = openDesk(database, null, { pool });
    const told = { status: 503, detail: expect.stringContaining("not as it was published and signed here") };
    const answer = await desk.ask(ann, "POST", "/api/determinations", asked);
    expect(JSON.parse(answer.text)).toMatchObject(told);
    const comparison = await desk.ask(ann, "POST", "/api/determinations/comparison", compared);
    expect(JSON.parse(comparison.text)).toMatchObject(told);
    expect(whyNot(desk.reports)).toEqual([expect.stringMatching(line)]);
    expect(answer.text + desk.reports.join()).not.toContain("A knee");
  });

  test("is not run by a server that has no secret, or another one", async () => {
    for (const [secret, line] of [
      [null, /no secret here/],
      [keySecret("another"), /cannot be opened/],
    ] as const) {
      const desk = openDesk(database, null, { pool, secret });
      expect(await desk.ask(ann, "POST", "/api/determinations", asked)).toMatchObject({ status: 503 });
      expect(whyNot(desk.reports)).toEqual([expect.stringMatching(line)]);
    }
  });

  test("that was signed before its key was revoked as compromised is run, as it is verified everywhere", async () => {
    const { signatures } = await attestationOf(database);
    const kid = readKid(signatures[0] ?? "");
    const shelf = storeShelf(database, { secret: secretOfTests, actor: "ann" });
    expect(await revokeKey(shelf, kid, "compromised", { now: new Date("2016-01-01T00:00:00Z") })).toMatchObject({
      kind: "changed",
    });
    const desk = openDesk(database, null, { pool });
    const answer = await desk.ask(ann, "POST", "/api/determinations", asked);
    expect([answer.status, desk.reports]).toEqual([201, []]);
  });
});
