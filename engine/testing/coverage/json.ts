import type { Span } from "../../../dsl/index.ts";
import type { PlaceInSet } from "../../set/index.ts";
import type { Coverage, ObligationState } from "./report.ts";

/** What the cases of a set cover, with the places of its criteria. */
export interface CoverageFound {
  readonly set: string;
  readonly coverage: Coverage;
  readonly placeOf: (file: string, span: Span) => PlaceInSet;
}

/** What `coverage --json` promises. */
export function coverageAsJson(found: CoverageFound): object {
  const { set, coverage, placeOf } = found;
  const counts = countsOfCoverage(coverage);
  return {
    set,
    obligations: counts.all,
    covered: counts.covered,
    impossible: counts.impossible,
    open: counts.open,
    undecided: counts.undecided,
    stopped: coverage.stopped,
    criteria: coverage.criteria.map(({ criterion, kind, file, span, obligations }) => ({
      criterion,
      kind,
      ...placeOf(file, span),
      obligations: obligations.map(({ what, span: at, state }) => {
        const { line, column } = placeOf(file, at);
        return { what, line, column, ...stateAsJson(state, placeOf) };
      }),
    })),
    notCounted: coverage.notCounted.map((each) => ({ ...each, path: placeOf(each.path, nowhere).file })),
  };
}

const nowhere: Span = { start: 0, end: 0 };

function stateAsJson({ kind: state, ...more }: ObligationState, placeOf: CoverageFound["placeOf"]): object {
  if (!("by" in more)) return { state, ...more };
  return { state, by: more.by.map((each) => ({ ...each, path: placeOf(each.path, nowhere).file })) };
}

export function countsOfCoverage({ criteria }: Coverage): Readonly<Record<ObligationState["kind"] | "all", number>> {
  const states = criteria.flatMap(({ obligations }) => obligations.map(({ state }) => state.kind));
  const count = (kind: ObligationState["kind"]): number => states.filter((each) => each === kind).length;
  return {
    all: states.length,
    covered: count("covered"),
    impossible: count("impossible"),
    open: count("open"),
    undecided: count("undecided"),
  };
}
