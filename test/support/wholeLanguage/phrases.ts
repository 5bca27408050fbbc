import * as fc from "fast-check";

const lower = ["at least", "at or above", "no less than", ">=", "≥"];
const above = ["more than", "greater than", "above", "over", ">"];
const upper = ["at most", "at or below", "no more than", "<=", "≤", "up to"];
const below = ["less than", "lower than", "below", "under", "<"];
const after = ["or more", "or above", "or higher", "or less", "or fewer", "or below"];

/** Every way there is to compare with one of these values, the lowest first: `is at most 55 mmHg`, `from 20 to 55 mmHg`. */
export function compared(...values: readonly string[]): fc.Arbitrary<string> {
  const value = fc.constantFrom(...values);
  const two = fc
    .tuple(fc.nat(values.length - 1), fc.nat(values.length - 1))
    .map(([a, b]): readonly [string, string] => [values[Math.min(a, b)] ?? "", values[Math.max(a, b)] ?? ""])
    .filter(([a, b]) => a !== b);
  const single = fc.oneof(
    fc.tuple(fc.constantFrom(...lower, ...above, ...upper, ...below), value).map((words) => words.join(" ")),
    fc.tuple(value, fc.constantFrom(...after)).map((words) => words.join(" ")),
  );
  return fc.oneof(
    single,
    single.map((words) => `is ${words}`),
    value.map((one) => `is ${one}`),
    value.map((one) => `is not ${one}`),
    ...(values.length < 2
      ? []
      : [
          two.map(([a, b]) => `from ${a} to ${b}`),
          fc
            .tuple(two, fc.constantFrom(...lower, ...above), fc.constantFrom(...upper, ...below))
            .map(([[a, b], from, to]) => `${from} ${a} and ${to} ${b}`),
        ]),
  );
}

/** Every way to compare a choice with one of these values. */
export function chosen(...values: readonly string[]): fc.Arbitrary<string> {
  const value = fc.constantFrom(...values);
  const several = fc
    .uniqueArray(value, { minLength: 1, maxLength: Math.max(1, values.length - 1) })
    .map((some) => some.join(", "));
  return fc.oneof(
    value.map((one) => `is ${one}`),
    value.map((one) => `is not ${one}`),
    several.map((some) => `is one of ${some}`),
    several.map((some) => `is none of ${some}`),
  );
}

/** How a date stands to a date of the case. */
export const dated: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("before", "after", "on", "on or before", "on or after"),
      fc.constantFrom("request date", "the service date"),
    )
    .map((words) => words.join(" ")),
  fc
    .tuple(
      fc.constantFrom("within", "at least"),
      fc.constantFrom("1 day", "6 weeks", "3 months", "2 years"),
      fc.constantFrom("before", "after"),
      fc.constantFrom("the request date", "service date"),
    )
    .map((words) => words.join(" ")),
  fc.constantFrom("more than 40 days before service date", "less than 2 weeks before the request date"),
);

/** `within 6 months before request date`, for what has a beginning and an end. */
export const windowed: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("within", "within the"),
    fc.constantFrom("6 months", "1 year", "200 days"),
    fc.constantFrom("before request date", "before the service date"),
  )
  .map((words) => words.join(" "));

/** `at least 6 weeks`, for what is never longer than a window; of months only whole ones are counted. */
export const length: fc.Arbitrary<string> = fc.oneof(
  compared("2 weeks", "42 days", "8 weeks").filter((words) => !words.startsWith("is ")),
  fc.constantFrom(
    "at least 1 month",
    ">= 3 months",
    "2 months or more",
    "less than 3 months",
    "at least 1 month and below 3 months",
  ),
);

/** Words before each of `phrases`. */
export const about = (name: string, phrases: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  phrases.map((phrase) => `${name} ${phrase}`);
