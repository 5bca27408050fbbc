/** One measured number. `ratio` is this value divided by that of `against`, measured in the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio?: number;
  readonly against?: string;
}

/** `NAME: VALUE UNIT (xR OTHER)` */
export function figureLine({ name, value, unit, ratio, against }: Figure): string {
  const comparison = ratio === undefined ? "" : ` (x${readable(ratio)} ${against ?? ""})`.replace(" )", ")");
  return `${name}: ${readable(value)} ${unit}${comparison}`;
}

/** Three significant digits, no exponent: 1234567, 12.3, 0.00123. */
export function readable(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
