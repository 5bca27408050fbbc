import type { Decimal } from "./decimal.ts";

/** An exact number, `over / under` in lowest terms; `under` is above zero. */
export interface Rational {
  readonly over: bigint;
  readonly under: bigint;
}

export function rational(over: bigint, under = 1n): Rational {
  if (under === 0n) throw new Error("A number over zero is none");
  const sign = under < 0n ? -1n : 1n;
  const shared = commonDivisor(over < 0n ? -over : over, under * sign);
  return { over: (over * sign) / shared, under: (under * sign) / shared };
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large === 0n ? 1n : large;
}

export const rationals = {
  zero: rational(0n),
  one: rational(1n),
  plus: (a: Rational, b: Rational): Rational => rational(a.over * b.under + b.over * a.under, a.under * b.under),
  minus: (a: Rational, b: Rational): Rational => rational(a.over * b.under - b.over * a.under, a.under * b.under),
  times: (a: Rational, b: Rational): Rational => rational(a.over * b.over, a.under * b.under),
  /** `b` is not zero. */
  over: (a: Rational, b: Rational): Rational => rational(a.over * b.under, a.under * b.over),
  /** Below zero, zero or above it as `a` is below, at or above `b`: by cross-multiplication. */
  compare: (a: Rational, b: Rational): number => {
    const difference = a.over * b.under - b.over * a.under;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  },
  isZero: (a: Rational): boolean => a.over === 0n,
  power: (a: Rational, exponent: number): Rational =>
    exponent < 0
      ? rational(a.under ** BigInt(-exponent), a.over ** BigInt(-exponent))
      : rational(a.over ** BigInt(exponent), a.under ** BigInt(exponent)),
} as const;

export function rationalOf({ digits, scale }: Decimal): Rational {
  return rational(digits, 10n ** BigInt(scale));
}

/** What twelve significant digits of a float say: the tables of units hold no number with more. */
export function rationalOfFloat(value: number): Rational {
  const [digits = "0", exponent = "0"] = value.toExponential(11).split("e");
  const [whole = "0", fraction = ""] = digits.split(".");
  const places = fraction.length - Number(exponent);
  const over = BigInt(`${whole}${fraction}`);
  return places >= 0 ? rational(over, 10n ** BigInt(places)) : rational(over * 10n ** BigInt(-places));
}

/** The exact decimal where there is one of at most fifteen digits after the point, else the nearest of so many. */
export function decimalOfRational({ over, under }: Rational): Decimal {
  for (let scale = 0; scale <= 15; scale++)
    if ((over * 10n ** BigInt(scale)) % under === 0n) return { digits: (over * 10n ** BigInt(scale)) / under, scale };
  const scale = 15;
  const scaled = over * 10n ** BigInt(scale);
  const half = under / 2n;
  return { digits: (scaled < 0n ? scaled - half : scaled + half) / under, scale };
}

/** `7/2`, `3`: how an exact number stands in plain data. */
export function printRational({ over, under }: Rational): string {
  return under === 1n ? String(over) : `${over}/${under}`;
}

/** The number of `printRational`. */
export function parseRational(text: string): Rational {
  const [over = "0", under = "1"] = text.split("/");
  return rational(BigInt(over), BigInt(under));
}
