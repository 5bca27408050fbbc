import { LogicEngine } from "json-logic-engine";
import type { BenchRule, Implementation } from "../rules/index.ts";
import { jsonLogic } from "./jsonLogic.ts";
import { type Condition, twice } from "./twice.ts";

/** Conditions are compiled with `build`, as its documentation says for hot paths; it takes `undefined` for null. */
export function jsonLogicEngine(rules: readonly BenchRule[]): Implementation {
  const engine = new LogicEngine();
  return twice(
    rules,
    (sure) => engine.build(jsonLogic(sure)) as Condition<object>, // its types say no more than that it is a function
    (values) => values,
  );
}
