import type { GuidelineSet } from "../../engine/set/index.ts";
import { acceptance, type RunTest, runTests, type TestedRequest } from "../../engine/testing/index.ts";
import type { InForce } from "./inForce.ts";
import type { FilledIn, TestedCase } from "./protocol.ts";

/** Every case and example that expects something, run. */
export function testedCases({ guidelines, name, outdated }: InForce, set: GuidelineSet): readonly TestedCase[] {
  return runTests({ name, guidelines, cases: set.cases })
    .filter(({ tested }) => tested.status !== "without expectation")
    .map((run) => testedCase(run, outdated.includes(run.tested.path)));
}

/** `outdated`: by a text of the file before what stands there now, so that nothing in it can be changed by its place. */
function testedCase(run: RunTest, outdated: boolean): TestedCase {
  const { case: title, path, kind, ok, expected, actual, requests } = run.tested;
  return {
    id: `${path} ${title}`,
    title,
    path,
    kind,
    ok,
    expected,
    actual,
    differences: ok ? [] : requests.flatMap(differencesOf),
    instead: outdated ? [] : acceptance(run),
    filledIn: outdated ? [] : filledIn(run),
  };
}

function filledIn({ requests, example }: RunTest): readonly FilledIn[] {
  const because = example?.of.filledIn ?? null;
  if (example !== null)
    return because === null
      ? []
      : [{ of: example.of.title, because, change: { kind: "source of example", index: example.index } }];
  return requests.flatMap(({ service, expect }, index) =>
    expect?.filledInBy === "engine" ? [{ of: service, because: expect.source, change: { kind: "source", index } }] : [],
  );
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
