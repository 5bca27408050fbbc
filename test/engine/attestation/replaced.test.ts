import { beforeAll, describe, expect, test } from "vitest";
import { type Leaf, type ReleaseLog, verifyAttestation } from "../../../engine/attestation/index.ts";
import { type Attested, attested, day, grownLog } from "./attested.ts";

let good: Attested;
beforeAll(async () => {
  good = await attested();
});

const hash = (sign: string) => sign.repeat(64);
/** A release of the same set. The one that is verified decides from 2026-04-01. */
const released = (version: string, from: string, set = good.statement.set): Leaf => ({
  type: "release",
  set,
  version,
  from,
  content: `sha256:${hash(version.slice(0, 1))}`,
  meaning: `sha256:${hash("a")}`,
  payload: hash("b"),
  statement: hash("c"),
  signatures: hash("d"),
  at: day(11),
});
const retired = (version: string, to: string): Leaf => {
  const content = version === good.statement.version ? good.statement.content : `sha256:${hash(version.slice(0, 1))}`;
  return {
    type: "retirement",
    set: good.statement.set,
    version,
    content,
    name: "Ann",
    reason: "Harm.",
    to,
    at: day(12),
  };
};
const logWith = (...leaves: readonly Leaf[]) => grownLog(good.evidence.log, leaves, good.key, day(12));

async function saidWith(log: ReleaseLog | null) {
  const { verdict, checks, replaced } = await verifyAttestation({ ...good.evidence, log });
  const check = checks.find(({ name }) => name === "replaced");
  return { verdict, replaced, state: check?.state, detail: check?.detail };
}

describe("a release that another took the place of", () => {
  test("is still what was signed, and it is told which one and since when", async () => {
    const log = await logWith(released("3.0.0", "2026-09-01"), released("2.0.0", "2026-06-01"));
    expect(await saidWith(log)).toEqual({
      verdict: "verified",
      replaced: { version: "2.0.0", from: "2026-06-01" },
      state: "noted",
      detail: "Release 2.0.0 takes its place on 2026-06-01: it decides the days from 2026-04-01 until then.",
    });
  });

  test("on its first day decides none", async () => {
    const log = await logWith(released("2.0.0", "2026-04-01"));
    expect((await saidWith(log)).detail).toBe("Release 2.0.0 takes its place on 2026-04-01: it decides no day.");
  });

  test.each<[string, () => readonly Leaf[]]>([
    ["an earlier one", () => [released("0.9.0", "2026-01-01")]],
    ["one of another set", () => [released("2.0.0", "2026-06-01", "hips")]],
    ["one that was retired before it began", () => [released("2.0.0", "2026-06-01"), retired("2.0.0", "2026-05-01")]],
    ["one after its own end", () => [released("2.0.0", "2026-06-01"), retired(good.statement.version, "2026-05-01")]],
  ])("is not replaced by %s", async (_, leaves) => {
    expect(await saidWith(await logWith(...leaves()))).toMatchObject({ state: "passed", replaced: null });
  });

  test("is not known as such without the log, nor by one that nobody signed", async () => {
    expect(await saidWith(null)).toMatchObject({ state: "not checked", replaced: null });
    const { log } = good.evidence;
    const forged = { ...log, entries: [...log.entries, released("2.0.0", "2026-06-01")] };
    expect(await saidWith(forged)).toMatchObject({ verdict: "refused", state: "not checked", replaced: null });
  });
});
