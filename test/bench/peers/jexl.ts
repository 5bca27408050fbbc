import jexlModule from "jexl";
import type { BenchRule, Implementation } from "../rules/index.ts";
import { infix, plainNumber, type Spelling } from "./infix.ts";
import { twice } from "./twice.ts";

const spelling: Spelling = {
  and: "&&",
  or: "||",
  field: (fact) => fact,
  isDocumented: (fact) => `${fact} != null`,
  number: plainNumber,
  counted: (condition) => `((${condition}) ? 1 : 0)`,
};

/** Expressions are compiled once and evaluated without promises. It knows no literal `null`: a name it does not find is undefined. */
export function jexl(rules: readonly BenchRule[]): Implementation {
  return twice(
    rules,
    (sure) => {
      const compiled = jexlModule.compile(infix(sure, spelling));
      return (values: object) => compiled.evalSync(values);
    },
    (values) => values,
  );
}
