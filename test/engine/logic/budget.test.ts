import { expect, test } from "vitest";
import { closures } from "../../../engine/evaluate/index.ts";
import { lower } from "../../../engine/ir/index.ts";
import { guidelineDiagrams, meaningOf } from "../../../engine/logic/index.ts";
import { all, any, atLeast, criterion, fact, guideline, recommend, yes, yesOrNo } from "../writing.ts";

function named(prefix: string, count: number) {
  return Array.from({ length: count }, (_, index) => `${prefix} ${index + 1}`);
}

function signs(count: number) {
  return named("sign", count).map((name) => fact(name, yesOrNo));
}

test("10 of 20 is counted, not listed: 110 nodes for its 184,756 ways", () => {
  const facts = signs(20);
  const program = lower(
    guideline({ facts, recommendations: [recommend("if", atLeast(10, ...facts.map(({ name }) => yes(name))))] }),
  );
  const { value } = guidelineDiagrams(program, { budget: 1_000 });
  const root = value?.outcomes.get("imaging") ?? -1;
  const reached = new Set([root]);
  for (const node of reached) for (const child of value?.store.children(node) ?? []) reached.add(child);
  expect([...reached].filter((node) => !value?.store.isTerminal(node))).toHaveLength(110);
});

test("a criterion too large for the budget is named, where it stands; what uses it is not blamed", () => {
  const pairs = named("left", 10).map((left, index) => all(yes(left), yes(`right ${index + 1}`)));
  const facts = [...named("left", 10), ...named("right", 10), "pain"].map((name) => fact(name, yesOrNo));
  const lefts = any(...named("left", 10).map(yes));
  const program = lower(
    guideline({
      facts,
      // The scope names every left fact before any right one, the worst order for their pairs: 2^10 nodes.
      scope: lefts,
      definitions: { whole: all(criterion("paired"), yes("pain")), paired: any(...pairs), simple: yes("pain") },
      recommendations: [recommend("if", criterion("whole"))],
    }),
  );
  const { value, diagnostics } = closures.compile(program, { budget: 300 });
  expect(value).toBe(null);
  expect(diagnostics.map(({ code, severity, message }) => ({ code, severity, message }))).toEqual([
    {
      code: "E0901",
      severity: "error",
      message: "`paired` combines its facts in too many ways to be answered exactly.",
    },
  ]);
  expect(meaningOf(program, facts, { budget: 300 }).value).toBe(null);
  expect(closures.compile(program).diagnostics).toEqual([]);
});
