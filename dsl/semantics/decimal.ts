/** An exact decimal number: `digits / 10^scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const pattern = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$|^([+-]?)\.(\d+)$/;
const numberWords = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** `55`, `55.5`, `1,000`, `six`; null for anything else or beyond 15 digits. */
export function readDecimal(text: string): Decimal | null {
  const word = numberWords.indexOf(text.toLowerCase());
  if (word >= 0) return { digits: BigInt(word), scale: 0 };
  const match = pattern.exec(text);
  if (!match) return null;
  const [, sign = "", whole = "", fraction = "", sign2 = "", only = ""] = match;
  const digits = `${whole.replaceAll(",", "")}${fraction}${only}`;
  if (digits.length > 15) return null;
  return { digits: BigInt(`${sign || sign2}${digits}`), scale: fraction.length + only.length };
}

/** The nearest decimal of twelve significant digits: what is left of a float after a unit conversion. */
export function decimalOf(value: number): Decimal {
  const text = Number(value.toPrecision(12)).toFixed(12).replace(/0+$/, "").replace(/\.$/, "");
  return readDecimal(text) ?? { digits: BigInt(Math.round(value)), scale: 0 };
}

export function decimalNumber({ digits, scale }: Decimal): number {
  return Number(digits) / 10 ** scale;
}

/** Largest whole number of 10^-decimals steps at or below the value. */
export function floorSteps({ digits, scale }: Decimal, decimals: number): number {
  if (scale <= decimals) return Number(digits * 10n ** BigInt(decimals - scale));
  const unit = 10n ** BigInt(scale - decimals);
  const quotient = digits / unit;
  return Number(digits < 0n && quotient * unit !== digits ? quotient - 1n : quotient);
}

/** Smallest whole number of 10^-decimals steps at or above the value. */
export function ceilSteps(value: Decimal, decimals: number): number {
  const floor = floorSteps(value, decimals);
  return isWholeSteps(value, decimals) ? floor : floor + 1;
}

export function isWholeSteps({ digits, scale }: Decimal, decimals: number): boolean {
  return scale <= decimals || digits % 10n ** BigInt(scale - decimals) === 0n;
}
