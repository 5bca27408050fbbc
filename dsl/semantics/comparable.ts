import { nameKey } from "./names.ts";
import type { Aspect } from "./model.ts";
import type { FactType } from "./types.ts";

/** Why values of the two types can never be the same, as the end of a sentence; `null` when they can. */
export function comparedAs(one: FactType, other: FactType, aspect: Aspect): string | null {
  if (aspect === "region") return sharingRegion(one, other);
  if (one.kind !== other.kind) return `one is ${inWords(one)}, the other ${inWords(other)}`;
  if (one.kind === "treatment trial") return "a treatment trial has no single value";
  if (aspect === "value") return differing(one, other);
  return one.kind === "body site" ? null : `only a body site has a ${aspect}`;
}

function differing(one: FactType, other: FactType): string | null {
  if (one.kind === "one of" && other.kind === "one of") return sharesValue(one, other) ? null : "they share no value";
  if (one.kind === "body site" && other.kind === "body site")
    return sharesName(one.regions, other.regions) ? null : "they share no region";
  if (one.kind === "number" && other.kind === "number")
    return one.unit?.ucum === other.unit?.ucum ? null : `one is in ${unitOf(one)}, the other in ${unitOf(other)}`;
  if (one.kind === "scale" && other.kind === "scale")
    return one.scale === other.scale ? null : `one is a grade of ${one.scale}, the other of ${other.scale}`;
  if (one.kind === "code" && other.kind === "code")
    return one.system === other.system ? null : `one is a code of ${one.system}, the other of ${other.system}`;
  return null;
}

/** A choice may name the region of a body site. */
function sharingRegion(one: FactType, other: FactType): string | null {
  if (one.kind !== "body site" && other.kind !== "body site") return "neither is a body site";
  const [own, others] = [placesOf(one), placesOf(other)];
  if (own === null || others === null) return `one is ${inWords(one)}, the other ${inWords(other)}`;
  return sharesName(own, others) ? null : "they share no region";
}

function placesOf(type: FactType): readonly string[] | null {
  if (type.kind === "body site") return type.regions;
  return type.kind === "one of" ? type.options : null;
}

type Choice = FactType & { readonly kind: "one of" };

function sharesValue({ options }: Choice, other: Choice): boolean {
  return sharesName(options, other.options);
}

function sharesName(names: readonly string[], others: readonly string[]): boolean {
  const keys = new Set(names.map(nameKey));
  return others.some((name) => name !== "none" && keys.has(nameKey(name)));
}

const unitOf = ({ unit }: FactType & { readonly kind: "number" }): string => unit?.word ?? "no unit";

function inWords({ kind }: FactType): string {
  const words: Readonly<Partial<Record<FactType["kind"], string>>> = {
    "yes or no": "answered yes or no",
    "one of": "a choice",
    age: "an age",
  };
  return words[kind] ?? `a ${kind}`;
}
