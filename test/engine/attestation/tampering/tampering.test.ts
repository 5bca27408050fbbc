import { beforeAll, describe, expect, test } from "vitest";
import { seeded } from "../../../bench/rules/chance.ts";
import { accepted, type Given, given, isAccepted, kinds } from "./tampering.ts";

let good: Given;
beforeAll(async () => {
  good = await given();
});

describe("tampering, a byte or the structure at random", () => {
  test("is told from a release that nobody tampered with", async () => {
    expect(await isAccepted(good)).toBe(true);
  });

  // All 10,000 of each: node test/engine/attestation/tampering/main.ts
  test.each(Object.entries(kinds))("with the %s is never accepted", async (_, tamper) => {
    expect((await accepted(good, tamper, 150, seeded(2014))).found).toEqual([]);
  });
});
