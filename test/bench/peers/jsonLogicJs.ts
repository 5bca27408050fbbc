import jsonLogicJsModule from "json-logic-js";
import type { BenchRule, Implementation } from "../rules/index.ts";
import { jsonLogic } from "./jsonLogic.ts";
import { twice } from "./twice.ts";

/** It has nothing to compile: `apply` walks the condition each time. It takes `undefined` for null. */
export function jsonLogicJs(rules: readonly BenchRule[]): Implementation {
  return twice(
    rules,
    (sure) => {
      const condition = jsonLogic(sure);
      return (values: object) => jsonLogicJsModule.apply(condition, values);
    },
    (values) => values,
  );
}
