import { type FactType, type LiteralType, readDecimal, trialResponses, type Unit } from "../../semantics/index.ts";
import type { Completion, Proposal } from "./completion.ts";
import { sitesOf } from "./sites.ts";
import { from, isSpaced, propose, type Typing } from "./typing.ts";
import { unitsLike } from "./units.ts";

/** What may be typed for a literal of a test: an option, a date, an amount, then its unit. */
export function literalValues(typing: Typing, type: LiteralType): readonly Completion[] {
  switch (type.kind) {
    case "choice":
      return propose(typing, type.options.map(value));
    case "date":
      return propose(typing, [date]);
    case "number":
      return [...propose(typing, type.unit ? amounts(type.unit) : [bareNumber]), ...unitsAfter(typing, type.unit)];
    case "code":
      return [];
  }
}

const date: Proposal = {
  label: "2024-01-31",
  kind: "value",
  insert: "${1:2024-01-31}",
  snippet: true,
  detail: "year, month and day",
};

const bareNumber: Proposal = { label: "a number", kind: "value", insert: "${1:2}", snippet: true };

function amounts(unit: Unit | null): readonly Proposal[] {
  return unitsLike(unit).map(({ word }) => amount(word));
}

const amount = (word: string): Proposal => ({
  label: `… ${word}`,
  kind: "value",
  insert: `\${1:6} ${word}`,
  snippet: true,
});

function unitsAfter(typing: Typing, unit: Unit | null): readonly Completion[] {
  const [first] = typing.words;
  if (!first || readDecimal(first.text) === null) return [];
  const rest = from(typing, 1);
  return rest.words.length > 0 || isSpaced(typing) ? propose(rest, unitProposals(unit)) : [];
}

function unitProposals(unit: Unit | null): readonly Proposal[] {
  return unitsLike(unit).map(({ word, ucum }) => ({ label: word, kind: "unit", detail: `UCUM ${ucum}` }));
}

/** What an example may say of a fact. */
export function enteredValues(type: FactType, orNone: boolean): readonly Proposal[] {
  return [...typedValues(type), ...(orNone ? [value("none")] : []), value("not documented")];
}

const value = (label: string): Proposal => ({ label, kind: "value" });

function typedValues(type: FactType): readonly Proposal[] {
  switch (type.kind) {
    case "yes or no":
      return [value("yes"), value("no")];
    case "one of":
      return type.options.map(value);
    case "body site":
      return sitesOf(type.regions).map(value);
    case "scale":
      return type.grades.map(value);
    case "treatment trial":
      return [...trialResponses.map(value), ...trialResponses.slice(0, 3).map(responseAfter)];
    case "number":
    case "calculated":
      return amounts(type.unit);
    case "age":
      return [amount("years")];
    case "date":
      return [date];
    case "whole number":
    case "code":
      return [];
  }
}

const responseAfter = (response: string): Proposal => ({
  label: `${response} after … weeks`,
  kind: "value",
  insert: `${response} after \${1:6} weeks`,
  snippet: true,
});

export function unitsAfterNumber(typing: Typing, type: FactType): readonly Completion[] {
  if (type.kind === "number" || type.kind === "calculated") return unitsAfter(typing, type.unit);
  if (type.kind === "age") return unitsAfter(typing, { word: "years", ucum: "a" });
  if (type.kind !== "treatment trial") return [];
  const at = typing.words.findIndex(({ text }) => readDecimal(text) !== null);
  const time = [
    { word: "days", ucum: "d" },
    { word: "months", ucum: "mo" },
  ];
  return at < 0 ? [] : time.flatMap((unit) => unitsAfter(from(typing, at), unit));
}
