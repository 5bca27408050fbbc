import type { ExampleEntry, Expression, Guideline, Test } from "./model.ts";
import { readValue } from "./readValue.ts";
import { allBut } from "./scaled.ts";
import type { FactType } from "./types.ts";

/** Numbers the codes that a guideline tests for, per fact, in order of first mention. */
export function numberCodes(guideline: Guideline): Guideline {
  if (!guideline.facts.some(({ type }) => type.kind === "code")) return guideline;
  const mentioned = mentions(guideline);
  const types = new Map(
    guideline.facts.flatMap(({ key, type }) =>
      type.kind === "code" ? [[key, { ...type, mentioned: mentioned.get(key) ?? [] }] as const] : [],
    ),
  );
  const number = (expression: Expression): Expression => mapTests(expression, (test) => numbered(test, mentioned));
  return {
    ...guideline,
    scope: guideline.scope && number(guideline.scope),
    facts: guideline.facts.map((fact) => ({ ...fact, type: types.get(fact.key) ?? fact.type })),
    definitions: guideline.definitions.map((definition) => ({
      ...definition,
      criterion: number(definition.criterion),
    })),
    examples: guideline.examples.map((example) => ({
      ...example,
      entries: example.entries.map((entry) => renumbered(entry, types)),
    })),
    recommendations: guideline.recommendations.map((recommendation) => ({
      ...recommendation,
      criterion: number(recommendation.criterion),
    })),
  };
}

/** A code in an example is read before it is known which codes the guideline mentions. */
function renumbered(entry: ExampleEntry, types: ReadonlyMap<string, FactType>): ExampleEntry {
  const type = types.get(entry.fact);
  const read = type && entry.parts.length > 0 ? readValue(entry.value, type) : null;
  return read && "parts" in read ? { ...entry, parts: read.parts } : entry;
}

function mentions(guideline: Guideline): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const collect = (test: Test): Test => {
    if (test.kind === "in" && test.codes)
      found.set(test.fact, [...new Set([...(found.get(test.fact) ?? []), ...test.codes.among])]);
    return test;
  };
  const all = [
    guideline.scope,
    ...guideline.definitions.map((each) => each.criterion),
    ...guideline.recommendations.map((each) => each.criterion),
  ];
  for (const expression of all) if (expression) mapTests(expression, collect);
  return found;
}

function numbered(test: Test, mentioned: ReadonlyMap<string, readonly string[]>): Test {
  if (test.kind !== "in" || !test.codes) return test;
  const all = mentioned.get(test.fact) ?? [];
  const points = test.codes.among.map((code) => all.indexOf(code)).toSorted((a, b) => a - b);
  return { ...test, ranges: test.codes.except ? allBut(points) : points.map((point) => ({ low: point, high: point })) };
}

function mapTests(expression: Expression, change: (test: Test) => Test): Expression {
  const map = (inner: Expression): Expression => mapTests(inner, change);
  switch (expression.kind) {
    case "test":
      return { ...expression, test: change(expression.test) };
    case "criterion":
    case "list test":
      return expression;
    case "not":
      return { ...expression, operand: map(expression.operand) };
    case "qualified":
      return {
        ...expression,
        criterion: map(expression.criterion),
        waivers: expression.waivers.map(map),
        exceptions: expression.exceptions.map(map),
      };
    default:
      return { ...expression, operands: expression.operands.map(map) };
  }
}
