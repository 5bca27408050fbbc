import { nameKey } from "./names.ts";
import type { Aspect } from "./model.ts";
import type { FactType } from "./types.ts";

/** Why values of the two types can never be the same, as the end of a sentence; `null` when they can. */
export function comparedAs(one: FactType, other: FactType, aspect: Aspect): string | null {
  if (one.kind !== other.kind) return `one is ${inWords(one)}, the other ${inWords(other)}`;
  if (one.kind === "treatment trial") return "a treatment trial has no single value";
  return aspect === "value" ? differing(one, other) : null;
}

function differing(one: FactType, other: FactType): string | null {
  if (one.kind === "one of" && other.kind === "one of") return sharesValue(one, other) ? null : "they share no value";
  if (one.kind === "number" && other.kind === "number")
    return one.unit?.ucum === other.unit?.ucum ? null : `one is in ${unitOf(one)}, the other in ${unitOf(other)}`;
  if (one.kind === "scale" && other.kind === "scale")
    return one.scale === other.scale ? null : `one is a grade of ${one.scale}, the other of ${other.scale}`;
  if (one.kind === "code" && other.kind === "code")
    return one.system === other.system ? null : `one is a code of ${one.system}, the other of ${other.system}`;
  return null;
}

type Choice = FactType & { readonly kind: "one of" };

function sharesValue({ options }: Choice, other: Choice): boolean {
  const keys = new Set(options.map(nameKey));
  return other.options.some((option) => option !== "none" && keys.has(nameKey(option)));
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
