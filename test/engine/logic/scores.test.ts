import { describe, expect, test } from "vitest";
import { analyse } from "../../../dsl/index.ts";
import { closures } from "../../../engine/evaluate/index.ts";
import { lower } from "../../../engine/ir/index.ts";
import { guidelineDiagrams } from "../../../engine/logic/index.ts";

/** A score of as many rows as points are given, one fact each. */
function score(points: readonly number[], atLeast: number): string {
  return [
    'guideline "A Score"',
    '  source "A source", page 1',
    ...points.map((_, at) => `fact finding ${at + 1}: yes or no`),
    "score total",
    ...points.map((point, at) => `  - ${point} if finding ${at + 1}`),
    "service imaging",
    "  MRI    CPT 72141",
    `imaging if total at least ${atLeast}`,
  ].join("\n");
}

function programOf(text: string) {
  const { value, diagnostics } = analyse({ name: "score.guideline", text });
  expect(diagnostics).toEqual([]);
  return lower(value);
}

describe("a score is drawn by the sums that can be reached", () => {
  test.each([
    ["ten of twenty alike", Array.from({ length: 20 }, () => 1), 10, 110],
    ["thirty of points from 1 to 5", Array.from({ length: 30 }, (_, at) => 1 + (at % 5)), 45, 666],
    ["thirty different points", Array.from({ length: 30 }, (_, at) => at + 1), 232, 1874],
    ["powers of two, each sum reached once", Array.from({ length: 30 }, (_, at) => 2 ** at), 2 ** 29 + 1, 30],
  ])("%s: nodes", (_, points, atLeast, most) => {
    const program = programOf(score(points, atLeast));
    const outcome = guidelineDiagrams(program).value?.outcomes.get("imaging");
    const reached = new Set([outcome?.root ?? -1]);
    for (const node of reached) for (const child of outcome?.store.children(node) ?? []) reached.add(child);
    expect([...reached].filter((node) => !outcome?.store.isTerminal(node))).toHaveLength(most);
  });

  test("what it may come to is every sum of what is open, and no other", () => {
    const program = programOf(score([3, 1.5, 1.5, 1, -2], 4));
    const compiled = closures.compile(program).value;
    const known = (values: Readonly<Record<string, number>>) => ({
      quantities: new Map(
        Object.entries(values).map(([id, value]) => [id, { values: [{ low: value, high: value }], reason: null }]),
      ),
    });
    const open = known({ "finding 1": 1, "finding 2": 1 });
    expect(compiled?.values("total", open)).toEqual([25, 35, 40, 45, 50, 55, 60, 70]);
  });
});
