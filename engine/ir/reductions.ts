import {
  type Fact,
  type FactType,
  HIGHEST,
  type Guideline,
  type List,
  type ListTest,
  NONE,
  type Reduction,
} from "../../dsl/index.ts";
import { normalise, type ValueSet } from "../values/index.ts";
import type { QuantityPart } from "./ir.ts";
import { windowInWords } from "./quantities.ts";

/** The reduced value of a list as a fact: named in the author's words, asking of its entries what the list needs. */
export function reducedFact(guideline: Guideline, list: List, test: ListTest): Fact {
  const name = nameOf(guideline, list, test);
  const { reduce } = test;
  return {
    name,
    key: "count" in reduce ? `${name} in ${reduce.count}` : name,
    type: typeOf(list, test.reduce),
    askedFor: null,
    orNone: test.reduce.kind === "field" || test.reduce.kind === "since latest",
    needs: list.needs,
    wording: null,
    citation: null,
    notes: [],
    span: list.span,
  };
}

/** A test of a time since the latest entry holds or fails as the author said when there is no entry. */
export function testedValues({ reduce, ranges }: ListTest): ValueSet {
  const none = reduce.kind === "since latest" && reduce.ifNone ? [{ low: NONE, high: NONE }] : [];
  return normalise([...none, ...ranges.map(({ low, high }) => ({ low, high: Math.min(high, HIGHEST) }))]);
}

function nameOf(guideline: Guideline, list: List, { where, reduce }: ListTest): string {
  const entries = entriesInWords(guideline, list, where);
  switch (reduce.kind) {
    case "count":
      return `${counted(reduce)} ${entries}${stretch(reduce)}`;
    case "longest run":
      return `longest run of ${entries}${reduce.within === null ? "" : ` ${windowInWords(reduce.within)}`}`;
    case "different":
      return `different ${fieldName(list, reduce.field)} of ${entries}`;
    case "field":
      return `${fieldName(list, reduce.field)} of the ${reduce.of} ${entries}`;
    case "since latest":
      return reduce.anchor === "request date"
        ? `time since the latest ${entries}`
        : `time between the latest ${entries} and the ${reduce.anchor}`;
  }
}

type Count = Extract<Reduction, { kind: "count" }>;

const counted = ({ within }: Count): string => (within === null ? "count of" : "most");

function stretch({ within, thisOne }: Count): string {
  const time = within === null ? "" : ` in any ${within.amount} ${within.unit}`;
  return thisOne ? `${time}, counting this one` : time;
}

/** The part of the reduced fact that is tested: times are told as times. */
export function partTested({ reduce }: ListTest): QuantityPart {
  switch (reduce.kind) {
    case "field":
      return reduce.part;
    case "longest run":
      return reduce.count === "days" ? "duration in days" : "duration in months";
    case "since latest":
      return reduce.count === "days" ? "days from anchor" : "half months from anchor";
    default:
      return "value";
  }
}

/** `test at rest`, `oxygen test where its breathing is room air` */
function entriesInWords({ subsets }: Guideline, list: List, where: ListTest["where"]): string {
  if (where === null) return list.name;
  if (where.kind === "criterion") return subsets.find(({ key }) => key === where.definition)?.name ?? list.name;
  if (where.kind !== "all") return `${list.name} where ${where.text}`;
  const [first, ...others] = where.operands;
  const named = first?.kind === "criterion" ? subsets.find(({ key }) => key === first.definition)?.name : undefined;
  return named === undefined
    ? `${list.name} where ${where.text}`
    : `${named} where ${others.map(({ text }) => text).join(" AND ")}`;
}

const fieldName = (list: List, key: string): string => list.fields.find((field) => field.key === key)?.name ?? key;

function typeOf(list: List, reduce: Reduction): FactType {
  if (reduce.kind === "field")
    return list.fields.find(({ key }) => key === reduce.field)?.type ?? { kind: "whole number" };
  return { kind: "whole number" };
}
