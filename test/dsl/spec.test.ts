import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

test("no two rules of the specification share a number", () => {
  const spec = readFileSync(join(import.meta.dirname, "../../dsl/SPEC.md"), "utf8");
  const numbers = [...spec.matchAll(/^- \*\*(\d+\.\d+[a-z]?\d*)\*\* /gm)].map(([, number]) => number);
  expect(numbers.length).toBeGreaterThan(80);
  expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
});
