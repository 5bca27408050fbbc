import { afterAll, beforeAll, expect, test } from "vitest";
import type { ReleaseManifest } from "../../../engine/release/index.ts";
import { createPool, type Pool } from "../../../server/determinations/index.ts";

/** Takes as long as the case says, in milliseconds, and answers with it. */
const engine = `export const schema = "precept/engine/1";
  export const open = () => ({
    determine: (text) => {
      const until = Date.now() + Number(text);
      while (Date.now() < until);
      return text;
    },
  });`;

const digest = "sha256:1";
const parts = {
  engine: { sha256: digest, bytes: new TextEncoder().encode(engine) },
  files: [],
  manifest: manifest(),
};

function manifest(): ReleaseManifest {
  return {
    schema: "precept/release/2",
    set: "waits",
    title: "Waits",
    version: "1.0.0",
    bump: "first",
    previous: null,
    meaning: digest,
    parts: [],
    cases: { passed: 1 },
    engine: { version: "1", sha256: "0".repeat(64) },
    files: [],
  };
}

const pool = createPool(2);
const single = createPool(1, 400);
const openOn = (one: Pool, on: number) => one.run({ kind: "open", digest, parts }, { on });
beforeAll(() => Promise.all([openOn(pool, 0), openOn(pool, 1), openOn(single, 0)]));
afterAll(() => Promise.all([pool.close(), single.close()]));

/** A case that takes so many milliseconds, of which is noted when it is done. */
async function waits(done: string[], person: string, milliseconds: number): Promise<string> {
  const caseText = String(milliseconds);
  const { answer } = await pool.run({ kind: "determine", digest, caseText, asOf: null, leaveOut: [] }, { person });
  done.push(`${person} ${milliseconds}`);
  return answer.kind === "reply" ? answer.text : answer.kind;
}

test("what waits behind a slow case is done meanwhile", async () => {
  const done: string[] = [];
  const slow = waits(done, "ann", 900);
  const quick = await Promise.all(Array.from({ length: 12 }, () => waits(done, "ann", 0)));
  expect([...quick, await slow]).toEqual([...Array.from({ length: 12 }, () => "0"), "900"]);
  expect(done.at(-1)).toBe("ann 900");
});

test("people take turns, however much one of them asks", async () => {
  const done: string[] = [];
  const many = Array.from({ length: 40 }, () => waits(done, "ann", 10));
  await waits(done, "bo", 1);
  expect(done.length).toBeLessThan(20);
  await Promise.all(many);
  expect(done.length).toBe(41);
});

const endless = "Infinity";

test("of a thread that ends, only the case that it was at is lost", async () => {
  const run = (caseText: string) => single.run({ kind: "determine", digest, caseText, asOf: null, leaveOut: [] });
  const answers = await Promise.all(["0", endless, "1", "2"].map(run));
  // The thread was started anew, where nothing is open.
  expect(answers.map(({ answer }) => answer.kind)).toEqual(["reply", "lost", "unopened", "unopened"]);
});

test("who holds all threads with slow cases is put off for others", async () => {
  const slow = [endless, endless].map((caseText) =>
    pool.run({ kind: "determine", digest, caseText, asOf: null, leaveOut: [] }, { person: "ann" }),
  );
  const { answer } = await pool.run(
    { kind: "determine", digest, caseText: "0", asOf: null, leaveOut: [] },
    { person: "bo" },
  );
  expect(answer.kind).toBe("unopened");
  await pool.close();
  expect((await Promise.all(slow)).map((one) => one.answer.kind)).toEqual(["lost", "lost"]);
});
