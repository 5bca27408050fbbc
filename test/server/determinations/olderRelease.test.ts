import { afterAll, beforeAll, expect, test } from "vitest";
import { open } from "../../../engine/bundle/index.ts";
import type { ReleaseManifest } from "../../../engine/release/index.ts";
import { recordHead } from "../../../server/engines/index.ts";
import { openEmptyStore, type TestDatabase } from "../../support/index.ts";
import { ann, type Desk, haveOpened, openDesk, pool } from "./desk.ts";
import { firstEdition, kneeCase, secondEdition, shelve } from "./knees.ts";

/** The second edition asks for swelling too. */
const laterEdition = secondEdition.map((file) => ({
  ...file,
  text: file.text
    .replace("service imaging", "fact swelling: yes or no\n\nservice imaging")
    .replace("imaging if locked", "imaging if (locked OR swelling)"),
}));

let store: TestDatabase;
let desk: Desk;
let manifests: readonly ReleaseManifest[];
beforeAll(async () => {
  store = await openEmptyStore();
  manifests = await shelve(store.database, [
    { files: firstEdition, from: "2014-01-01" },
    { files: laterEdition, from: "2015-06-01" },
  ]);
});
beforeAll(() => haveOpened(store.database));
afterAll(async () => {
  await pool.close();
  await store.close();
});

const stating = (fact: string) => kneeCase("A knee").replace("  locked: yes", `  locked: yes\n  ${fact}: yes`);

async function ask(request: object) {
  desk = openDesk(store.database, null);
  const { status, text } = await desk.ask(ann, "POST", "/api/determinations", { set: "knees", ...request });
  return { status, text, value: JSON.parse(text) };
}

test("what only a later release declares is left out, and the record of the whole case says so and replays", async () => {
  const of = stating("swelling");
  const { status, text, value } = await ask({ case: of });
  expect([status, value.version, value.leftOut]).toEqual([201, "1.0.0", ["swelling"]]);
  expect(value.determinations).toMatchObject([{ outcome: "criteria met" }]);
  const set = open(firstEdition, manifests[0]);
  expect(recordHead(text)?.leftOut).toEqual(["swelling"]);
  expect(set.determine(of, { leaveOut: ["swelling"] })).toBe(text);
  const outcomes = await ask({ case: of, detail: "outcomes" });
  expect(outcomes.value).toMatchObject({ leftOut: ["swelling"], caseDigest: value.caseDigest });
  const later = await ask({ case: of, version: manifests[1]?.version });
  expect([later.status, later.value.leftOut, later.value.caseDigest]).toEqual([201, undefined, value.caseDigest]);
});

test("what no release declares is told as a mistake, and left out only when that is asked for", async () => {
  const of = stating("numbness").replace("case: A knee", "case: A numb knee");
  const { status, value } = await ask({ case: of });
  expect([status, value.unknown]).toEqual([422, [{ name: "numbness", near: null }]]);
  const asked = await ask({ case: of, leaveOut: ["numbness"] });
  expect([asked.status, asked.value.leftOut]).toEqual([201, ["numbness"]]);
  const misspelt = await ask({ case: stating("swelling").replace("locked", "loked") });
  expect(misspelt.value.unknown).toEqual([{ name: "loked", near: "locked" }]);
  expect(misspelt.value.detail).toBe(
    "No guideline of this set declares the fact `loked`. (line 5 of the case) Did you mean `locked`?",
  );
});

test("names that are none are refused", async () => {
  expect((await ask({ case: kneeCase("A"), leaveOut: "swelling" })).status).toBe(422);
});
