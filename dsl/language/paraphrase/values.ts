import { Temporal } from "temporal-polyfill";
import { type FactType, NONE, type Part, trialResponses } from "../../semantics/index.ts";

/** A scaled value as an author writes it: `55.5 mmHg`, `2014-05-14`, `4+`, `injection`; `null` for one that has no spelling. */
export function valueText(value: number, type: FactType, part: Part): string | null {
  if (part === "response") return trialResponses[value] ?? null;
  if (part !== "value") return durationText(value, part);
  if (value === NONE) return "none";
  switch (type.kind) {
    case "yes or no":
      return value === 1 ? "yes" : value === 0 ? "no" : null;
    case "one of":
      return type.options[value] ?? null;
    case "scale":
      return type.grades[value] ?? null;
    case "number":
      return withUnit(decimalText(value, type.decimals), type.unit?.word ?? null);
    case "whole number":
      return String(value);
    case "age":
      return `${value} years`;
    case "date":
      return Math.abs(value) > mostDays ? null : Temporal.PlainDate.from("1970-01-01").add({ days: value }).toString();
    case "calculated":
    case "code":
    case "body site":
    case "treatment trial":
      return null;
  }
}

/** No date that anybody writes is further from 1970. */
const mostDays = 700_000;

/** Weeks where they are whole. */
function durationText(value: number, part: Part): string | null {
  if (part === "duration in months") return `${value} months`;
  if (part !== "duration in days") return null;
  return value > 0 && value % 7 === 0 ? `${value / 7} weeks` : `${value} days`;
}

const withUnit = (amount: string, unit: string | null): string =>
  unit === null ? amount : `${amount} ${amount === "1" && unit === "points" ? "point" : unit}`;

/** `555` with one decimal is `55.5`. */
function decimalText(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, "0");
  const [whole, fraction] = [digits.slice(0, digits.length - decimals), digits.slice(digits.length - decimals)];
  const said = fraction.replace(/0+$/, "");
  return `${value < 0 ? "-" : ""}${whole}${said === "" ? "" : `.${said}`}`;
}
