import { expect, test } from "vitest";
import { knownElsewhere } from "../../../server/determinations/answering/knownElsewhere.ts";

const edition = (version: string, effectiveFrom: string) => ({
  version,
  digest: version,
  effectiveFrom,
  effectiveTo: null,
});

async function known(name: string, near: string | null, declared: Readonly<Record<string, readonly string[]>>) {
  const asked: string[] = [];
  const editions = Object.keys(declared).map((version, at) => edition(version, `20${10 + at}-01-01`));
  const found = await knownElsewhere([{ name, near }], editions, "1.0.0", async (digest) => {
    asked.push(digest);
    return { services: new Set(), stated: new Set(declared[digest]) };
  });
  return { found, asked };
}

test.each([
  ["what a later edition declares", "swelling", null, ["swelling"], ["swelling"]],
  ["what none declares", "swelling", null, [], []],
  ["what is like a name of this edition, where the later has that no more", "edema", "oedema", ["edema"], []],
  [
    "what is like a name of this edition, where the later has both",
    "knee 2",
    "knee 1",
    ["knee 1", "knee 2"],
    ["knee 2"],
  ],
  ["what this edition takes in another place", "use", "use", ["use"], []],
])("%s", async (_, name, near, later, expected) => {
  expect((await known(name, near, { "1.0.0": [], "2.0.0": later })).found).toEqual(expected);
});

test("the latest editions are asked first, no more than needed, at most ten, and never the one that decides", async () => {
  const all = Object.fromEntries(
    Array.from({ length: 14 }, (_, at) => [`${at + 1}.0.0`, at === 11 ? ["swelling"] : []]),
  );
  expect(await known("swelling", null, all)).toEqual({ found: ["swelling"], asked: ["14.0.0", "13.0.0", "12.0.0"] });
  expect((await known("dizziness", null, all)).asked).toHaveLength(10);
  expect((await known("dizziness", null, { "1.0.0": ["dizziness"] })).asked).toEqual([]);
});
