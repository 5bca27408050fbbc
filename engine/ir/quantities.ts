import { type Anchor, type Fact, HIGHEST, LOWEST, NONE } from "../../dsl/index.ts";
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

export function quantityId(fact: string, part: QuantityPart, anchor?: Anchor): string {
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
    default:
      return domainOf(fact.type, part, fact.orNone);
  }
}
