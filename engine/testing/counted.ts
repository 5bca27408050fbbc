import { type GuidelineInSet, inForce, requestedService } from "../determine/index.ts";
import { exampleAsCase } from "../values/case/index.ts";
import type { Case } from "../values/index.ts";
import type { TestedCase } from "./report.ts";
import { testCase, type TestingSet } from "./testCase.ts";
import type { TestableSet } from "./testSet.ts";

/** One request of a case or example whose expectation is given by a person or a text, and which passes. */
export interface CountedTest {
  /** With this request alone. */
  readonly case: Case;
  readonly path: string;
  /** The guideline that an example is run against alone. */
  readonly example: GuidelineInSet | null;
}

/** A case that says nothing about how good the tests are. */
export interface NotCounted {
  readonly case: string;
  readonly path: string;
  readonly because: "filled in by the engine" | "fails already" | "expects nothing";
}

export interface Tests {
  readonly counted: readonly CountedTest[];
  readonly notCounted: readonly NotCounted[];
}

/** What tests there are of a set, each request by itself. */
export function testsOf(set: TestableSet): Tests {
  const cases = set.cases.map(({ path, case: of }) => ({ path, case: of, example: null }));
  const examples = set.guidelines.flatMap((own) =>
    own.guideline.examples.map((example) => ({
      path: own.guideline.file,
      case: exampleAsCase(own.guideline, example),
      example: own,
    })),
  );
  const counted: CountedTest[] = [];
  const notCounted: NotCounted[] = [];
  for (const whole of [...cases, ...examples])
    for (const request of whole.case.requests) {
      const test = { ...whole, case: { ...whole.case, requests: [request] } };
      const because = whyNotCounted(set, test);
      if (because === null) counted.push(test);
      else notCounted.push({ case: whole.case.title, path: whole.path, because });
    }
  return { counted, notCounted };
}

function whyNotCounted(set: TestableSet, test: CountedTest): NotCounted["because"] | null {
  const filledIn = test.case.requests.some(({ expect }) => expect?.filledInBy === "engine");
  if (filledIn) return "filled in by the engine";
  const { status } = run(set, test);
  return status === "failed" ? "fails already" : status === "passed" ? null : "expects nothing";
}

/** An example is run against its own guideline alone. */
export function run(set: TestingSet, { case: of, path, example }: CountedTest): TestedCase {
  if (example === null) return testCase(set, of, path, "case");
  return testCase({ name: set.name, guidelines: [example] }, of, path, "example");
}

/** Whether what the guideline says could matter to a test. */
export function reaches({ case: of, example }: CountedTest, own: GuidelineInSet): boolean {
  if (example !== null) return example === own;
  return inForce(own.guideline, of) && of.requests.some((request) => requestedService(own.guideline, request) !== null);
}
