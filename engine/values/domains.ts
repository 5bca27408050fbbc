import {
  codeDomain,
  type FactType,
  HIGHEST,
  LOWEST,
  NONE,
  type Part,
  siteDomain,
  trialResponses,
} from "../../dsl/index.ts";
import { once } from "./once.ts";
import { between, normalise, one, union, type ValueSet } from "./valueSet.ts";

/** The oldest age a case may state, in completed years. */
const oldestAge = 150;

/** Every value a part of a fact can have; only a fact declared `or none` may be `none`. */
export function domainOf(type: FactType, part: Part, orNone: boolean): ValueSet {
  const { known } = domainsOf(type);
  const key = orNone ? `${part} or none` : part;
  const domain = known.get(key) ?? madeDomain(type, part, orNone);
  known.set(key, domain);
  return domain;
}

/** Every value that a case states is held against them. */
const domainsOf = once((_type: FactType) => ({ known: new Map<string, ValueSet>() }));

function madeDomain(type: FactType, part: Part, orNone: boolean): ValueSet {
  const values = part === "value" ? domainOfValue(type) : domainOfTrialPart(part);
  return orNone ? union(one(NONE), values) : values;
}

function domainOfTrialPart(part: Exclude<Part, "value">): ValueSet {
  if (part === "response") return between(0, trialResponses.length - 1);
  return part === "first day" || part === "last day" ? between(LOWEST, HIGHEST) : between(0, HIGHEST);
}

function domainOfValue(type: FactType): ValueSet {
  switch (type.kind) {
    case "yes or no":
      return between(0, 1);
    case "one of":
      return between(0, type.options.length - 1);
    case "scale":
      return between(0, type.grades.length - 1);
    case "body site":
      return normalise(siteDomain(type.regions));
    case "code":
      return [codeDomain(type.system)];
    case "age":
      return between(0, oldestAge);
    case "whole number":
      return between(0, HIGHEST);
    case "number":
    case "calculated":
    case "date":
      return between(LOWEST, HIGHEST);
    case "treatment trial":
      return domainOfTrialPart("response");
  }
}
