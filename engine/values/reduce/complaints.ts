import { aCodeOf, type Diagnostic, type Fact, type Span } from "../../../dsl/index.ts";
import { problem } from "../yaml/index.ts";
import type { ReadingProblem } from "./result.ts";

/** A stated value that cannot be read as its fact's type, at its place in the case file. */
export function unreadable(
  file: string,
  fact: Fact,
  found: { readonly problem: ReadingProblem; readonly place: Span | null },
): Diagnostic {
  const place = found.place ?? { start: 0, end: 0 };
  const { code, message, hint, fixes } = found.problem;
  const declared = `\`${fact.name}\` is ${kindOf(fact)}.`;
  return problem(file, code, place, message, { hint: hint === undefined ? declared : `${declared} ${hint}`, fixes });
}

/** The type of a fact as its author declared it. */
function kindOf({ type, orNone }: Fact): string {
  const or = orNone ? " or none" : "";
  switch (type.kind) {
    case "one of":
      return `one of ${type.options.join(", ")}${or}`;
    case "number":
      return `a number${type.unit === null ? "" : ` in ${type.unit.word}`}${precision(type.decimals)}${or}`;
    case "scale":
      return `a grade of the scale ${type.scale}: ${type.grades.join(", ")}${or}`;
    case "code":
      return `${aCodeOf(type.system)}${or}`;
    case "body site":
      return `a body site in ${type.regions.join(", ")}${or}`;
    case "treatment trial":
      return "a treatment trial: `failed after 6 weeks`";
    case "age":
      return "an age: `62 years`, or `born 1951-07`";
    default:
      return `${type.kind === "yes or no" ? "answered yes or no" : `a ${type.kind}`}${or}`;
  }
}

function precision(decimals: number): string {
  return decimals === 0 ? "" : ` to ${(10 ** -decimals).toFixed(decimals)}`;
}
