import { expect, test } from "vitest";
import { deedOf, doerOf } from "../../../studio/audit/deeds.ts";

const people = new Map([["p1", "Ann"]]);
const changes = new Map([["4", { set: "knee", title: "Four weeks are enough" }]]);
const known = { people, changes };
const entry = (action: string, subject = "", detail: Readonly<Record<string, unknown>> = {}) => ({
  action,
  subject,
  detail,
});

test.each([
  [entry("save file", "knee.guideline", { set: "knee" }), "saved knee.guideline"],
  [entry("import folder", "knee", { set: "knee", files: 1 }), "took 1 file from the folder"],
  [entry("remove set", "knee", { set: "knee", files: 3 }), "removed the guideline set with 3 files"],
  [entry("restore set", "knee", { set: "knee", files: 1 }), "brought the guideline set back with 1 file"],
  [entry("import folder", "knee", { files: 2, as: "p1" }), "took 2 files from the folder, as texts of Ann"],
  [
    entry("attribute texts", "knee", { files: 2, people: ["p1", "p2"] }),
    "said that 2 files of knee are by Ann, a person",
  ],
  [entry("acknowledge", "4", { set: "knee", count: 2 }), "acknowledged 2 moves of “Four weeks are enough”"],
  [
    entry("waive gate", "4", { gate: "adequacy", round: 2 }),
    "waived “cases notice mistakes” for “Four weeks are enough”, round 2",
  ],
  [entry("comment", "9", { change: 4 }), "commented on “Four weeks are enough”"],
  [entry("send to review", "5"), "sent change 5 to review"],
  [
    entry("publish release", "knee 2.0.0", { version: "2.0.0", waived: ["adequacy", "proofs"] }),
    "published release 2.0.0, with “cases notice mistakes” and “nothing unsound” waived",
  ],
  [
    entry("retire release", "knee 1.0.0", { version: "1.0.0", to: "2026-08-01" }),
    "retired release 1.0.0; it decides until 2026-08-01",
  ],
  [entry("change person", "p1", { roles: ["author"], active: false }), "made Ann author, who may not enter any more"],
  [entry("change password", "p1", { tokens: 0 }), "changed the password"],
  [entry("change password", "p1", { tokens: 2 }), "changed the password, which ended 2 tokens"],
  [entry("make one-time link", "p2"), "made a link with which a person chooses a password"],
  [entry("determine cases", "knee", { determinations: ["4f sha256:1", "5a sha256:2"] }), "determined 2 cases"],
  [entry("decide on determination", "4f", { decision: "overridden" }), "decided otherwise than was proposed"],
  [entry("something new", "knee"), "something new knee"],
])("an entry is told in words", (told, words) => {
  expect(deedOf(told, known).words).toBe(words);
});

test("one can go to the change or the releases it is about", () => {
  expect(deedOf(entry("send to review", "4", { set: "knee" }), known)).toMatchObject({ change: "4", releases: null });
  expect(deedOf(entry("comment", "9", { change: 4 }), known)).toMatchObject({ change: "4", releases: null });
  expect(deedOf(entry("yearly review", "knee 1.0.0", { set: "knee", version: "1.0.0" }), known)).toMatchObject({
    change: null,
    releases: "knee",
  });
});

test.each([
  ["p1", "Ann"],
  ["import", "The server"],
  ["nobody", "People nobody knows:"],
  ["p2", "p2"],
])("%s did it", (actor, who) => {
  expect(doerOf({ actor }, known)).toBe(who);
});
