import type { TakenDown } from "../values/case/index.ts";
import type { Answer, Expectation, Outcome } from "../values/index.ts";
import type { Compared, OutcomeSeen, TestedRequest } from "./report.ts";

/**
 * What was seen in place of what was expected, of the same outcome, review, criteria and values. What is not there any more
 * (a review of a service that is not addressed) is left out. `null`: nothing was expected, or something came out that no
 * case can expect: the request contradicts its guideline, or names what is not declared.
 */
export function takenDown(expect: Expectation | null, seen: TestedRequest): TakenDown | null {
  if (expect === null || seen.outcome?.actual === "contradictory" || seen.outcome?.actual === "not determined")
    return null;
  const count = Object.keys(expect.answers).length;
  const answers = entriesOf(seen.answers.slice(0, count), isAnswer);
  const values = entriesOf(seen.answers.slice(count), isValue);
  if (answers === null || values === null) return null;
  return {
    outcome: outcomeOf(seen.outcome),
    review: seen.review?.actual ?? null,
    answers,
    ...(expect.values === undefined ? {} : { values }),
    ...(seen.governing === null || seen.governing.actual === null ? {} : { governing: seen.governing.actual }),
  };
}

function outcomeOf(seen: Compared<OutcomeSeen> | null): Outcome | null {
  const actual = seen?.actual;
  return actual === undefined || actual === "contradictory" || actual === "not determined" ? null : actual;
}

function entriesOf<T extends string>(
  seen: TestedRequest["answers"],
  isFit: (actual: string) => actual is T,
): Readonly<Record<string, T>> | null {
  const fit = seen.flatMap(({ criterion, actual }) => (isFit(actual) ? [[criterion, actual] as const] : []));
  return fit.length === seen.length ? Object.fromEntries(fit) : null;
}

const isAnswer = (actual: string): actual is Answer =>
  actual === "met" || actual === "not met" || actual === "not documented";

const isValue = (actual: string): actual is string => actual !== "not declared" && actual !== "contradictory";
