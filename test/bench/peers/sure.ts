import { benchFacts, type BenchRule, type BenchTest } from "../rules/index.ts";

/** Two-valued: true only where the facts that are documented make sure of it. */
export type Sure =
  | (BenchTest & {
      /** Whether the test is to come out true, or false; either needs the fact to be documented. */
      readonly wanted: boolean;
    })
  | { readonly kind: "all" | "any"; readonly operands: readonly Sure[] }
  | { readonly kind: "at least"; readonly count: number; readonly operands: readonly Sure[] };

/**
 * For engines without a third answer a rule becomes two: when it is surely met, and when it is surely not met. NOT goes down
 * to the tests.
 */
export function sure(rule: BenchRule, wanted: boolean): Sure {
  switch (rule.kind) {
    case "test":
      return { ...rule, wanted };
    case "not":
      return sure(rule.operand, !wanted);
    case "at least": {
      const count = wanted ? rule.count : rule.operands.length - rule.count + 1;
      return { kind: "at least", count, operands: rule.operands.map((operand) => sure(operand, wanted)) };
    }
    case "all":
    case "any":
      return {
        kind: (rule.kind === "all") === wanted ? "all" : "any",
        operands: rule.operands.map((operand) => sure(operand, wanted)),
      };
  }
}

export type SureTest = Extract<Sure, { readonly kind: "test" }>;

export interface Comparison {
  readonly operator: "==" | "!=" | ">=" | "<" | "<=" | ">";
  readonly value: number;
}

/** What has to hold for a test to come out surely as wanted. */
export interface Asked {
  /** To be asked as well: an order or a difference says nothing about what is not documented. */
  readonly documented: boolean;
  readonly joined: "all" | "any";
  readonly comparisons: readonly Comparison[];
}

/** A comparison is turned round where it is to come out false: `at least 6` is then below 6, and not yes is no. */
export function askedBy({ fact, asks, values, wanted }: SureTest): Asked {
  const [bound] = values;
  const one = (operator: Comparison["operator"]): Asked => ({
    documented: true,
    joined: "all",
    comparisons: [{ operator, value: bound }],
  });
  switch (asks) {
    case "at least":
      return one(wanted ? ">=" : "<");
    case "at most":
      return one(wanted ? "<=" : ">");
    case "is one of":
      return wanted ? oneOf(values) : otherThan(fact, values);
  }
}

/** Being equal to a value is being documented. */
function oneOf(values: readonly number[]): Asked {
  return { documented: false, joined: "any", comparisons: values.map((value) => ({ operator: "==", value })) };
}

/** The other options where they are few, otherwise none of these. */
function otherThan(fact: string, values: readonly number[]): Asked {
  const highest = benchFacts.find(({ name }) => name === fact)?.highest ?? 0;
  const others = Array.from({ length: highest + 1 }, (_, value) => value).filter((value) => !values.includes(value));
  if (others.length <= values.length + 1) return oneOf(others);
  return { documented: true, joined: "all", comparisons: values.map((value) => ({ operator: "!=", value })) };
}
