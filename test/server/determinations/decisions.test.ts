import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decodeCase } from "../../../engine/values/case/index.ts";
import {
  candidateListSchema,
  decidedSchema,
  decisionRecordSchema,
  determinationListSchema,
  problemSchema,
} from "../../../server/protocol/index.ts";
import { readDraftFile } from "../../../server/store/drafts/index.ts";
import { readAudit } from "../../../server/store/index.ts";
import { openEmptyStore, type TestDatabase } from "../../support/index.ts";
import { ann, bob, type Desk, haveOpened, openDesk, pool, shelveBoth } from "./desk.ts";
import { kneeCase } from "./knees.ts";

let store: TestDatabase;
let desk: Desk;
beforeAll(async () => {
  store = await openEmptyStore();
  desk = openDesk(store.database, null);
});
beforeAll(async () => {
  await shelveBoth(store.database);
});
beforeAll(() => haveOpened(store.database));
afterAll(async () => {
  await pool.close();
  await store.close();
});

const service = "MRI of the knee";
const override = {
  decision: "overridden",
  service,
  outcome: "criteria not met",
  kind: "guideline does not fit",
  reason: "Never seen.",
};

async function determined(title: string) {
  const made = await desk.ask(ann, "POST", "/api/determinations", { set: "knees", case: kneeCase(title) });
  return { record: made.text, path: `${made.headers.get("location")}/decisions` };
}

async function decided(title: string, body: object) {
  const { path, record } = await determined(title);
  return desk.ask(ann, "POST", path, { record, ...body });
}

test("a decision stands beside the proposal, is audited without its reason, and its record goes to the reviewer", async () => {
  const { path, record } = await determined("One");
  const answer = await desk.ask(ann, "POST", path, { ...override, record });
  expect(answer.status).toBe(201);
  const made = decidedSchema.parse(JSON.parse(answer.text));
  expect(made.digest).toBe(`sha256:${createHash("sha256").update(made.record).digest("hex")}`);
  expect(decisionRecordSchema.parse(JSON.parse(made.record))).toMatchObject({
    determination: { recordDigest: `sha256:${createHash("sha256").update(record).digest("hex")}`, version: "1.0.0" },
    proposed: { outcome: "criteria met", review: null },
    decision: "overridden",
    outcome: "criteria not met",
    reason: "Never seen.",
    by: { id: "ann", name: "Ann Reviewer" },
    at: "2026-03-01T12:00:00.000Z",
  });
  const { entries } = await readAudit(store.database, { limit: 1 });
  expect(entries).toMatchObject([
    { action: "decide on determination", detail: { decision: "overridden", content: made.digest } },
  ]);
});

test.each([
  ["the proposed outcome", { ...override, outcome: "criteria met" }, /proposes `criteria met` already/],
  ["no reason", { ...override, reason: " " }, /reason/],
  ["no kind", { ...override, kind: undefined }, /kind/],
  ["a kind that is none", { ...override, kind: "because" }, /kind/],
  ["no outcome", { ...override, outcome: undefined }, /outcome/],
  ["an outcome beside an acceptance", { decision: "accepted", service, outcome: "excluded" }, /outcome/],
  ["a service that was not asked for", { ...override, service: "MRI of the hip" }, /does not determine this service/],
  ["another record", { ...override, record: "{}" }, /not the one of this determination/],
])("deciding otherwise with %s is refused with a sentence", async (_, body, sentence) => {
  const answer = await decided("Two", body);
  expect(answer.status).toBe(422);
  expect(problemSchema.parse(JSON.parse(answer.text)).detail).toMatch(sentence);
});

test("an accepted proposal is no candidate; one that was overridden becomes a case of the draft", async () => {
  expect((await decided("Three", { decision: "accepted", service })).status).toBe(201);
  const { record } = decidedSchema.parse(JSON.parse((await decided("Four", override)).text));
  const { candidates } = candidateListSchema.parse(
    JSON.parse((await desk.ask(bob, "GET", "/api/candidates?set=knees")).text),
  );
  const [candidate] = candidates;
  expect(candidate).toMatchObject({ service, outcome: "criteria not met", reason: null, caseKept: false, made: null });
  const path = `/api/candidates/${candidate?.id}/case`;
  const status = async (body: object) => (await desk.ask(bob, "POST", path, body)).status;
  expect(await status({})).toBe(422);
  expect(await status({ case: kneeCase("Five"), decision: record })).toBe(422);
  expect(await status({ case: kneeCase("Four"), decision: record.replace("Never", "Often") })).toBe(422);
  const made = await desk.ask(bob, "POST", path, { case: kneeCase("Four"), decision: record });
  expect([made.status, JSON.parse(made.text)]).toMatchObject([201, { path: `cases/candidate-${candidate?.id}.yaml` }]);
  const file = await readDraftFile(store.database, "knees", `cases/candidate-${candidate?.id}.yaml`);
  const of = file.ok ? decodeCase({ name: "", text: file.value.text }).value : null;
  expect(of?.requests[0]?.expect).toMatchObject({
    outcome: "criteria not met",
    source: "reviewer Ann Reviewer, 2026-03-01: Never seen.",
  });
  expect(await status({ case: kneeCase("Four"), decision: record })).toBe(422);
});

async function listed(query: string) {
  const { text } = await desk.ask(ann, "GET", `/api/determinations?${query}`);
  return determinationListSchema.parse(JSON.parse(text));
}

test("what was decided on a case is found again by its digest, without what was said", async () => {
  await decided("Seven", { decision: "accepted", service });
  const { record, path } = await determined("Seven");
  const { digest } = decidedSchema.parse(JSON.parse((await desk.ask(ann, "POST", path, override)).text));
  await determined("Seven");
  await determined("Eight");
  const { caseDigest } = JSON.parse(record);
  const { determinations, before } = await listed(`set=knees&case=${caseDigest}`);
  expect(determinations.map(({ decisions }) => decisions.map(({ decision }) => decision))).toEqual([
    [],
    ["overridden"],
    ["accepted"],
  ]);
  expect([determinations.every((each) => each.caseDigest === caseDigest), before]).toEqual([true, null]);
  const said = { service, by: "Ann Reviewer", at: "2026-03-01T12:00:00.000Z", record: null };
  const decision = { decision: "overridden", outcome: "criteria not met", kind: "guideline does not fit", ...said };
  expect(determinations[1]?.decisions).toMatchObject([{ ...decision, digest }]);
  const latest = await listed(`case=${caseDigest}&decided=yes&limit=1`);
  expect(latest.determinations).toEqual(determinations.slice(1, 2));
  expect((await listed(`case=${caseDigest}&decided=yes&before=${latest.before}`)).determinations).toEqual(
    determinations.slice(2),
  );
  expect((await listed(`set=hips&case=${caseDigest}`)).determinations).toEqual([]);
  const one = await desk.ask(ann, "GET", `/api/determinations/${determinations[1]?.id}`);
  expect(JSON.parse(one.text)).toEqual(determinations[1]);
});

test.each(["case=knee", "case=sha256:1", "decided=no", "limit=0", "before=x"])(
  "a list of %s is refused with a sentence",
  async (query) => {
    const answer = await desk.ask(ann, "GET", `/api/determinations?${query}`);
    expect([answer.status, problemSchema.parse(JSON.parse(answer.text)).status]).toEqual([422, 422]);
    expect((await desk.ask(bob, "GET", "/api/determinations")).status).toBe(403);
  },
);

test("one case is shown under two editions, of which one may be the draft", async () => {
  const compare = async (body: object) => {
    const answer = await desk.ask(bob, "POST", "/api/determinations/comparison", {
      set: "knees",
      case: kneeCase("Six"),
      ...body,
    });
    return { status: answer.status, value: JSON.parse(answer.text) };
  };
  const outcomes = (before: string, now: string) => ({
    status: 200,
    value: { services: [{ outcome: { before, now } }] },
  });
  expect(await compare({ before: "2014-06-01", now: "2.0.0" })).toMatchObject(
    outcomes("criteria met", "information needed"),
  );
  expect(await compare({ before: "2.0.0", now: "draft" })).toMatchObject(
    outcomes("information needed", "criteria met"),
  );
  expect(await compare({ before: "2013-01-01", now: "draft" })).toMatchObject({ status: 404 });
  expect(await compare({ before: "yesterday", now: "draft" })).toMatchObject({ status: 422 });
  expect(await compare({ before: "1.0.0", now: "draft", case: "{{" })).toMatchObject({ status: 422 });
});
