import { UcumLhcUtils } from "@lhncbc/ucum-lhc";
import { type Rational, rational, rationalOfFloat, rationals } from "./rational.ts";

/**
 * What a unit measures and how much of it: an amount times `factor` is in base units. `dimension` has a power for each base
 * (`length`, `mass`, `month` ...), none of them 0. `null` for units that are no multiple of their base: degrees Celsius, pH.
 */
export interface Measure {
  readonly factor: Rational;
  readonly dimension: Dimension;
}

export type Dimension = Readonly<Record<string, number>>;

/** In the order of the vector that ucum-lhc gives each unit. */
const bases = ["length", "time", "mass", "angle", "temperature", "charge", "light"] as const;

/** Molecules in a mole in the tables of ucum-lhc, which count moles; here they are a base of their own. */
const molecules = 6.0221367e23;

const known = new Map<string, Measure | null>();

/** The measure of a UCUM unit (ucum.org) that is valid; `null` for one that is no multiple of its base. */
export function measureOf(ucum: string): Measure | null {
  let measure = known.get(ucum);
  if (measure === undefined) {
    measure = readTerm(tokensOf(ucum), 0)?.measure ?? null;
    known.set(ucum, measure);
  }
  return measure;
}

export const plain: Measure = { factor: rationals.one, dimension: {} };

export function product(a: Measure, b: Measure): Measure {
  return { factor: rationals.times(a.factor, b.factor), dimension: combined(a.dimension, b.dimension, 1) };
}

export function quotient(a: Measure, b: Measure): Measure {
  return { factor: rationals.over(a.factor, b.factor), dimension: combined(a.dimension, b.dimension, -1) };
}

export function sameDimension(a: Dimension, b: Dimension): boolean {
  return Object.keys(combined(a, b, -1)).length === 0;
}

function combined(a: Dimension, b: Dimension, sign: 1 | -1): Dimension {
  const powers = new Map(Object.entries(a));
  for (const [base, power] of Object.entries(b)) powers.set(base, (powers.get(base) ?? 0) + sign * power);
  return Object.fromEntries([...powers].filter(([, power]) => power !== 0));
}

/** `mL`, `/`, `min`, `/`, `{1.73_m2}` of `mL/min/{1.73_m2}` */
function tokensOf(ucum: string): readonly string[] {
  return ucum.match(/[./()]|(?:\[[^\]]*\]|\{[^}]*\}|[^./()[\]{}])+/g) ?? [];
}

interface Read {
  readonly measure: Measure;
  readonly next: number;
}

function readTerm(tokens: readonly string[], from: number): Read | null {
  let measure = plain;
  let at = from;
  while (at < tokens.length && tokens[at] !== ")") {
    const divides = tokens[at] === "/";
    const part = readComponent(tokens, divides || tokens[at] === "." ? at + 1 : at);
    if (!part) return null;
    measure = divides ? quotient(measure, part.measure) : product(measure, part.measure);
    at = part.next;
  }
  return { measure, next: at };
}

function readComponent(tokens: readonly string[], at: number): Read | null {
  if (tokens[at] === "(") {
    const inner = readTerm(tokens, at + 1);
    return inner && { measure: inner.measure, next: inner.next + 1 };
  }
  const token = tokens[at] ?? "";
  const measure = readAtom(token.replaceAll(/\{[^}]*\}/g, ""));
  return measure && { measure: product(measure, perBody(token)), next: at + 1 };
}

/** What is said per `{1.73_m2}` of body surface converts to nothing that is not; other annotations say what is counted. */
function perBody(token: string): Measure {
  const [annotation] = /\{\d[^}]*\}/.exec(token) ?? [];
  return annotation === undefined ? plain : { factor: rationals.one, dimension: { [annotation]: 1 } };
}

/** `kg`, `m2`, `10*3`, `[in_i]2`, `24`; nothing is left of an annotation. */
function readAtom(text: string): Measure | null {
  if (text === "") return plain;
  const ten = /^10[*^]([+-]?\d+)?$/.exec(text);
  if (ten) return { factor: rationals.power(rational(10n), Number(ten[1] ?? 1)), dimension: {} };
  if (/^\d+$/.test(text)) return { factor: rational(BigInt(text)), dimension: {} };
  const [, atom = "", exponent = "1"] = /^(.*?)([+-]?\d+)?$/.exec(text) ?? [];
  const one = atomMeasure(atom);
  return one && power(one, Number(exponent));
}

function power({ factor, dimension }: Measure, exponent: number): Measure {
  return {
    factor: rationals.power(factor, exponent),
    dimension: Object.fromEntries(Object.entries(dimension).map(([base, times]) => [base, times * exponent])),
  };
}

/** Months and years have no fixed length: they are a base of their own (SPEC 7.3). */
const calendar: Readonly<Record<string, bigint>> = { mo: 1n, a: 12n };

function atomMeasure(atom: string): Measure | null {
  const months = Object.hasOwn(calendar, atom) ? calendar[atom] : undefined;
  if (months !== undefined) return { factor: rational(months), dimension: { month: 1 } };
  const { unit } = UcumLhcUtils.getInstance().getSpecifiedUnit(atom, "validate");
  if (!unit) return null;
  const { isSpecial_: special, isArbitrary_: arbitrary, magnitude_: magnitude, dim_: vector } = unit;
  const { moleExp_: moles, equivalentExp_: equivalents } = unit;
  if (special || magnitude === null) return null;
  if (arbitrary) {
    const procedure = (/\[.*\]$/.exec(atom)?.[0] ?? atom).toLowerCase();
    return { factor: rationalOfFloat(magnitude), dimension: { [procedure]: 1 } };
  }
  const { dimVec_: powers } = vector ?? { dimVec_: null };
  const counted = bases.map((base, index) => [base, powers?.[index] ?? 0] as const);
  const dimension = [...counted, ["moles", moles] as const, ["equivalents", equivalents] as const];
  return {
    factor: rationalOfFloat(moles + equivalents === 0 ? magnitude : magnitude / molecules ** (moles + equivalents)),
    dimension: Object.fromEntries(dimension.filter(([, times]) => times !== 0)),
  };
}
