import type { Code, Fact, FactType } from "../../dsl/index.ts";
import type { GuidelineSet, SetGuideline } from "../set/index.ts";

/** What can be asked of a set and what it asks of a case, as plain data: `precept/description/1`. */
export interface SetDescription {
  readonly set: string;
  readonly title: string;
  readonly description: string;
  readonly guidelines: readonly GuidelineDescription[];
}

export interface GuidelineDescription {
  readonly file: string;
  readonly title: string;
  readonly source: { readonly title: string; readonly locator: string | null } | null;
  readonly adoptedBy: readonly string[];
  /** ISO dates, both inclusive; `null` is open. */
  readonly effective: { readonly from: string | null; readonly to: string | null };
  readonly services: readonly { readonly service: string; readonly codes: readonly Code[] }[];
  readonly facts: readonly FactDescription[];
  readonly lists: readonly { readonly list: string; readonly fields: readonly FactDescription[] }[];
}

export interface FactDescription {
  readonly fact: string;
  readonly type: FactType["kind"];
  /** All that may be said of it, where these are a few words. */
  readonly values: readonly string[] | null;
  /** UCUM. */
  readonly unit: string | null;
  /** The published wording. */
  readonly wording: string | null;
  /** What its evidence has to be, a phrase each. */
  readonly needs: readonly string[];
  /** Answered by the request, not by the record. */
  readonly askedFor: boolean;
}

export function describeSet({ name, title, description, guidelines }: GuidelineSet): SetDescription {
  return { set: name, title, description, guidelines: guidelines.map(describeGuideline) };
}

function describeGuideline({ path, guideline }: SetGuideline): GuidelineDescription {
  const { title, source, adoptedBy, effective, services, facts, lists } = guideline;
  return {
    file: path,
    title,
    source,
    adoptedBy,
    effective,
    services: services.flatMap(({ items }) => items.map(({ name, codes }) => ({ service: name, codes }))),
    facts: facts.map(describeFact),
    lists: lists.map((list) => ({ list: list.name, fields: list.fields.map(describeFact) })),
  };
}

function describeFact({ name, type, orNone, needs, wording, askedFor }: Fact): FactDescription {
  return {
    fact: name,
    type: type.kind,
    values: valuesOf(type, orNone),
    unit: type.kind === "number" || type.kind === "calculated" ? (type.unit?.ucum ?? null) : null,
    wording,
    needs: needs.map(({ text }) => text),
    askedFor: askedFor !== null,
  };
}

function valuesOf(type: FactType, orNone: boolean): readonly string[] | null {
  const none = orNone ? ["none"] : [];
  if (type.kind === "yes or no") return ["yes", "no", ...none];
  if (type.kind === "one of") return [...type.options, ...none];
  return type.kind === "scale" ? [...type.grades, ...none] : null;
}
