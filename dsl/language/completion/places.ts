import {
  dateField,
  type Environment,
  type FactType,
  type ListShape,
  type Named,
  operators,
  readDecimal,
  readUnit,
  type Unit,
  wordsText,
} from "../../semantics/index.ts";
import { describeType } from "../describe/index.ts";
import type { Proposal } from "./completion.ts";
import { type Choice, either, oneOf, rarely, said, type Step } from "./steps.ts";
import { propose } from "./typing.ts";
import { unitsLike } from "./units.ts";

export type ListName = Named & { readonly kind: "list" | "subset" };
export type FactName = Named & { readonly kind: "fact" | "calculated" };

export const lists = ({ names }: Environment): readonly ListName[] =>
  [...names.values()].filter((named) => named.kind === "list" || named.kind === "subset");

export const schedules = ({ names }: Environment): readonly Choice[] =>
  [...names.values()].flatMap((named) =>
    named.kind === "table" && named.form === "schedule"
      ? [{ label: named.name, kind: "definition", detail: "schedule" } as const]
      : [],
  );

export function choiceOf(named: FactName): Choice {
  return { label: named.name, kind: named.kind === "fact" ? "fact" : "definition", detail: describeType(named.type) };
}

export const nameOf = (named: ListName): Step =>
  oneOf([{ label: named.name, kind: named.kind === "list" ? "fact" : "definition", detail: "list" }]);

export const fieldsOf = (list: ListShape, fits: (type: FactType) => boolean = () => true): Step =>
  oneOf(list.fields.filter(({ type }) => fits(type)).map(choiceOf));

export const isDated = ({ list }: ListName): boolean => dateField(list) !== null;

const bounds: ReadonlySet<string> = new Set(["at least", "more than", "at most", "less than"]);
const usual: ReadonlySet<string> = new Set(["at least", "no more than", "more than", "less than"]);

/** `at least`, `no more than`: every spelling of a bound that stands before its amount, the usual ones offered first. */
export const bound: Step = either(
  ...operators.flatMap(({ id, takes, patterns, help }) =>
    takes === "ordered" && bounds.has(id)
      ? patterns
          .filter((pattern) => pattern.endsWith(" {a}"))
          .map((pattern) => pattern.slice(0, -4))
          .map((words) => [usual.has(words) ? said(words, help) : rarely(words, help)])
      : [],
  ),
);

/** `6`, `2.5`, `two` */
export const number: Step = {
  kind: "place",
  takes: ([first, ...more]) => first !== undefined && more.length === 0 && readDecimal(first.text) !== null,
  offers: () => [],
};

/** A unit, as it may be written after a number. */
export function unit(units: readonly string[]): Step {
  const proposals = units.map((label): Proposal => ({ label, kind: "unit" }));
  return {
    kind: "place",
    takes: (words) => words.length > 0 && readUnit(wordsText(words)) !== null,
    offers: (typing) => propose(typing, proposals),
  };
}

/** `6 weeks` and nothing before it is typed: the whole, with its number to fill in. */
export function amountIn(units: readonly string[]): readonly Step[] {
  const proposals = units.map(
    (word): Proposal => ({ label: `… ${word}`, kind: "value", insert: `\${1:6} ${word}`, snippet: true }),
  );
  const whole: Step = {
    kind: "place",
    takes: () => false,
    offers: (typing) => (typing.words.length === 0 ? propose(typing, proposals) : []),
  };
  return [either([whole], [number, unit(units)])];
}

export const timeUnits: readonly string[] = ["days", "weeks", "months", "years"];

export const unitWords = (of: Unit | null): readonly string[] => unitsLike(of).map(({ word }) => word);
