import { describe, expect, test } from "vitest";
import type { Expression, Fact } from "../../../dsl/index.ts";
import { closures } from "../../../engine/evaluate/index.ts";
import { lower } from "../../../engine/ir/index.ts";
import { cellsOf } from "../../../engine/logic/cells.ts";
import { guidelineDiagrams, meaningOf } from "../../../engine/logic/index.ts";
import { between, one } from "../../../engine/values/index.ts";
import {
  all,
  any,
  atLeast,
  criterion,
  fact,
  guideline,
  known,
  recommend,
  wholeNumber,
  within,
  yes,
  yesOrNo,
} from "../writing.ts";

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
  const outcome = value?.outcomes.get("imaging");
  const reached = new Set([outcome?.root ?? -1]);
  for (const node of reached) for (const child of outcome?.store.children(node) ?? []) reached.add(child);
  expect([...reached].filter((node) => !outcome?.store.isTerminal(node))).toHaveLength(110);
});

describe("a function too large for the budget", () => {
  const facts = [...named("left", 10), ...named("right", 10), "pain"].map((name) => fact(name, yesOrNo));
  const lefts = named("left", 10).map(yes);
  /** Each left fact with a right one, `step` after the one before. */
  const pairs = (step: number, from: number) =>
    named("left", 10).map((left, index) => all(yes(left), yes(`right ${((step * index + from) % 10) + 1}`)));
  // To read every left fact before any right one is the worst order for their pairs, 2^10 nodes; side by side they are 20.
  const leftsFirst = any(all(...lefts), ...pairs(1, 0));
  // No order brings each left fact beside all three that it goes with.
  const entangled = any(...pairs(1, 0), ...pairs(3, 1), ...pairs(7, 4));

  function tooLarge(written: Omit<Parameters<typeof guideline>[0], "facts">) {
    const { value, diagnostics } = closures.compile(lower(guideline({ facts, ...written })), { budget: 300 });
    return { value, messages: diagnostics.map(({ code, severity, message }) => `${severity} ${code}: ${message}`) };
  }

  test("is an error that names the criterion; what uses it is not blamed", () => {
    expect(
      tooLarge({
        definitions: { whole: all(criterion("paired"), yes("pain")), paired: entangled, simple: yes("pain") },
        recommendations: [recommend("if", criterion("whole"))],
      }),
    ).toEqual({
      value: null,
      messages: ["error E0901: `paired` combines its facts in too many ways to be answered exactly."],
    });
  });

  test("names the recommendations, or the service when only scope and criteria together are too large", () => {
    expect(tooLarge({ recommendations: [recommend("if", entangled)] }).messages).toEqual([
      "error E0901: `imaging if` combines its facts in too many ways to be answered exactly.",
    ]);
    expect(
      tooLarge({ scope: any(...pairs(1, 0)), recommendations: [recommend("if", any(...pairs(3, 1)))] }).messages,
    ).toEqual(["error E0901: `imaging` combines its facts in too many ways to be answered exactly."]);
  });

  test("is not one that is only written in an unlucky order", () => {
    expect(tooLarge({ recommendations: [recommend("if", leftsFirst)] })).toMatchObject({ messages: [] });
  });

  test("fits into the usual budget, and then means what it says", () => {
    const program = lower(guideline({ facts, recommendations: [recommend("if", leftsFirst)] }));
    expect(closures.compile(program).diagnostics).toEqual([]);
    expect(meaningOf(program, facts, { budget: 300 }).value?.quantities).toHaveLength(20);
    expect(meaningOf(program, facts).value?.quantities).toHaveLength(20);
    const worse = lower(guideline({ facts, recommendations: [recommend("if", entangled)] }));
    expect(meaningOf(worse, facts, { budget: 300 }).value).toBe(null);
  });
});

describe("a criterion of thousands of tests", () => {
  const verdict = (facts: readonly Fact[], ...tests: readonly Expression[]) =>
    closures
      .compile(lower(guideline({ facts, recommendations: [recommend("if", any(...tests))] })))
      .diagnostics.map(({ code }) => code);

  test("of one fact is too large, and found to be so at once", () => {
    const values = Array.from({ length: 2_000 }, (_, at) => within("level", 2 * at, 2 * at));
    expect(verdict([fact("level", wholeNumber)], ...values)).toEqual(["E0901"]);
  });

  test("of a fact each is too large beyond 2,000 facts, and never a stack overflow", () => {
    const many = signs(20_000);
    expect(verdict(many.slice(0, 2_000), ...many.slice(0, 2_000).map(({ name }) => yes(name)))).toEqual([]);
    expect(verdict(many, ...many.map(({ name }) => yes(name)))).toEqual(["E0901"]);
  });
});

test("cells are the values that no test tells apart", () => {
  const tests = [between(3, 5), [...one(1), ...between(5, 6)], between(-9, -1)];
  expect(cellsOf([...between(0, 4), ...between(5, 9)], tests)).toEqual([
    [...one(0), ...one(2), ...between(7, 9)],
    [...one(1), ...one(6)],
    between(3, 4),
    one(5),
  ]);
  expect(cellsOf(between(0, 9), [])).toEqual([between(0, 9)]);
});

test("30 of 60 is answered without walking its paths", () => {
  const all60 = signs(60);
  const criteria = atLeast(30, ...all60.map(({ name }) => yes(name)));
  const { value } = closures.compile(lower(guideline({ facts: all60, recommendations: [recommend("if", criteria)] })));
  expect(value?.outcomes("imaging", known({}))).toEqual(["criteria met", "criteria not met"]);
  expect(value?.stillMatters("imaging", known({}))).toHaveLength(60);
  expect(value?.ways("imaging", known({})).map(({ steps }) => steps)).toMatchObject([
    [{ kind: "some of", count: 30, of: { length: 60 } }],
    [{ kind: "some of", count: 31, of: { length: 60 } }],
  ]);
});
