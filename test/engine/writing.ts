import type { Expression, Fact, FactType, Guideline, Part, Recommendation, Test } from "../../dsl/index.ts";
import type { Known } from "../../engine/evaluate/index.ts";
import type { ValueSet } from "../../engine/values/index.ts";

/* Checked guidelines made by hand, for tests of what comes after checking. */

const span = { start: 0, end: 0 };
const silent = { wording: null, citation: null, notes: [] };

export const yesOrNo: FactType = { kind: "yes or no" };
export const trial: FactType = { kind: "treatment trial" };
export const wholeNumber: FactType = { kind: "whole number" };
export const date: FactType = { kind: "date" };

export function oneOf(...options: readonly string[]): FactType {
  return { kind: "one of", options };
}

export function fact(name: string, type: FactType, more: Partial<Fact> = {}): Fact {
  return { ...silent, name, key: name, type, askedFor: null, orNone: false, needs: [], span, ...more };
}

export function tested(test: Test): Expression {
  return { kind: "test", test, text: test.fact, span };
}

export function within(of: string, low: number, high: number, part: Part = "value"): Expression {
  return tested({ kind: "in", fact: of, part, ranges: [{ low, high }] });
}

export function yes(of: string): Expression {
  return within(of, 1, 1);
}

export function documentedAs(of: string, as: "present" | "absent" | "not documented"): Expression {
  return tested({ kind: "documented", fact: of, as });
}

export function criterion(definition: string): Expression {
  return { kind: "criterion", definition, text: definition, span };
}

export function not(operand: Expression): Expression {
  return { kind: "not", operand, text: "NOT", span };
}

export function all(...operands: readonly Expression[]): Expression {
  return { kind: "all", operands, text: "all of", span };
}

export function any(...operands: readonly Expression[]): Expression {
  return { kind: "any", operands, text: "any of", span };
}

export function none(...operands: readonly Expression[]): Expression {
  return { kind: "none", operands, text: "none of", span };
}

export function atLeast(count: number, ...operands: readonly Expression[]): Expression {
  return { kind: "at least", count, operands, text: `at least ${count} of`, span };
}

export function exactly(count: number, ...operands: readonly Expression[]): Expression {
  return { kind: "exactly", count, operands, text: `exactly ${count} of`, span };
}

export function qualified(
  of: Expression,
  { waivers = [], exceptions = [] }: { waivers?: readonly Expression[]; exceptions?: readonly Expression[] },
): Expression {
  return { ...silent, kind: "qualified", criterion: of, waivers, exceptions, requirements: [], text: of.text, span };
}

export function recommend(
  kind: Recommendation["kind"],
  of: Expression,
  citation: string | null = null,
): Recommendation {
  return { ...silent, citation, service: "imaging", kind, criterion: of, limits: [], span };
}

/** A guideline of one service, `imaging`. */
export function guideline(written: {
  readonly facts: readonly Fact[];
  readonly recommendations: readonly Recommendation[];
  readonly definitions?: Readonly<Record<string, Expression>>;
  readonly scope?: Expression;
}): Guideline {
  return {
    file: "test.guideline",
    title: "Test",
    source: null,
    adoptedBy: [],
    effective: { from: null, to: null },
    scope: written.scope ?? null,
    lists: [],
    subsets: [],
    codeLists: [],
    calculations: [],
    facts: written.facts,
    definitions: Object.entries(written.definitions ?? {}).map(([key, of]) => ({
      ...silent,
      name: key,
      key,
      criterion: of,
      span,
    })),
    services: [{ name: "imaging", key: "imaging", items: [], span }],
    tables: [],
    recommendations: written.recommendations,
    assumptions: [],
    acceptances: [],
    examples: [],
    authority: null,
    overlay: null,
    titleSpan: span,
  };
}

/** What a case leaves possible; quantities it does not name are open. */
export function known(quantities: Readonly<Record<string, ValueSet>>): Known {
  return {
    quantities: new Map(Object.entries(quantities).map(([id, values]) => [id, { values, reason: null }])),
  };
}
