import type { Example, ExampleEdit } from "../../dsl/index.ts";
import type { CaseEdit } from "../values/case/index.ts";
import type { RequestedService } from "../values/index.ts";
import type { Compared, TestedRequest } from "./report.ts";
import { takenDown } from "./takenDown.ts";
import type { RunTest } from "./testSet.ts";

type ExampleAccepted = Extract<ExampleEdit, { kind: "accepted example" }>;

/** An edit that makes a case or example expect what came out; it still lacks `because`, which only a person can say. */
export type Acceptance = Omit<Extract<CaseEdit, { kind: "accepted" }>, "because"> | Omit<ExampleAccepted, "because">;

/** What takes all that came out otherwise as expected. None where something did that no case can expect: nothing is accepted in part. */
export function acceptance({ tested, requests, example }: RunTest): readonly Acceptance[] {
  const seen = requests.flatMap((request, index) => {
    const of = tested.requests[index];
    return of === undefined ? [] : [{ request, index, of }];
  });
  const failing = seen.filter(({ of }) => !isAsExpected(of));
  if (failing.some(({ request, of }) => takenDown(request.expect, of) === null)) return [];
  if (example !== null) return failing.length === 0 ? [] : inExample(seen, example);
  return failing.flatMap(({ request, index, of }) => {
    const expect = takenDown(request.expect, of);
    return expect === null ? [] : [{ kind: "accepted" as const, index, expect }];
  });
}

interface Seen {
  readonly request: RequestedService;
  readonly index: number;
  readonly of: TestedRequest;
}

/** An example says each criterion once: where its requests are answered differently, there is no answer to write. */
function inExample(
  seen: readonly Seen[],
  { index, of }: { readonly index: number; readonly of: Example },
): readonly Acceptance[] {
  const subjects = subjectsOf(of);
  const answers = Map.groupBy(
    seen.flatMap((one) => answersOf(one, subjects)),
    ({ name }) => name,
  );
  const said = [...answers.values()].map((all) => ({ all, differ: new Set(all.map(({ actual }) => actual)).size > 1 }));
  if (said.some(({ differ }) => differ)) return [];
  const says = said.flatMap(({ all: [first] }) =>
    first === undefined || first.ok ? [] : [{ name: first.name, answer: first.actual }],
  );
  return [{ kind: "accepted example", index, says }];
}

/** Under its own name in the example, which may be that of a service or of one of its items. */
function answersOf({ index, of }: Seen, subjects: readonly string[]) {
  const subject = subjects[index];
  const outcome =
    of.outcome === null || subject === undefined
      ? []
      : [{ name: subject, actual: of.outcome.actual, ok: of.outcome.ok }];
  return [...outcome, ...of.answers.map(({ criterion, actual, ok }) => ({ name: criterion, actual, ok }))];
}

/** Keys of the services it expects something of: one request each. */
const subjectsOf = ({ expectations }: Example): readonly string[] => [
  ...new Set(expectations.flatMap(({ kind, subject }) => (kind === "service" ? [subject] : []))),
];

const isAsExpected = ({ outcome, review, governing, answers }: TestedRequest): boolean =>
  [outcome, review, governing, ...answers].every((each: Compared<unknown> | null) => each === null || each.ok);
