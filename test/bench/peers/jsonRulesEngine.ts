import { Engine, type NestedCondition } from "json-rules-engine";
import { z } from "zod";
import type { BenchAnswer, BenchRule, Implementation } from "../rules/index.ts";
import { askedBy, type Comparison, type Sure, sure, type SureTest } from "./sure.ts";
import { withNulls } from "./twice.ts";

const eventSchema = z.object({ type: z.enum(["met", "not met"]), params: z.object({ rule: z.number() }) });

/** All rules are in one engine, each twice, surely met and surely not met; the events of a run are the answer. */
export function jsonRulesEngine(rules: readonly BenchRule[]): Implementation {
  const engine = new Engine();
  for (const [number, rule] of rules.entries())
    for (const wanted of [true, false])
      engine.addRule({
        conditions: { all: [condition(sure(rule, wanted))] },
        event: { type: wanted ? "met" : "not met", params: { rule: number } },
      });
  return {
    async answerAll(values) {
      const answers: BenchAnswer[] = rules.map(() => null);
      const { events } = await engine.run(withNulls(values));
      for (const event of events) {
        const { type, params } = eventSchema.parse(event);
        answers[params.rule] = type === "met";
      }
      return answers;
    },
  };
}

function condition(asked: Sure): NestedCondition {
  switch (asked.kind) {
    case "test":
      return compared(asked);
    case "all":
      return { all: asked.operands.map(condition) };
    case "any":
      return { any: asked.operands.map(condition) };
    case "at least":
      return { any: choices(asked.operands, asked.count).map((all) => ({ all: all.map(condition) })) };
  }
}

const operators: Readonly<Record<Comparison["operator"], string>> = {
  "==": "equal",
  "!=": "notEqual",
  ">=": "greaterThanInclusive",
  "<": "lessThan",
  "<=": "lessThanInclusive",
  ">": "greaterThan",
};

/** Null is in no order to a number, so that only inequality asks for a documented fact besides. */
function compared(asked: SureTest): NestedCondition {
  const { joined, comparisons } = askedBy(asked);
  const conditions = comparisons.map(({ operator, value }) => ({
    fact: asked.fact,
    operator: operators[operator],
    value,
  }));
  const documented = comparisons.some(({ operator }) => operator === "!=");
  if (documented) return { all: [{ fact: asked.fact, operator: "notEqual", value: null }, ...conditions] };
  const [only, ...others] = conditions;
  if (only !== undefined && others.length === 0) return only;
  return joined === "any" ? { any: conditions } : { all: conditions };
}

/** It cannot count: at least 2 of 3 is any of the three pairs. */
function choices<T>(items: readonly T[], count: number): readonly (readonly T[])[] {
  const [first, ...rest] = items;
  if (count === 0) return [[]];
  if (first === undefined) return [];
  return [...choices(rest, count - 1).map((others) => [first, ...others]), ...choices(rest, count)];
}
