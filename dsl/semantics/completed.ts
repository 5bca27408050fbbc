import { type Problem, problem } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import { isWholeSteps } from "./decimal.ts";
import { type Literal, splitAmount } from "./literals.ts";

/** What is counted in completed units: a treatment in whole months, an age in whole years. */
export type Completed = "months" | "years";

/**
 * Which amounts of an operator ask what lies beyond so many whole units: `more than 2 months` does, `at least 2 months` and
 * `less than 2 months` only ask whether two are completed.
 */
const asksBeyond: Readonly<Record<string, readonly number[]>> = {
  "more than": [0],
  "at most": [0],
  "from to": [1],
  "at least and at most": [1],
  "more than and below": [0],
  "more than and at most": [0, 1],
  is: [0],
  "is not": [0],
};

/**
 * A threshold in the author's words that completed units cannot be held against. An age in years is compared as it is
 * spoken of: above 75 years is 76 or more.
 */
export function beyondCompleted(
  { low, high }: Literal,
  text: string,
  span: Span,
  { operator, index, completed }: { readonly operator: string; readonly index: number; readonly completed: Completed },
): Problem | null {
  if (!isWholeSteps(low, 0) || !isWholeSteps(high, 0)) {
    return problem("E0410", span, `\`${text}\` is no whole number of ${completed}, and only those are counted.`, {
      hint: instead(text, completed),
    });
  }
  const asSpoken = completed === "years" && /^(?:year|yr|a$)/i.test(splitAmount(text)?.unit ?? "year");
  if (asSpoken || !asksBeyond[operator]?.includes(index)) return null;
  return problem("E0410", span, `Only whole ${completed} are counted, so what goes beyond \`${text}\` is not seen.`, {
    hint: instead(text, completed),
  });
}

const instead = (text: string, completed: Completed): string =>
  completed === "months"
    ? "Ask for `at least` or `less than` a whole number of months, or give the length in days or weeks."
    : `Ask for the date of birth instead, declared as a date: \`date of birth at least ${text} before service date\`.`;
