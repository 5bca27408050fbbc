import type { Fact, Test } from "../../dsl/index.ts";
import { between, normalise, one, type ValueSet } from "../values/index.ts";
import { HIGHEST, LOWEST } from "../../dsl/index.ts";
import type { Quantity } from "./ir.ts";
import { documented, quantityOf, windowQuantity } from "./quantities.ts";

/** `q in S`. */
export interface TestedQuantity {
  readonly quantity: Quantity;
  readonly values: ValueSet;
}

type TestOf<Kind extends Test["kind"]> = Extract<Test, { kind: Kind }>;

/** The quantity that a test of a fact asks about, and the values that satisfy it. */
export function lowerTest(fact: Fact, test: Exclude<Test, { kind: "same" }>): TestedQuantity {
  switch (test.kind) {
    case "in":
      return { quantity: quantityOf(fact, test.part), values: normalise(test.ranges) };
    case "date near anchor":
      return lowerDateNearAnchor(fact, test);
    case "lasted within":
      return { quantity: windowQuantity(fact, test.count, test.window), values: normalise(test.ranges) };
    case "documented":
      return lowerDocumented(fact, test);
  }
}

function lowerDateNearAnchor(fact: Fact, test: TestOf<"date near anchor">): TestedQuantity {
  const byCalendar = test.unit === "months" || test.unit === "years";
  const quantity = quantityOf(fact, byCalendar ? "half months from anchor" : "days from anchor", test.anchor);
  const steps = stepsPerUnit[test.unit];
  return { quantity, values: between(bound(test.from, steps, LOWEST), bound(test.to, steps, HIGHEST)) };
}

/** Days in a day or week, half months in a month or year. */
const stepsPerUnit = { days: 1, weeks: 7, months: 2, years: 24 } as const;

function bound(amount: number | null, steps: number, open: number): number {
  return amount === null ? open : amount * steps;
}

/**
 * `documented as present` and `as absent` ask what documentation the case will have, open while it has none: so neither
 * they nor their NOT are decided by a missing paper. `not documented` asks what it has now, and is always decided.
 */
function lowerDocumented(fact: Fact, test: TestOf<"documented">): TestedQuantity {
  if (test.as === "not documented") return { quantity: quantityOf(fact, "undocumented"), values: one(1) };
  return { quantity: quantityOf(fact, "documentation"), values: one(documented[test.as]) };
}
