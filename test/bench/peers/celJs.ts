import { Environment } from "@marcbachmann/cel-js";
import { type BenchRule, benchFacts, type Implementation } from "../rules/index.ts";
import { infix, type Spelling } from "./infix.ts";
import { twice, withNulls } from "./twice.ts";

const spelling: Spelling = {
  and: "&&",
  or: "||",
  field: (fact) => fact,
  isDocumented: (fact) => `${fact} != null`,
  number: (value) => `${value}.0`,
  counted: (condition) => `((${condition}) ? 1.0 : 0.0)`,
};

/** Expressions are parsed once in an environment that knows the facts, as its documentation recommends. */
export function celJs(rules: readonly BenchRule[]): Implementation {
  const environment = new Environment();
  for (const { name } of benchFacts) environment.registerVariable(name, "dyn");
  return twice(rules, (sure) => environment.parse(infix(sure, spelling)), withNulls);
}
