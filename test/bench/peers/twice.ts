import type { BenchAnswer, BenchCase, BenchRule, Implementation } from "../rules/index.ts";
import { type Sure, sure } from "./sure.ts";

/** What an engine makes of a two-valued condition, to be asked about a case in the engine's own form. */
export type Condition<Context> = (context: Context) => unknown;

/** Each rule as two conditions, the second asked only where the first does not hold. */
export function twice<Context>(
  rules: readonly BenchRule[],
  condition: (sure: Sure) => Condition<Context>,
  contextOf: (values: BenchCase) => Context,
): Implementation {
  const met = rules.map((rule) => condition(sure(rule, true)));
  const notMet = rules.map((rule) => condition(sure(rule, false)));
  const answers: BenchAnswer[] = rules.map(() => null);
  return {
    answerAll(values) {
      const context = contextOf(values);
      for (let rule = 0; rule < met.length; rule += 1)
        answers[rule] = met[rule]?.(context) === true ? true : notMet[rule]?.(context) === true ? false : null;
      return answers;
    },
  };
}

/** The case with `null` for what is not documented: most engines know no `undefined`. */
export function withNulls(values: BenchCase): Readonly<Record<string, number | null>> {
  const context: Record<string, number | null> = {};
  for (const fact in values) context[fact] = values[fact] ?? null;
  return context;
}

/** Only what is documented. */
export function documentedOnly(values: BenchCase): Readonly<Record<string, number>> {
  const context: Record<string, number> = {};
  for (const fact in values) {
    const value = values[fact];
    if (value !== undefined) context[fact] = value;
  }
  return context;
}
