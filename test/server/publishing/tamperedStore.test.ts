import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { hashOfLeaf, type Leaf } from "../../../engine/attestation/index.ts";
import { canonicalText } from "../../../engine/digest/index.ts";
import { createKey, storeShelf } from "../../../server/publishing/index.ts";
import { grow } from "../../../server/publishing/attest.ts";
import { makeSigningKey } from "../../../server/publishing/keys/index.ts";
import { type Database, openDatabase } from "../../../server/store/index.ts";
import { day } from "../../engine/attestation/attested.ts";
import { doctorable, onBothDatabases } from "../../support/index.ts";
import { publishNecks, secret } from "./shelves.ts";

const retirement: Leaf = {
  type: "retirement",
  set: "necks",
  version: "1.0.0",
  content: `sha256:${"0".repeat(64)}`,
  name: "Chief",
  reason: "No.",
  to: "2020-01-01",
  at: day(1),
};
const row = { index: 2, leaf: canonicalText(retirement), hash: hashOfLeaf(retirement) };

type Doctoring = readonly [what: string, doctor: (database: Database) => Promise<unknown>, sentence: string];
const doctorings: readonly Doctoring[] = [
  [
    "an entry more, under the head there was",
    (database) => database.insertInto("log_entry").values(row).execute(),
    "There are entries behind those that were signed.",
  ],
  [
    "an entry that is not what its hash says",
    (database) =>
      database
        .updateTable("log_entry")
        .set({ leaf: canonicalText(retirement) })
        .where("index", "=", 1)
        .execute(),
    "Its entry 2 is not as it was written.",
  ],
  [
    "an entry with the hash to it",
    (database) =>
      database.updateTable("log_entry").set({ leaf: row.leaf, hash: row.hash }).where("index", "=", 1).execute(),
    "The log was rewritten",
  ],
  [
    "an entry that is none",
    (database) => database.updateTable("log_entry").set({ leaf: "{" }).where("index", "=", 1).execute(),
    "Its entry 2 is not as it was written.",
  ],
  ["no head", (database) => database.deleteFrom("tree_head").execute(), "no head was signed"],
  [
    "a head by another key, which stands among the keys",
    (database) => signedByAnother(database),
    "which is not trusted",
  ],
];

/** Whoever can write to the tables, and has no secret, lends another key the sealed private part of ours. */
async function signedByAnother(database: Database): Promise<void> {
  const theirs = await makeSigningKey(day(1), null);
  const [ours] = await database.selectFrom("signing_key").selectAll().execute();
  const log = await storeShelf(database, { secret, actor: "pat" }).log();
  if (ours === undefined || !log.ok || log.value === null) throw new Error("there is a key and a log");
  const stolen = { ...ours, kid: theirs.record.kid, public_key: canonicalText(theirs.record) };
  await database.insertInto("signing_key").values(stolen).execute();
  const { head } = await grow(log.value.entries, [retirement], theirs, day(2));
  await database.insertInto("log_entry").values(row).execute();
  const signed = { size: head.size, signed: canonicalText(head), at: new Date(head.at) };
  await database.insertInto("tree_head").values(signed).execute();
}

onBothDatabases("the log in the store, when somebody wrote to its tables", (fresh) => {
  let database: Database;
  let asItWas: () => Promise<void>;
  const shelf = () => storeShelf(database, { secret, actor: "pat" });
  const all = async () => ({
    log_entry: await database.selectFrom("log_entry").selectAll().execute(),
    tree_head: await database.selectFrom("tree_head").selectAll().execute(),
    signing_key: await database.selectFrom("signing_key").selectAll().execute(),
  });
  beforeAll(async () => {
    database = await openDatabase(await fresh());
    await createKey(shelf(), { now: new Date(day(1)) });
    asItWas = await doctorable(database, ["log_entry", "tree_head", "signing_key"]);
  });
  beforeEach(() => asItWas());
  afterAll(() => database.destroy());

  test.each(doctorings)("%s: is not signed over", async (_, doctor, sentence) => {
    await doctor(database);
    const before = await all();
    const refused = { kind: "refused", detail: expect.stringContaining(sentence) };
    expect(await createKey(shelf(), { now: new Date(day(3)) })).toEqual(refused);
    expect(await publishNecks(shelf(), day(3))).toMatchObject({ kind: "refused" });
    expect(await all()).toEqual(before);
  });

  test.each([
    ["an entry that another one took the place of", { leaf: row.leaf, hash: row.hash }, "The log was rewritten"],
    ["another hash", { hash: row.hash }, "Its entry 2 is not as it was written."],
    ["a blank in a hash", { hash: ` ${row.hash}` }, "Its entry 2 is not as it was written."],
  ])("%s, where all of it was read here before: is not signed over", async (_, doctored, sentence) => {
    for (const on of [day(2), day(3)]) await createKey(shelf(), { now: new Date(on) });
    const before = await all();
    await database.updateTable("log_entry").set(doctored).where("index", "=", 1).execute();
    const refused = { kind: "refused", detail: expect.stringContaining(sentence) };
    expect(await createKey(shelf(), { now: new Date(day(4)) })).toEqual(refused);
    expect(await createKey(shelf(), { now: new Date(day(4)) })).toEqual(refused);
    expect((await all()).tree_head).toEqual(before.tree_head);
  });

  test("as it was written goes on", async () => {
    expect(await createKey(shelf(), { now: new Date(day(3)) })).toMatchObject({ kind: "changed" });
  });
});
