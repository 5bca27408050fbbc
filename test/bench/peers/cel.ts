import { infix, type Spelling } from "./infix.ts";

const spelling: Spelling = {
  and: "&&",
  or: "||",
  field: (fact) => fact,
  isDocumented: (fact) => `${fact} != null`,
  number: (value) => `${value}.0`,
  counted: (condition) => `((${condition}) ? 1.0 : 0.0)`,
};

/** A rule in the Common Expression Language. */
export const inCel = (rule: Parameters<typeof infix>[0]): string => infix(rule, spelling);
