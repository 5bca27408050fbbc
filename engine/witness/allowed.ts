import { type Fact, type FactType, HIGHEST, LOWEST, nameKey, NONE, type Range } from "../../dsl/index.ts";
import { documented, type Quantity } from "../ir/index.ts";
import {
  addMonths,
  type Case,
  domainOf,
  holds,
  intersect,
  normalise,
  one,
  subtract,
  union,
  type ValueSet,
} from "../values/index.ts";
import { dayOf } from "./draft.ts";
import type { Ask, Subject } from "./posed.ts";

/** The values that a fact may be stated to have, each by itself. */
export interface Allowed {
  readonly fact: Fact;
  readonly values: ValueSet;
  /** Whether no other value can do: some guidelines read values in ways that cannot be carried over. */
  readonly exact: boolean;
}

/** Of what is wanted of the fact itself, as the guideline reads it that records it most finely. */
export function allowedValues({ declared, asks }: Subject, dates: Case["dates"]): Allowed {
  const [{ fact } = unstated(), ...others] = declared.toSorted((a, b) => decimalsOf(b.fact) - decimalsOf(a.fact));
  const typeIn = (part: number): FactType => declared.find((each) => each.part === part)?.fact.type ?? fact.type;
  const sets = [
    ...others.map((other) => ({
      type: other.fact.type,
      values: domainOf(other.fact.type, "value", other.fact.orNone),
    })),
    ...asks.flatMap((ask) => wantedOf(ask, dates).map((values) => ({ type: typeIn(ask.part), values }))),
  ].map(({ type, values }) => carriedOver(values, type, fact.type));
  const domain = domainOf(fact.type, "value", fact.orNone);
  const values = sets.reduce<ValueSet>((left, set) => (set === null ? left : intersect(left, set)), domain);
  return { fact, values, exact: sets.every((set) => set !== null) };
}

function unstated(): never {
  throw new Error("Every subject is declared by one of the guidelines");
}

const decimalsOf = ({ type }: Fact): number => (type.kind === "number" ? type.decimals : 0);

/** What one ask leaves of the fact's own values; nothing is said by asks about parts of a trial. */
function wantedOf({ quantity, values }: Ask, dates: Case["dates"]): readonly ValueSet[] {
  const wanted = values === null ? null : asValues(quantity, values, dates);
  return wanted === null ? [] : [wanted];
}

/** A test of a quantity as a test of the values of its fact; `null` for parts of a trial, and for whether it is documented. */
export function asValues(
  { part, anchor: from }: Pick<Quantity, "part" | "anchor">,
  values: ValueSet,
  dates: Case["dates"],
): ValueSet | null {
  const anchor = from === undefined ? null : dayOf(dates, from);
  switch (part) {
    case "value":
      return values;
    case "documentation":
      return union(holds(values, documented.present) ? one(1) : [], holds(values, documented.absent) ? absent : []);
    case "days from anchor":
      return anchor === null ? null : moved(values, (range) => daysAway(range, anchor));
    case "half months from anchor":
      return anchor === null ? null : moved(values, (range) => halfMonthsAway(range, anchor));
    default:
      return null;
  }
}

const absent: ValueSet = [...one(NONE), ...one(0)];

/** `none` stays what it is, and open ends stay open. */
function moved(values: ValueSet, move: (range: Range) => Range): ValueSet {
  return union(holds(values, NONE) ? one(NONE) : [], normalise(subtract(values, one(NONE)).map(move)));
}

const daysAway = ({ low, high }: Range, anchor: number): Range => ({
  low: low <= LOWEST ? LOWEST : anchor + low,
  high: high >= HIGHEST ? HIGHEST : anchor + high,
});

/** 2k are exactly k calendar months, 2k + 1 lies between k and k + 1. */
const halfMonthsAway = ({ low, high }: Range, anchor: number): Range => ({
  low: low <= LOWEST ? LOWEST : addMonths(anchor, Math.floor(low / 2)) + (isOdd(low) ? 1 : 0),
  high: high >= HIGHEST ? HIGHEST : addMonths(anchor, Math.ceil(high / 2)) - (isOdd(high) ? 1 : 0),
});

const isOdd = (half: number): boolean => Math.abs(half % 2) === 1;

/** Values of one type as those of another; `null` where they are not known to be the same. */
function carriedOver(values: ValueSet, from: FactType, to: FactType): ValueSet | null {
  if (JSON.stringify(from) === JSON.stringify(to)) return values;
  if (from.kind === "number" && to.kind === "number" && from.unit?.ucum === to.unit?.ucum)
    return finer(values, 10 ** (to.decimals - from.decimals));
  const [names, others] = [namesOf(from), namesOf(to)];
  if (names === null || others === null) return null;
  return union(
    ...others.map((name, at) => (holds(values, names.indexOf(name)) ? one(at) : [])),
    holds(values, NONE) ? one(NONE) : [],
  );
}

function finer(values: ValueSet, factor: number): ValueSet {
  const scaled = (end: number): number => (Math.abs(end) >= HIGHEST ? end : end * factor);
  return values.map(({ low, high }) => ({ low: scaled(low), high: scaled(high) }));
}

/** `null` for types whose values have no names of the author's. */
function namesOf(type: FactType): readonly string[] | null {
  if (type.kind === "one of") return type.options.map(nameKey);
  return type.kind === "scale" ? type.grades.map(nameKey) : null;
}
