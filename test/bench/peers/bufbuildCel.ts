import { celEnv, parse, plan } from "@bufbuild/cel";
import type { BenchRule, Implementation } from "../rules/index.ts";
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

/** Expressions are parsed and planned once. */
export function bufbuildCel(rules: readonly BenchRule[]): Implementation {
  const environment = celEnv();
  return twice(rules, (sure) => plan(environment, parse(infix(sure, spelling))), withNulls);
}
