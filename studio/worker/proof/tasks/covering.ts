import {
  covering,
  type CoveredCriterion,
  type Obligation as ObligationFound,
} from "../../../../engine/testing/coverage/index.ts";
import type { Coverage, Obligation, Proofs } from "../protocol.ts";
import type { Scene, Version } from "../scene.ts";
import type { Task } from "../session.ts";
import { criterionCounts, testedScenes } from "./criterionCounts.ts";

/** What the cases and examples show of each criterion, and what no case can show. */
export function coveringTask(): Task & { readonly covered: () => Proofs["coverage"] } {
  const doing = "Looking at what the cases cover";
  let covered: Proofs["coverage"] = {};
  let last: Version | null = null;
  return {
    doing,
    covered: () => covered,
    *work(scene, tell) {
      if (scene.typed === last) return;
      const { criteria } = yield* covering(testable(scene.typed), {
        progress: (done, of) => done % 50 === 0 && tell({ progress: { doing, done, of } }),
      });
      covered = coverageOf(scene, criteria);
      last = scene.typed;
      tell({ coverage: covered });
    },
  };
}

/** A version as its tests are run. */
export function testable({ set, guidelines, inForce }: Version) {
  return { name: guidelines.name, guidelines: inForce, cases: set.cases };
}

function coverageOf({ typed }: Scene, criteria: readonly CoveredCriterion[]): Proofs["coverage"] {
  const files = Map.groupBy(criteria, ({ file }) => file);
  const scenes = testedScenes(typed);
  return Object.fromEntries(
    typed.inForce.map(({ path, guideline, compiled }): readonly [string, Coverage] => {
      const obligations = (files.get(path) ?? []).flatMap((criterion) => criterion.obligations.map(told(criterion)));
      const counts = criterionCounts({ guideline, compiled }, scenes);
      return [path, { path, text: typed.texts.get(path) ?? "", obligations, criteria: counts }];
    }),
  );
}

function told({ criterion, kind }: CoveredCriterion): (found: ObligationFound) => Obligation {
  return ({ what, span, state }) => ({
    what: kind === "outcome" ? `${criterion} comes out as ${what}` : `${criterion}: ${what.replaceAll("`", "")}`,
    span,
    state: state.kind,
    because: "because" in state ? state.because : null,
    cases: state.kind === "covered" ? state.by.map(({ case: title, path }) => ({ title, path })) : [],
  });
}
