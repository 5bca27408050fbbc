import type { FactType } from "../../semantics/index.ts";

/** A type as its author would write it, short enough for one line: `number in mmHg, to 0.1`. */
export function describeType(type: FactType): string {
  switch (type.kind) {
    case "yes or no":
    case "whole number":
    case "date":
    case "treatment trial":
      return type.kind;
    case "one of":
      return `one of ${type.options.join(", ")}`;
    case "number":
    case "calculated":
      return `${type.kind === "calculated" ? "calculated " : ""}number${type.unit ? ` in ${type.unit.word}` : ""}${precision(type.decimals)}`;
    case "age":
      return `age at ${type.at}`;
    case "scale":
      return `${type.scale}: ${type.grades.join(", ")}`;
    case "body site":
      return `body site in ${type.regions.join(", ")}`;
    case "code":
      return `${type.system} code`;
  }
}

const precision = (decimals: number): string => (decimals === 0 ? "" : `, to 0.${"0".repeat(decimals - 1)}1`);
