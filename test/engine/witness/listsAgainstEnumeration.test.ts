import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shares } from "../../support/index.ts";
import { type Found, found, someClaims } from "./listsAgainstEnumeration.ts";

describe("Several constructs about one list are made into a case, proved impossible, or left open", () => {
  test.each(shares(6))("and nothing that a short list can be is proved impossible, %s", (share) => {
    const claims = fc.sample(someClaims, { numRuns: 8, seed: Number(share.slice(0, 1)) });
    const tally = Map.groupBy(
      claims.map((each) => found(each)),
      (each: Found) => each,
    );
    expect(tally.get("case")?.length ?? 0).toBeGreaterThan(claims.length / 2);
    expect(tally.get("missed")?.length ?? 0).toBeLessThan(claims.length / 3);
  });
});
