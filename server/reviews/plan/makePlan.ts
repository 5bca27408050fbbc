import { holdings, uncited } from "../../../engine/set/index.ts";
import type { Plan } from "../../protocol/index.ts";
import { comparisonOf } from "./comparison.ts";
import { coverageOf } from "./coverage.ts";
import { fileDiffs } from "./fileDiffs.ts";
import { mutationOf } from "./mutation.ts";
import { proofsOf } from "./proofs.ts";
import { placed, type PlanInput, readSides, type Sides, type Tell } from "./sides.ts";
import { testsOf } from "./tests.ts";

const mostDiagnostics = 500;
const severities = ["error", "warning", "hint"] as const;

/** Everything there is to know of a round. Takes minutes for a large set. */
export function makePlan(input: PlanInput, tell: Tell): Plan {
  tell("Reading the set", 0, null);
  const sides = readSides(input);
  const said = severities.flatMap((severity) => sides.diagnostics.filter((each) => each.severity === severity));
  const plan: Omit<Plan, "cut"> = {
    schema: "precept/plan/1",
    digest: input.digest,
    baseDigest: input.base?.digest ?? null,
    engine: input.engine,
    files: [...fileDiffs(input.base?.files ?? [], input.files)],
    diagnostics: said.slice(0, mostDiagnostics).map((each) => placed(each, sides.placeOf)),
    errors: said.filter(({ severity }) => severity === "error").length,
    comparison: comparisonOf(sides, tell),
    holds: input.base === null ? holdsOf(sides) : null,
    tests: testsOf(sides),
    mutation: mutationOf(sides, tell),
    coverage: coverageOf(sides, tell),
    proofs: proofsOf(sides, tell),
    uncited: [...uncited(sides.now)],
  };
  return { ...plan, cut: cutIn(plan) };
}

const mostGuidelines = 300;

function holdsOf({ now }: Sides): Plan["holds"] {
  const { guidelines, cases } = holdings(now);
  const shown = guidelines.slice(0, mostGuidelines).map((each) => ({ ...each, services: [...each.services] }));
  return { guidelines: shown, cases, counts: { guidelines: guidelines.length } };
}

/** What is longer than it is shown. */
function cutIn({ holds, files, errors, diagnostics, mutation, proofs, tests }: Omit<Plan, "cut">): string[] {
  const listed = tests.passed + tests.failed + tests.withoutExpectation;
  return [
    ...sentence("files that differ in more lines than are shown", files.filter(({ cut }) => cut).length, 0),
    ...sentence("guidelines", holds?.counts.guidelines ?? 0, holds?.guidelines.length ?? 0),
    ...sentence("errors", errors, diagnostics.length),
    ...sentence("cases", listed, tests.cases.length),
    ...sentence("mistakes that no case notices", mutation.counts.survived, mutation.survived.length),
    ...sentence("mistakes of which that is not known", mutation.counts.undecided, mutation.undecided.length),
    ...sentence("questions that are not proved", proofs.counts.open, proofs.open.length),
  ];
}

function sentence(what: string, all: number, shown: number): readonly string[] {
  return all <= shown ? [] : [`There are ${all} ${what}${shown === 0 ? "" : `; ${shown} of them are shown`}.`];
}
