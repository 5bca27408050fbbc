import { type Anchor, type Fact, HIGHEST, LOWEST, NONE, type TimeWindow } from "../../dsl/index.ts";
import { between, domainOf, one, union, type ValueSet } from "../values/index.ts";
import type { Quantity, QuantityPart } from "./ir.ts";

/** What a fact is known to be by the record itself: the values of the quantity `documentation`. */
export const documented = { present: 0, absent: 1, nothing: 2 } as const;

/** A quantity of one fact. The fact's own value keeps the fact's name; every other part says which it is. */
export function quantityOf(fact: Fact, part: QuantityPart, anchor?: Anchor): Quantity {
  return {
    id: quantityId(fact.key, part, anchor),
    fact: fact.key,
    part,
    ...(anchor === undefined ? {} : { anchor }),
    type: fact.type,
    domain: domainOfQuantity(fact, part),
  };
}

/** `strengthening program · days within 6 months before request date` */
export function windowQuantity(fact: Fact, count: "days" | "months", window: TimeWindow): Quantity {
  const part = `${count} in window` as const;
  return { ...quantityOf(fact, part), id: `${fact.key} · ${count} ${windowInWords(window)}`, window };
}

/** `within 6 months before request date` */
export function windowInWords({ amount, unit, anchor }: TimeWindow): string {
  return `within ${amount} ${amount === 1 ? unit.slice(0, -1) : unit} before ${anchor}`;
}

function quantityId(fact: string, part: QuantityPart, anchor?: Anchor): string {
  if (part === "value") return fact;
  return `${fact} · ${anchor === undefined ? part : part.replace("anchor", anchor)}`;
}

function domainOfQuantity(fact: Fact, part: QuantityPart): ValueSet {
  switch (part) {
    case "documentation":
      return between(documented.present, documented.nothing);
    case "undocumented":
      return between(0, 1);
    case "days from anchor":
    case "half months from anchor":
      return union(fact.orNone ? one(NONE) : [], between(LOWEST, HIGHEST));
    case "days in window":
    case "months in window":
      return union(fact.orNone ? one(NONE) : [], between(0, HIGHEST));
    default:
      return domainOf(fact.type, part, fact.orNone);
  }
}
