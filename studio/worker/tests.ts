import type { GuidelineSet } from "../../engine/set/index.ts";
import { type TestedCase as Tested, testSet } from "../../engine/testing/index.ts";
import type { InForce } from "./inForce.ts";
import type { TestedCase } from "./protocol.ts";

/** Every case and example that expects something, run. */
export function testedCases({ guidelines, name }: InForce, set: GuidelineSet): readonly TestedCase[] {
  const report = testSet({ name, guidelines, cases: set.cases });
  return report.cases.filter(({ status }) => status !== "without expectation").map(tested);
}

function tested({ case: title, path, kind, ok, expected, actual, requests }: Tested): TestedCase {
  const differences = ok ? [] : requests.flatMap(differencesOf);
  return { id: `${path} ${title}`, title, path, kind, ok, expected, actual, differences };
}

function differencesOf({ service, outcome, review, answers }: Tested["requests"][number]): TestedCase["differences"] {
  const compared = [
    { of: service, compared: outcome },
    { of: service, compared: review },
    ...answers.map((answer) => ({ of: answer.criterion, compared: answer })),
  ];
  return compared.flatMap(({ of, compared: each }) =>
    each === null || each.ok
      ? []
      : [{ of, expected: each.expected ?? "no review", actual: each.actual ?? "no review" }],
  );
}
