import { Environment } from "@marcbachmann/cel-js";
import { type BenchRule, benchFacts, type Implementation } from "../rules/index.ts";
import { inCel } from "./cel.ts";
import { twice, withNulls } from "./twice.ts";

/** Expressions are parsed once in an environment that knows the facts, as its documentation recommends. */
export function celJs(rules: readonly BenchRule[]): Implementation {
  const environment = new Environment();
  for (const { name } of benchFacts) environment.registerVariable(name, "dyn");
  return twice(rules, (sure) => environment.parse(inCel(sure)), withNulls);
}
