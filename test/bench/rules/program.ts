import { type Expression, type Fact, type FactType, HIGHEST } from "../../../dsl/index.ts";
import type { Known } from "../../../engine/evaluate/index.ts";
import { type GuidelineProgram, lower } from "../../../engine/ir/index.ts";
import { one } from "../../../engine/values/index.ts";
import { all, any, atLeast, fact, guideline, not, oneOf, tested, wholeNumber, yesOrNo } from "../../engine/writing.ts";
import { type BenchCase, type BenchFact, benchFacts } from "./facts.ts";
import type { BenchRule, BenchTest } from "./rules.ts";

/** The rules as the criteria of one guideline, `rule 0` and so on. */
export function benchProgram(rules: readonly BenchRule[]): GuidelineProgram {
  const definitions = Object.fromEntries(rules.map((rule, number) => [criterionOf(number), expressionOf(rule)]));
  return lower(guideline({ facts: benchFacts.map(declared), recommendations: [], definitions }));
}

export const criterionOf = (rule: number): string => `rule ${rule}`;

/** A case reduced by hand: one value of each documented fact, nothing about the others. */
export function knownOf(values: BenchCase): Known {
  const quantities: Map<string, { values: ReturnType<typeof one>; reason: null }> = new Map();
  for (const { name } of benchFacts) {
    const value = values[name];
    if (value !== undefined) quantities.set(name, { values: one(value), reason: null });
  }
  return { quantities };
}

function declared({ name, kind, highest }: BenchFact): Fact {
  return fact(name, typeOf(kind, highest));
}

function typeOf(kind: BenchFact["kind"], highest: number): FactType {
  const members = Array.from({ length: highest + 1 }, (_, value) => `${value}`);
  switch (kind) {
    case "yes or no":
      return yesOrNo;
    case "one of":
      return oneOf(...members);
    case "whole number":
      return wholeNumber;
    case "scale":
      return { kind: "scale", scale: "severity", grades: members };
  }
}

function expressionOf(rule: BenchRule): Expression {
  switch (rule.kind) {
    case "test":
      return testOf(rule);
    case "not":
      return not(expressionOf(rule.operand));
    case "at least":
      return atLeast(rule.count, ...rule.operands.map(expressionOf));
    case "all":
      return all(...rule.operands.map(expressionOf));
    case "any":
      return any(...rule.operands.map(expressionOf));
  }
}

function testOf({ fact: of, asks, values }: BenchTest): Expression {
  const [bound] = values;
  const ranges = {
    "is one of": values.map((value) => ({ low: value, high: value })),
    "at least": [{ low: bound, high: HIGHEST }],
    "at most": [{ low: 0, high: bound }],
  };
  return tested({ kind: "in", fact: of, part: "value", ranges: ranges[asks] });
}
