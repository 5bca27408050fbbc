import type { Completed } from "./completed.ts";
import type { LiteralType } from "./literals.ts";
import type { Part } from "./model.ts";
import type { Takes } from "./operators.ts";
import { type FactType, trialResponses, type Unit } from "./types.ts";

/**
 * A way of asking about a fact: the words that may stand before the operator, what the operator takes, and how its
 * literals are read. `lasted at least 6 weeks` and `failed` are two views of a treatment trial.
 */
export interface View {
  readonly lead: readonly string[];
  readonly takes: Takes;
  readonly part: Part;
  readonly literal: LiteralType;
  /** Whether a bare literal after a lead means exactly it: `is 55 mmHg` does, `lasted 6 weeks` would mean more to most. */
  readonly exact: boolean;
  /** Digits after the point of one step. */
  readonly decimals: number;
  /** Whether values are half steps: of a calculated number. */
  readonly halves?: true;
  /** What is counted in whole units only, whatever lies beyond them. */
  readonly completed?: Completed;
}

const copulas = ["", "is", "was", "are", "were"];
/** An amount is also said `ejection fraction of 35 % or less`, as published criteria have it. */
const amounts = [...copulas, "of", "is of", "was of"];
const lasted = ["lasted", "lasted for", "has lasted", "has lasted for"];
const days: Unit = { word: "days", ucum: "d" };
const months: Unit = { word: "months", ucum: "mo" };

export function viewsOf(type: FactType, name: string): readonly View[] {
  const response = choice("response", trialResponses, `the response of \`${name}\``, [
    "",
    "is",
    "was",
    "were",
    "has",
    "has been",
    "have been",
  ]);
  switch (type.kind) {
    case "yes or no":
    case "body site":
      return [];
    case "one of":
      return [choice("value", type.options, `\`${name}\``, copulas.slice(1))];
    case "scale":
      return [
        { ...choice("value", type.grades, `the scale \`${type.scale}\``, copulas), takes: "ordered" },
        choice("value", type.grades, `the scale \`${type.scale}\``, copulas.slice(1)),
      ];
    case "code":
      return [
        {
          lead: copulas.slice(1),
          takes: "choice",
          part: "value",
          literal: { kind: "code", system: type.system },
          exact: true,
          decimals: 0,
        },
      ];
    case "date":
      return [{ lead: copulas, takes: "ordered", part: "value", literal: { kind: "date" }, exact: true, decimals: 0 }];
    case "number":
      return [amount("value", type.unit, amounts, type.decimals)];
    case "calculated":
      return [{ ...amount("value", type.unit, amounts, type.decimals), halves: true }];
    case "whole number":
      return [amount("value", null, amounts, 0)];
    case "age":
      return [{ ...amount("value", { word: "years", ucum: "a" }, amounts, 0), completed: "years" }];
    case "treatment trial":
      return [
        amount("duration in days", days, lasted, 0),
        { ...amount("duration in months", months, lasted, 0), completed: "months" },
        response,
        { ...response, lead: ["was", "were", "has been", "have been"], takes: "trial" },
      ];
  }
}

function choice(part: Part, options: readonly string[], what: string, lead: readonly string[]): View {
  return { lead, takes: "choice", part, literal: { kind: "choice", options, what }, exact: true, decimals: 0 };
}

function amount(part: Part, unit: Unit | null, lead: readonly string[], decimals: number): View {
  return {
    lead,
    takes: "ordered",
    part,
    literal: { kind: "number", unit, decimals },
    exact: part === "value",
    decimals,
  };
}
