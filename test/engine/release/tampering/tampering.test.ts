import { beforeAll, describe, expect, test } from "vitest";
import { gunzipSync } from "fflate";
import { verifyRelease } from "../../../../engine/release/index.ts";
import { shares } from "../../../support/index.ts";
import { candidate, released } from "../candidate.ts";
import { acceptedBytes, acceptedStructures } from "./accepted.ts";
import { Chance } from "./chance.ts";
import { tamperings } from "./structural.ts";
import { rawEntries, rawTar } from "./tar.ts";

let good: Uint8Array;
beforeAll(async () => {
  good = (await released(candidate(), [])).bytes;
});

/** A share of `node test/engine/release/tampering/main.ts 10000`. */
describe("none of many tampered releases is accepted", () => {
  test.each(shares(3))("a byte changed, %s", async (share) => {
    expect(await acceptedBytes(good, 150, Number.parseInt(share, 10))).toEqual([]);
  });

  test.each(shares(3))("put together otherwise, %s", async (share) => {
    expect(await acceptedStructures(good, 150, Number.parseInt(share, 10))).toEqual([]);
  });

  test.each(Object.entries(tamperings))("%s", async (_, tamper) => {
    const parts = { ...rawEntries(gunzipSync(good)), bytes: good };
    const seeds = Array.from({ length: 12 }, (_each, at) => at + 1);
    const changed = seeds
      .map((seed) => tamper(parts, new Chance(seed)))
      .filter((bytes) => Buffer.compare(bytes, good) !== 0);
    const verified = await Promise.all(changed.map(verifyRelease));
    expect(verified.filter(({ ok }) => ok)).toEqual([]);
  });
});

test("taking a release apart and putting it together again changes nothing, so what is tried is only what was done", () => {
  const { entries, end } = rawEntries(gunzipSync(good));
  expect(Buffer.compare(rawTar(entries, end), gunzipSync(good))).toBe(0);
});
