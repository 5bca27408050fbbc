import { coverage } from "../../../engine/testing/coverage/index.ts";
import type { Plan } from "../../protocol/index.ts";
import type { Sides, Tell } from "./sides.ts";

const mostListed = 500;

/** What the cases show of each criterion, and what they do not. */
export function coverageOf({ now, placeOf }: Sides, tell: Tell): Plan["coverage"] {
  const { criteria } = coverage(now, { progress: (done, of) => tell("Looking at what the cases show", done, of) });
  const all = criteria.flatMap(({ criterion, file, obligations }) =>
    obligations.map(({ what, span, state }) => ({ criterion, what, ...placeOf(file, span), state })),
  );
  const count = (kind: (typeof all)[number]["state"]["kind"]): number =>
    all.filter(({ state }) => state.kind === kind).length;
  const open = all.flatMap(({ state, ...about }) => {
    if (state.kind === "covered" || state.kind === "impossible") return [];
    return [{ ...about, because: state.kind === "undecided" ? state.because : null }];
  });
  return {
    obligations: all.length,
    covered: count("covered"),
    impossible: count("impossible"),
    open: open.slice(0, mostListed),
  };
}
