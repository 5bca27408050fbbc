import { describe, expect, it } from "vitest";
import {
  AnswerCheck,
  benchCases,
  benchFacts,
  type BenchRule,
  benchRules,
  closureByHand,
  compiledByHand,
  compiledClosures,
  generatedJavaScript,
  oneByOne,
} from "./index.ts";

const rules = benchRules();

function testsIn(rule: BenchRule): readonly string[] {
  if (rule.kind === "test") return [rule.fact];
  return rule.kind === "not" ? testsIn(rule.operand) : rule.operands.flatMap(testsIn);
}

describe("the rules of the bench", () => {
  it("are 200, of 8 to 16 tests, each of another of 60 facts", () => {
    const tests = rules.map(testsIn);
    expect([rules.length, benchFacts.length]).toEqual([200, 60]);
    expect(tests.every((facts) => facts.length >= 8 && facts.length <= 16)).toBe(true);
    expect(tests.every((facts) => new Set(facts).size === facts.length)).toBe(true);
  });

  it("are the same in every run, and so are the cases", () => {
    expect(benchRules()).toEqual(rules);
    expect(benchCases(5)).toEqual(benchCases(5));
    expect(benchCases(5, 1)).not.toEqual(benchCases(5));
  });

  it("are asked about cases that lack about 30 % of the facts", () => {
    const values = benchCases(200).flatMap((each) => Object.values(each));
    const missing = values.filter((value) => value === undefined).length / values.length;
    expect(missing).toBeCloseTo(0.3, 1);
  });
});

describe("what is measured answers as the interpreter does", () => {
  const check = new AnswerCheck(rules, benchCases(20));

  it.each([
    ["functions written by hand", oneByOne(compiledByHand(rules))],
    ["closures written by hand", oneByOne(rules.map(closureByHand))],
    ["generated JavaScript", generatedJavaScript(rules)],
    ["closures", compiledClosures(rules)],
  ])("%s", async (name, implementation) => {
    await expect(check.check(name, implementation)).resolves.toBeUndefined();
  });

  it("and what does not is found", async () => {
    const wrong = oneByOne(rules.map(() => () => true));
    await expect(check.check("always met", wrong)).rejects.toThrow("always met answers rule");
  });
});
