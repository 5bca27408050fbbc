import { beforeAll, describe, expect, test } from "vitest";
import {
  decodeLog,
  encodeLog,
  endedBy,
  type Leaf,
  type ReleaseLog,
  retirementIn,
  verifyAttestation,
} from "../../../engine/attestation/index.ts";
import { canonicalBytes } from "../../../engine/digest/index.ts";
import { makeSigningKey } from "../../../server/publishing/keys/index.ts";
import { type Attested, attested, begun, day, grownLog, wrongIn } from "./attested.ts";

let good: Attested;
beforeAll(async () => {
  good = await attested();
});

const retired = (to: string): Leaf => {
  const { set, version, content } = good.statement;
  return { type: "retirement", set, version, content, name: "Ann", reason: "Harm was seen.", to, at: day(12) };
};
const logWith = (...leaves: readonly Leaf[]) => grownLog(good.evidence.log, leaves, good.key, day(12));

async function saidWith(log: ReleaseLog | null) {
  const { verdict, checks, effective } = await verifyAttestation({ ...good.evidence, log });
  const check = checks.find(({ name }) => name === "retired");
  return { verdict, effective, state: check?.state, detail: check?.detail };
}

describe("a release that was retired", () => {
  test("is still what was signed, and it is told who ended it, when and why", async () => {
    expect(await saidWith(await logWith(retired("2026-06-30")))).toEqual({
      verdict: "verified",
      effective: { from: "2026-04-01", to: "2026-06-30" },
      state: "noted",
      detail: `It was retired by Ann on ${day(12)}, in force until 2026-06-30 only: Harm was seen.`,
    });
  });

  test("before it began never is in force", async () => {
    expect((await saidWith(await logWith(retired("2026-03-31")))).detail).toContain("never is in force");
  });

  test("is not known as such without the log, nor of one that holds no retirement of it", async () => {
    expect(await saidWith(null)).toMatchObject({ state: "not checked", effective: { to: null } });
    const other = { ...retired("2026-06-30"), content: `sha256:${"0".repeat(64)}` };
    expect(await saidWith(await logWith(other))).toMatchObject({ state: "passed", effective: { to: null } });
  });

  test("is not ended by a log that nobody signed", async () => {
    const { log } = good.evidence;
    const entries = [...log.entries, retired("2026-06-30")];
    const forged = await grownLog({ ...log, entries: [] }, entries, await makeSigningKey(day(2), null), day(12));
    for (const one of [{ ...log, entries }, forged])
      expect(await saidWith(one)).toMatchObject({ verdict: "refused", state: "not checked", effective: { to: null } });
  });

  test("twice ends with the first of the days, and never later than published", () => {
    const { content } = good.statement;
    const first = retirementIn([retired("2026-06-30"), retired("2026-05-31"), retired("2026-07-31")], content);
    expect(first).toMatchObject({ to: "2026-05-31" });
    const published = { from: "2026-04-01", to: "2026-04-30" };
    expect(endedBy(published, first)).toEqual(published);
  });
});

describe("a log", () => {
  test("of the same key is told from another by its head, without its entries too", async () => {
    const other: Leaf = { type: "log", id: "0f8fad5b-d9cb-469f-a165-70867728950e", at: day(2) };
    const log = await grownLog(
      { ...good.evidence.log, entries: [] },
      [other, ...good.evidence.log.entries.slice(1)],
      good.key,
      day(9),
    );
    const pinned = { head: log.head, pinnedAt: day(10) };
    const sentence = expect.stringContaining("of another log than this");
    expect(await wrongIn({ ...good.evidence, pinned })).toEqual([["pinned head", sentence]]);
    expect(await wrongIn({ ...good.evidence, pinned, log: null })).toEqual([["pinned head", sentence]]);
    expect(await wrongIn({ ...good.evidence, log })).toEqual([
      ["log", expect.stringContaining("The release is in another log than this")],
      ["pinned head", sentence],
    ]);
  });

  test("whose head names another log is refused", async () => {
    const { log } = good.evidence;
    const renamed = { ...log, head: { ...log.head, log: "0".repeat(64) } };
    expect((await wrongIn({ ...good.evidence, log: renamed })).map(([name]) => name)).toContain("log");
  });

  test.each<[string, (entries: readonly Leaf[]) => readonly unknown[]]>([
    ["that does not begin", (entries) => entries.slice(1)],
    ["that begins twice", (entries) => [begun, ...entries]],
    ["without an entry", () => []],
    ["with a key under another's id", (entries) => entries.map((leaf) => withOtherKey(leaf))],
  ])("%s is none", (_, change) => {
    const { entries, head } = good.evidence.log;
    expect(decodeLog(encodeLog({ entries, head }))).toMatchObject({ ok: true });
    const changed = { schema: "precept/log/2", entries: change(entries), head };
    expect(decodeLog(canonicalBytes(changed))).toMatchObject({ ok: false });
  });
});

function withOtherKey(leaf: Leaf): unknown {
  return leaf.type === "key" ? { ...leaf, key: { ...leaf.key, x: "A".repeat(43) } } : leaf;
}
