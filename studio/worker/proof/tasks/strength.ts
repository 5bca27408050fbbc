import { mutating, tallyOf } from "../../../../engine/testing/mutation/index.ts";
import type { Coverage, Proofs, Strength } from "../protocol.ts";
import type { Version } from "../scene.ts";
import type { Task } from "../session.ts";
import { testable } from "./covering.ts";

/** How much the cases would notice of the guideline that is asked for. */
export function strengthTask(covered: () => Proofs["coverage"]): Task {
  const doing = "Making small mistakes in the text, to see whether a case notices";
  let last: { readonly typed: Version; readonly strength: Strength } | null = null;
  return {
    doing,
    *work({ typed, wants: { suggestions: path } }, tell) {
      if (path === null) return;
      const coverage = covered()[path];
      if (coverage === undefined || (last?.typed === typed && last.strength.path === path)) return;
      const { met } = yield* mutating(testable(typed), {
        isAsked: (file) => file === path,
        progress: (done, of) => done % 10 === 0 && tell({ progress: { doing, done, of } }),
      });
      last = { typed, strength: { path, ...obligationsOf(coverage), ...mistakesOf(met) } };
      tell({ strength: last.strength });
    },
  };
}

function obligationsOf({ obligations }: Coverage): Pick<Strength, "obligations" | "covered" | "impossible"> {
  const count = (state: string) => obligations.filter((each) => each.state === state).length;
  return { obligations: obligations.length, covered: count("covered"), impossible: count("impossible") };
}

function mistakesOf(
  met: Parameters<typeof tallyOf>[0],
): Pick<Strength, "mistakes" | "noticed" | "equal" | "undecided"> {
  const { mutants, killed, equivalent, undecided } = tallyOf(met);
  return { mistakes: mutants, noticed: killed, equal: equivalent, undecided };
}
