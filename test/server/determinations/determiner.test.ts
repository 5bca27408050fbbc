import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { open } from "../../../engine/bundle/index.ts";
import type { ReleaseManifest } from "../../../engine/release/index.ts";
import type { Actor } from "../../../server/access/index.ts";
import {
  createDeterminer,
  createPool,
  type Determiner,
  outcomesOf,
  readReferences,
} from "../../../server/determinations/index.ts";
import { type Database, readAudit } from "../../../server/store/index.ts";
import { openEmptyStore, secretOfTests, type TestDatabase } from "../../support/index.ts";
import { firstEdition, kneeCase, secondEdition, shelve } from "./knees.ts";

const actor: Actor = { id: "ann", name: "Ann", roles: ["reviewer"] };
const now = new Date("2026-03-01T12:00:00.000Z");

const plain = { clock: () => now, keeping: null, secret: secretOfTests, report: () => undefined };

interface Desk {
  readonly manifests: readonly ReleaseManifest[];
  readonly database: Database;
  readonly determiner: Determiner;
}

async function openDesk(database: Database): Promise<Desk> {
  const manifests = await shelve(database, [
    { files: firstEdition, from: "2014-01-01" },
    { files: secondEdition, from: "2015-06-01", to: "2016-12-31" },
  ]);
  return {
    manifests,
    database,
    determiner: createDeterminer(database, { ...plain, pool: createPool(1) }),
  };
}

const body = (changes: object = {}) => JSON.stringify({ set: "knees", case: kneeCase("A knee"), ...changes });

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

let desk: Desk;
let store: TestDatabase;
beforeAll(async () => {
  store = await openEmptyStore();
});
beforeAll(async () => {
  desk = await openDesk(store.database);
});
beforeAll(async () => {
  // Starting a thread and opening a release takes longer than what is tested here.
  await desk.determiner.determine(actor, body());
});
afterAll(async () => {
  await desk.determiner.close();
  await store.close();
});

test("is the record that the engine makes, noted and audited without anything of the case", async () => {
  const made = await desk.determiner.determine(actor, body());
  if (made.kind !== "determined") throw new Error(made.detail);
  const expected = open(firstEdition, desk.manifests[0]).determine(kneeCase("A knee"));
  expect(text(made.record)).toBe(expected);
  const { references } = await readReferences(desk.database, { set: "knees", before: null, limit: 10 });
  expect(references[0]).toEqual(made.reference);
  expect(made.reference).toMatchObject({
    set: "knees",
    version: "1.0.0",
    serviceDate: "2014-05-14",
    recordDigest: `sha256:${createHash("sha256").update(expected).digest("hex")}`,
    actor: "ann",
    at: now,
  });
  const { entries } = await readAudit(desk.database, { limit: 10 });
  expect(entries[0]).toMatchObject({ actor: "ann", action: "determine cases", subject: "knees" });
  expect(JSON.stringify([entries, references])).not.toMatch(/A knee|MRI|locked/);
});

async function outcome(changes: object) {
  const made = await desk.determiner.determine(actor, body(changes));
  if (made.kind === "refused") return made.detail;
  const { version, serviceDate, determinations } = outcomesOf(made);
  return [version, serviceDate, ...determinations.map((each) => each.outcome)].join(" ");
}

test.each([
  ["the service date of the case", {}, "1.0.0 2014-05-14 criteria met"],
  ["a later one", { case: kneeCase("A knee", "2015-06-01") }, "2.0.0 2015-06-01 information needed"],
  ["a service date that is asked for", { serviceDate: "2016-01-01" }, "2.0.0 2016-01-01 information needed"],
  ["a version that is asked for, in force or not", { version: "2.0.0" }, "2.0.0 2014-05-14 information needed"],
])("the release is that of %s", async (_, changes, expected) => expect(await outcome(changes)).toBe(expected));

test("a case is the same as YAML and as JSON, and sent again", async () => {
  const asJson = { ...yamlAsData, dates: { "request date": "2014-05-01", "service date": "2014-05-14" } };
  const made = await Promise.all(
    [{}, { case: asJson }, {}].map((changes) => desk.determiner.determine(actor, body(changes))),
  );
  const records = made.map((one) => (one.kind === "determined" ? text(one.record) : one.detail));
  expect(new Set(records).size).toBe(1);
});

const yamlAsData = {
  schema: "precept/case/1",
  case: "A knee",
  facts: { locked: "yes" },
  requests: [{ service: "MRI of the knee", code: "CPT 73721" }],
};

const deep = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

test.each([
  ["a set that is not there", { set: "hips" }, "There is no guideline set `hips`."],
  [
    "a set that nothing can be called, which the database would refuse with all that is asked beside it",
    { set: "\0" },
    /^set: /,
  ],
  ["a version that is not there", { version: "9.0.0" }, "There is no release 9.0.0 of `knees`."],
  ["a day before any release", { serviceDate: "2013-12-31" }, /^Nothing of `knees` was in force on 2013-12-31/],
  ["a day after the last", { serviceDate: "2017-01-01" }, /^Nothing of `knees` is in force on 2017-01-01/],
  ["a date that is none", { serviceDate: "NaN" }, /^serviceDate: /],
  ["the 30th of February", { case: kneeCase("A knee", "2014-02-30") }, /2014-02-30/],
  [
    "a case of another set",
    { case: kneeCase("A knee").replace("locked", "numbness") },
    /No guideline of this set declares the fact `numbness`/,
  ],
  ["a case without requests", { case: "schema: precept/case/1\ncase: A\n" }, /problems in all/],
  ["text that is no case", { case: "{{{{" }, /./],
  ["an empty case", { case: {} }, /problems in all/],
  ["no case", { case: undefined }, /^case: /],
  ["another member", { cases: [] }, /cases/],
  [
    "names of machines",
    { case: { ...yamlAsData, facts: JSON.parse('{"__proto__":{"polluted":"yes"},"constructor":"yes"}') } },
    /./,
  ],
  ["what is too deep", { case: `{"schema":"precept/case/1","case":${deep(5000)}}` }, /./],
])("%s is refused with a sentence", async (_, changes, sentence) => {
  const made = await desk.determiner.determine(actor, body(changes));
  expect(made).toMatchObject({ kind: "refused", detail: expect.stringMatching(sentence) });
  expect({}).not.toHaveProperty("polluted");
});

test.each([
  ["no JSON", "{", 400],
  ["a list", "[]", 422],
  ["JSON within JSON, too deep", `{"set":"knees","case":{"a":${deep(200_000)}}}`, 422],
  ["two cases", `{"set":"knees","case":{"a":1},"case":{"b":2}}`, 422],
  ["more than 1 MB", body({ case: { schema: "x".repeat(1024 * 1024) } }), 413],
])("%s is refused", async (_, sent, status) => {
  expect(await desk.determiner.determine(actor, sent)).toMatchObject({ kind: "refused", status });
});
