import type { Quantity } from "../../ir/index.ts";
import { type Asking, columnDefinitions } from "./definitions.ts";

/** A column to be read, with a guideline that asks for it. */
export interface Wanted {
  readonly definition: string;
  readonly quantity: Quantity;
  readonly asking: Asking;
}

/** Every column that guidelines ask for, once each, but those that are there already. */
export function wantedBy(asking: readonly Asking[], known: ReadonlyMap<string, unknown>): readonly Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const one of asking) {
    const definitions = columnDefinitions(one);
    for (const quantity of one.program.quantities) {
      const definition = definitions.get(quantity.id) ?? "";
      if (!known.has(definition) && !wanted.has(definition))
        wanted.set(definition, { definition, quantity, asking: one });
    }
  }
  return [...wanted.values()];
}
