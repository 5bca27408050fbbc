import { expectationChanges, testSet, type TestedCase } from "../../../engine/testing/index.ts";
import type { ChangedExpectation, Plan } from "../../protocol/index.ts";
import { keyOf } from "./keys.ts";
import type { Sides } from "./sides.ts";

const mostCases = 1_000;

export function testsOf({ now, before }: Sides): Plan["tests"] {
  const { passed, failed, withoutExpectation, cases } = testSet(now);
  const ordered = cases.toSorted((one, other) => Number(one.ok) - Number(other.ok));
  const changes = before === null ? [] : expectationChanges(before, now);
  return {
    passed,
    failed,
    withoutExpectation,
    cases: ordered.slice(0, mostCases).map(told),
    expectations: withKeys(changes.map(({ case: title, ...more }) => ({ title, ...more }))),
  };
}

const told = ({ case: title, path, kind, status, expected, actual }: TestedCase): Plan["tests"]["cases"][number] => ({
  title,
  path,
  kind,
  status,
  expected,
  actual,
});

/** A case may ask for one service twice. What is acknowledged is what is said: another result has another key. */
function withKeys(all: readonly Omit<ChangedExpectation, "key">[]): ChangedExpectation[] {
  const seen = new Map<string, number>();
  return all.map((each) => {
    const said = [each.path, each.title, each.service, each.before ?? "", each.now ?? ""];
    const count = (seen.get(said.join("\n")) ?? 0) + 1;
    seen.set(said.join("\n"), count);
    return { key: keyOf("expectation", ...said, ...(count === 1 ? [] : [String(count)])), ...each };
  });
}
