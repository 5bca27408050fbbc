import type { Span } from "../../dsl/index.ts";
import { type Fate, type MutantMet, type Mutation, type Shown, tallyOf } from "../../engine/testing/mutation/index.ts";
import { caseData } from "../../engine/values/case/index.ts";
import type { PlaceInSet } from "../../engine/set/index.ts";

/** What became of the mutants of a set, with the places of their texts. */
export interface MutationFound {
  readonly set: string;
  readonly mutation: Mutation;
  readonly placeOf: (file: string, span: Span) => PlaceInSet;
}

export function mutationAsJson({ set, mutation: { met, notCounted, stopped }, placeOf }: MutationFound): object {
  const undecided = met.flatMap(({ mutant, fate }) =>
    fate.kind === "undecided" ? [{ ...told({ mutant, fate }, placeOf), because: fate.because }] : [],
  );
  const survived = met.flatMap(({ mutant, fate }) =>
    fate.kind === "survived" ? [{ ...told({ mutant, fate }, placeOf), witness: witnessData(fate.witness) }] : [],
  );
  const { survived: _, ...counts } = tallyOf(met);
  return {
    set,
    ...counts,
    notViable: met.filter(({ fate }) => fate.kind === "not viable").length,
    stopped,
    survived,
    undecidedMutants: undecided,
    guidelines: byFile(met).map(([file, own]) => ({ file: placeOf(file, nowhere).file, ...tallyOf(own) })),
    notCounted: notCounted.map((each) => ({ ...each, path: placeOf(each.path, nowhere).file })),
  };
}

/** By the file that the mutants are texts of, in the order of the set. */
export function byFile(met: readonly MutantMet[]): readonly (readonly [string, readonly MutantMet[]])[] {
  return [...Map.groupBy(met, ({ mutant }) => mutant.file)];
}

const nowhere: Span = { start: 0, end: 0 };

function told(
  { mutant }: { readonly mutant: MutantMet["mutant"]; readonly fate: Fate },
  placeOf: MutationFound["placeOf"],
) {
  const { id, operator, before, after, file, span } = mutant;
  return { id, operator, before, after, ...placeOf(file, span) };
}

/** The case, and what the guideline says of it without the mistake and with it. */
function witnessData({ case: of, subject, before, after }: Shown): object {
  return { case: caseData(of), [subject.kind]: subject.key, before, after };
}
