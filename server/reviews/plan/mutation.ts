import { type MutantMet, mutate, tallyOf } from "../../../engine/testing/mutation/index.ts";
import { writeCase } from "../../../engine/values/case/index.ts";
import type { Plan } from "../../protocol/index.ts";
import type { Sides, Tell } from "./sides.ts";

const mostListed = 200;

/** Which mistakes in the text no case would notice. */
export function mutationOf({ now, placeOf }: Sides, tell: Tell): Plan["mutation"] {
  const { met, notCounted } = mutate(now, { progress: (done, of) => tell("Trying mistakes in the text", done, of) });
  const { mutants, killed, equivalent, survived, undecided } = tallyOf(met);
  const told = ({ id, operator, before, after, file, span }: MutantMet["mutant"]) => ({
    id,
    operator,
    before,
    after,
    ...placeOf(file, span),
  });
  const survivors = met.flatMap(({ mutant, fate }) =>
    fate.kind === "survived" ? [{ mutant, witness: fate.witness.case }] : [],
  );
  const open = met.flatMap(({ mutant, fate }) =>
    fate.kind === "undecided" ? [{ ...told(mutant), because: fate.because }] : [],
  );
  return {
    mutants,
    killed,
    equivalent,
    counts: { survived, undecided },
    survived: survivors
      .slice(0, mostListed)
      .map(({ mutant, witness }) => ({ ...told(mutant), witness: writeCase(witness) })),
    undecided: open.slice(0, mostListed),
    notCounted: notCounted.slice(0, mostListed).map(({ case: title, path, because }) => ({ title, path, because })),
  };
}
