import type { GuidelineSet } from "../../engine/set/index.ts";
import { takenDown, type TestedCase as Tested, type TestedRequest, testSet } from "../../engine/testing/index.ts";
import type { RequestedService } from "../../engine/values/index.ts";
import type { InForce } from "./inForce.ts";
import type { ExpectedInstead, TestedCase } from "./protocol.ts";

/** Every case and example that expects something, run. */
export function testedCases({ guidelines, name }: InForce, set: GuidelineSet): readonly TestedCase[] {
  const report = testSet({ name, guidelines, cases: set.cases });
  const requests = new Map(set.cases.map(({ path, case: of }) => [path, of.requests]));
  return report.cases
    .filter(({ status }) => status !== "without expectation")
    .map((test) => tested(test, test.kind === "case" ? (requests.get(test.path) ?? []) : []));
}

/** `stated`: the requests as their file has them; none of an example, which rests on what it cites. */
function tested(test: Tested, stated: readonly RequestedService[]): TestedCase {
  const { case: title, path, kind, ok, expected, actual, requests } = test;
  return {
    id: `${path} ${title}`,
    title,
    path,
    kind,
    ok,
    expected,
    actual,
    differences: ok ? [] : requests.flatMap(differencesOf),
    instead: ok ? [] : insteadOf(requests, stated),
    filledIn: stated.flatMap(({ service, expect }, index) =>
      expect?.filledInBy === "engine" ? [{ index, service, expect }] : [],
    ),
  };
}

/** All that came out otherwise, or nothing: a case that would still fail is not accepted in part. */
function insteadOf(requests: readonly TestedRequest[], stated: readonly RequestedService[]): TestedCase["instead"] {
  const failing = stated.flatMap((request, index) => {
    const seen = requests[index];
    return seen === undefined || differencesOf(seen).length === 0 ? [] : [{ request, seen, index }];
  });
  const found = failing.flatMap(({ request: { service, expect }, seen, index }): readonly ExpectedInstead[] => {
    const instead = takenDown(expect, seen);
    return instead === null || expect === null
      ? []
      : [{ index, service, expect: { ...instead, source: expect.source } }];
  });
  return found.length === failing.length ? found : [];
}

function differencesOf({ service, outcome, review, governing, answers }: TestedRequest): TestedCase["differences"] {
  const compared = [
    { of: service, none: "", compared: outcome },
    { of: service, none: "no review", compared: review },
    { of: `${service}, governed by`, none: "no guideline", compared: governing },
    ...answers.map((answer) => ({ of: answer.criterion, none: "", compared: answer })),
  ];
  return compared.flatMap(({ of, none, compared: each }) =>
    each === null || each.ok ? [] : [{ of, expected: each.expected ?? none, actual: each.actual ?? none }],
  );
}
