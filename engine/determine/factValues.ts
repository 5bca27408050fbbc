import { type Fact, HIGHEST } from "../../dsl/index.ts";
import { type Quantity, windowInWords } from "../ir/index.ts";
import { daysOfWindow, type ValueSet } from "../values/index.ts";
import { valuesInWords } from "../words/index.ts";
import { anchoredInWords } from "./anchoredDates.ts";
import { factOf, type Scene } from "./scene.ts";

/** What one fact is or has to be, in one or more of its quantities. */
export interface FactValues {
  readonly fact: Fact;
  readonly parts: readonly { readonly quantity: Quantity; readonly values: ValueSet }[];
}

/** Quantities of one fact together, in the order in which the facts come first. */
export function byFact(
  of: Scene,
  all: readonly { readonly quantity: string; readonly values: ValueSet }[],
): readonly FactValues[] {
  const facts: { readonly fact: Fact; readonly parts: FactValues["parts"][number][] }[] = [];
  for (const { quantity: id, values } of all) {
    const [quantity, fact] = [of.quantities.get(id), factOf(of, id)];
    if (quantity === undefined || fact === null) continue;
    const known = facts.find((one) => one.fact === fact);
    if (known === undefined) facts.push({ fact, parts: [{ quantity, values }] });
    else known.parts.push({ quantity, values });
  }
  return facts;
}

/** The values of a quantity in words, dates by those of the case. */
export function saidOf(of: Scene, { quantity, values }: FactValues["parts"][number]): string {
  if (quantity.anchor !== undefined) return anchoredInWords(of, quantity, values);
  if (quantity.window === undefined) return valuesInWords(values, quantity);
  const all = daysOfWindow(quantity.window, of.dates);
  const open = values.map(({ low, high }) => ({ low, high: high >= all.high - all.low ? HIGHEST : high }));
  return `${valuesInWords(open, quantity)} ${windowInWords(quantity.window).replace("before ", "before the ")}`;
}
