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
import { entriesInWords, entriesKey } from "./entryWords.ts";
import type { QuantityPart } from "./ir.ts";
import { windowInWords } from "./quantities.ts";

/** The reduced value of a list as a fact: named in the author's words, asking of its entries what the list needs. */
export function reducedFact(guideline: Guideline, list: List, test: ListTest): Fact {
  const { reduce, where } = test;
  const key = nameOf(list, reduce, entriesKey(guideline, list, where));
  return {
    name: nameOf(list, reduce, entriesInWords(guideline, list, where)),
    key: "count" in reduce ? `${key} in ${reduce.count}` : key,
    type: typeOf(list, test.reduce),
    askedFor: null,
    orNone: ["field", "since latest", "change"].includes(test.reduce.kind),
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

/** `entries`: those that count, in words. */
function nameOf(list: List, reduce: Reduction, entries: string): string {
  switch (reduce.kind) {
    case "count":
      return `${counted(reduce)} ${entries}${stretch(reduce)}`;
    case "longest run":
      return `longest run of ${entries}${reduce.within === null ? "" : ` ${windowInWords(reduce.within)}`}`;
    case "different":
      return `number of different ${plural(fieldName(list, reduce.field))} of ${entries}`;
    case "field":
      return `${fieldName(list, reduce.field)} of the ${reduce.of} ${entries}`;
    case "change":
      return `${reduce.measure === "percent" ? "percentage" : "amount"} by which ${fieldName(list, reduce.field)} of the latest ${entries} ${reduce.way} from the ${reduce.since}`;
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

const plural = (name: string): string => (/[^s]$/.test(name) ? `${name}s` : name);

const fieldName = (list: List, key: string): string => list.fields.find((field) => field.key === key)?.name ?? key;

function typeOf(list: List, reduce: Reduction): FactType {
  if (reduce.kind === "field")
    return list.fields.find(({ key }) => key === reduce.field)?.type ?? { kind: "whole number" };
  if (reduce.kind === "change") return typeOfChange(list, reduce);
  return { kind: "whole number" };
}

function typeOfChange(list: List, { field, measure }: Extract<Reduction, { kind: "change" }>): FactType {
  if (measure === "percent") return { kind: "calculated", unit: { word: "%", ucum: "%" }, decimals: 6 };
  const type = list.fields.find(({ key }) => key === field)?.type;
  if (type?.kind !== "number") return { kind: "calculated", unit: null, decimals: 0 };
  return { kind: "calculated", unit: type.unit, decimals: type.decimals };
}
