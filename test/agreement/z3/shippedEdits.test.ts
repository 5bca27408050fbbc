import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedSets } from "../../guidelines/shippedSet.ts";
import { editsOf, isExact, judge, type ShippedEdit } from "./shippedEdits.ts";
import { startZ3 } from "./oracle.ts";

/** Of so many edits one is judged here; `node test/agreement/z3/main.ts` judges them all. */
const oneOf = 40;

function chosen(set: string): readonly ShippedEdit[] {
  return editsOf(set)
    .filter(isExact)
    .filter((_, at) => at % oneOf === 0);
}

describe("when answers move, Z3 says the same", () => {
  let z3: Awaited<ReturnType<typeof startZ3>>;
  beforeAll(async () => {
    z3 = await startZ3();
  });
  afterAll(() => z3.stop());

  test.each(shippedSets.flatMap((set) => chosen(set)))("$name", async (edit) => {
    expect((await judge(z3.context, edit)).wrong).toEqual([]);
  });
});
