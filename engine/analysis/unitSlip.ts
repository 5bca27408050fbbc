import type { FactType } from "../../dsl/index.ts";
import { asked, foundIn } from "./asked.ts";
import type { Parts } from "./parts.ts";
import { plausibleScale, type Scale } from "./plausibleScales.ts";
import { type Asked, proved } from "./question.ts";
import { endsOf, startsOf, type Threshold } from "./thresholds.ts";

const problem = "unit slip";

/**
 * A number that nobody's record holds of what is measured, or that lies apart from all other numbers of the same fact by the
 * factor between two units. Facts whose name and unit say nothing sure are left alone.
 */
export function unitSlips({ program: { file }, guideline }: Parts, thresholds: readonly Threshold[]): readonly Asked[] {
  const names = new Map(guideline.facts.map(({ key, name }) => [key, name]));
  return [...Map.groupBy(thresholds, ({ subject }) => subject).values()].flatMap((all) => {
    const same = all.map((one): Measured => ({ one, numbers: numbersOf(one) }));
    const apart = farFromOthers(same);
    return same.map((measured) => {
      const { one } = measured;
      const about = { span: one.span, name: one.text };
      const message =
        offScale(measured, names.get(one.quantity.fact) ?? one.quantity.fact) ??
        (apart?.measured === measured ? apart.message : null);
      if (message === null) return asked(problem, about, proved, file);
      return foundIn(problem, file, about, {
        message,
        hint: 'Look whether the number was taken over with its unit. If it is meant, say why: `accept unit slip because "..."`.',
      });
    });
  });
}

interface Measured {
  readonly one: Threshold;
  readonly numbers: readonly number[];
}

/** The numbers that a comparison names, in the unit of its fact; `above 1` begins behind what it names. */
function numbersOf(one: Threshold): readonly number[] {
  const { type, part } = one.quantity;
  if (part !== "value") return [];
  const scale = 10 ** (type.kind === "number" ? type.decimals : 0);
  const [start, end] = [startsOf(one), endsOf(one)];
  const named = [
    start === null ? null : start - (/\b(?:above|more than|over|greater than)\b|>(?!=)/iu.test(one.text) ? 1 : 0),
    end === null ? null : end + (/\b(?:below|less than|under|fewer than)\b|<(?!=)/iu.test(one.text) ? 1 : 0),
  ];
  return named.flatMap((each) => (each === null ? [] : [each / scale]));
}

function offScale({ one, numbers }: Measured, name: string): string | null {
  const scale = plausibleScale(name, unitOf(one.quantity.type));
  const isOff = scale !== null && numbers.some((number) => number < scale.low || number > scale.high);
  return isOff ? offScaleWords(one, scale) : null;
}

function offScaleWords({ text, quantity }: Threshold, { what, low, high, other }: Scale): string {
  const unit = unitOf(quantity.type);
  const aside = other === null ? "" : `; ${other}`;
  return `\`${text}\` is far from what ${/^[aeiou]/iu.test(what) ? "an" : "a"} ${what} can be: from ${low} to ${high}${unit === null ? "" : ` ${unit}`}${aside}.`;
}

const unitOf = (type: FactType): string | null => (type.kind === "number" ? (type.unit?.word ?? null) : null);

/** Factors between units of one kind that are mistaken for each other. */
const factors = [
  { factor: 1000, units: "thousandths and wholes, such as mg and g" },
  { factor: 100, units: "hundredths and wholes, such as cm and m" },
] as const;

const close = 1.6;

/** All others lie together, and one by such a factor away: it is the least or the greatest. Of two alone only thousandths are told. */
function farFromOthers(same: readonly Measured[]): { readonly measured: Measured; readonly message: string } | null {
  const sorted = same.filter(({ numbers }) => numbers.length > 0).toSorted((a, b) => leastOf(a) - leastOf(b));
  for (const measured of [sorted[0], sorted.at(-1)]) {
    const message = measured && offByFactor(measured, sorted);
    if (measured && message) return { measured, message };
  }
  return null;
}

const leastOf = ({ numbers }: Measured): number => Math.min(...numbers);

function offByFactor(measured: Measured, same: readonly Measured[]): string | null {
  const [own, ...more] = measured.numbers;
  const others = same.flatMap((each) => (each === measured ? [] : each.numbers));
  const least = others.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = others.reduce((a, b) => Math.max(a, b), 0);
  if (own === undefined || more.length > 0 || others.length === 0 || own <= 0 || least <= 0 || most / least > 10)
    return null;
  const mistaken = factors.filter(({ factor }) => factor === 1000 || others.length > 1);
  for (const { factor, units } of mistaken)
    for (const [near, way] of [
      [own * factor, "less"],
      [own / factor, "more"],
    ] as const)
      if (near >= least / close && near <= most * close)
        return `\`${measured.one.text}\` is about ${factor} times ${way} than ${others.length === 1 ? "the other number" : "every other number"} asked of the same fact, the factor between ${units}.`;
  return null;
}
