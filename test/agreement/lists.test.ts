import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { engineAnswers, enumerationAnswers } from "./listAnswers.ts";
import { constructs } from "./listConstructs.ts";
import { lists } from "./listWorld.ts";

/*
 * Every construct over lists against the enumeration of raw lists. What the engine decides every list agrees on; that it
 * leaves some answers open which enumeration decides is told by listShares.ts.
 */
describe("lists against the enumeration of raw lists: no contradiction", () => {
  it.each(constructs)("$phrase", (construct) => {
    const answer = engineAnswers(construct);
    fc.assert(
      fc.property(lists[construct.list], (known) => {
        const [said, so] = [answer(known), enumerationAnswers(construct, known)];
        expect(said === "not documented" ? so : said).toBe(so);
      }),
      { numRuns: 60 },
    );
  });
});
