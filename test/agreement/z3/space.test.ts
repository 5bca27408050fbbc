import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type GuidelineProgram, settledOutcomes } from "../../../engine/ir/index.ts";
import { Space } from "../../../engine/logic/index.ts";
import { shares } from "../../support/index.ts";
import { wholeGuidelines } from "../../support/wholeLanguage/index.ts";
import { read } from "../agreement.ts";
import { programs, programsWithAssumptions } from "../guidelines.ts";
import { canBe, Encoded, startZ3 } from "./oracle.ts";

/* What can be, in a space of two guidelines, is what Z3 says can be. */

let z3: Awaited<ReturnType<typeof startZ3>>;
beforeAll(async () => {
  z3 = await startZ3();
});
afterAll(() => z3.stop());

async function checkPair(before: GuidelineProgram, now: GuidelineProgram): Promise<void> {
  const parts = [before, now].map((program) => ({
    program,
    formulas: program.services.flatMap((each) => [each.addressed, each.criteria, each.within, each.exclusion]),
  }));
  const space = new Space(parts);
  const encoded = [before, now].map((program) => new Encoded(z3.context, program));
  const service = before.services[0]?.service ?? "";
  for (const one of settledOutcomes)
    for (const other of settledOutcomes) {
      const node = space.all([space.outcome(before, service, one), space.outcome(now, service, other)]);
      const [was, is] = encoded;
      if (was === undefined || is === undefined) continue;
      const can = await canBe(
        z3.context,
        was.possible(),
        is.possible(),
        was.outcome(service, one),
        is.outcome(service, other),
      );
      expect(space.canBe(node), `${one} to ${other}`).toBe(can);
    }
}

test.each(shares(6))("generated pairs over the same facts, %s", async () => {
  await fc.assert(
    fc.asyncProperty(programsWithAssumptions, programs, (before, now) => checkPair(before, now)),
    { numRuns: 2 },
  );
});

test.each(shares(6))("guidelines in every form of the language, beside themselves, %s", async () => {
  await fc.assert(
    fc.asyncProperty(wholeGuidelines, async (text) => {
      const { program } = read(text);
      await checkPair(program, { ...program });
    }),
    { numRuns: 2 },
  );
});
