import {
  type Arithmetic,
  type Moment,
  parseRational,
  type Rational,
  rational,
  rationals,
} from "../../../../dsl/index.ts";
import { halfMonthsFrom } from "../../calendar.ts";
import {
  anyNumber,
  difference,
  exactly,
  type Interval,
  product,
  quotient,
  relativeChange,
  scaled,
  sum,
} from "./interval.ts";

/** What an operand may be: numbers, `none`, or either. */
export interface Possible {
  readonly numbers: Interval | null;
  readonly none: boolean;
}

/** What a case says of the operands: steps of facts and days of dates, each as an interval of whole numbers. */
export interface Operands {
  readonly fact: (key: string) => Possible;
  /** Days since 1970-01-01. */
  readonly moment: (moment: Moment) => Possible;
}

/** Every exact number that the calculation may come to. Never too narrow; a fact that stands twice may widen it. */
export function evaluate(arithmetic: Arithmetic, operands: Operands): Possible {
  const value = (part: Arithmetic): Possible => evaluate(part, operands);
  switch (arithmetic.kind) {
    case "number":
      return certainly(exactly(parseRational(arithmetic.value)));
    case "fact":
      return map(operands.fact(arithmetic.fact), (numbers) => scaled(numbers, parseRational(arithmetic.factor)));
    case "plus":
      return join(value(arithmetic.left), value(arithmetic.right), sum);
    case "minus":
      return join(value(arithmetic.left), value(arithmetic.right), difference);
    case "times":
      return join(value(arithmetic.left), value(arithmetic.right), product);
    case "divided by":
      return join(value(arithmetic.left), value(arithmetic.right), quotient);
    case "percent increase":
      return join(value(arithmetic.from), value(arithmetic.to), relativeChange);
    case "percent decrease":
      return map(join(value(arithmetic.from), value(arithmetic.to), relativeChange), (change) =>
        difference(exactly(rationals.zero), change),
      );
    case "days":
      return join(operands.moment(arithmetic.to), operands.moment(arithmetic.from), difference);
    case "months":
      return join(operands.moment(arithmetic.from), operands.moment(arithmetic.to), monthsBetween);
    case "in unit":
      return map(value(arithmetic.amount), (numbers) =>
        scaled(numbers, rationals.over(rationals.one, parseRational(arithmetic.factor))),
      );
  }
}

export const certainly = (numbers: Interval): Possible => ({ numbers, none: false });

function map({ numbers, none }: Possible, change: (numbers: Interval) => Interval): Possible {
  return { numbers: numbers && change(numbers), none };
}

/** What is calculated from `none` is none. */
function join(a: Possible, b: Possible, change: (a: Interval, b: Interval) => Interval): Possible {
  const numbers = a.numbers && b.numbers ? change(a.numbers, b.numbers) : null;
  return { numbers, none: a.none || b.none };
}

/** Half months keep the order of days at both ends. */
function monthsBetween(from: Interval, to: Interval): Interval {
  const months = (first: Rational | null, last: Rational | null): Rational | null =>
    first === null || last === null
      ? null
      : rational(BigInt(halfMonthsFrom(Number(first.over), Number(last.over))), 2n);
  const low = months(from.high, to.low);
  const high = months(from.low, to.high);
  return low === null && high === null ? anyNumber : { low, high };
}
