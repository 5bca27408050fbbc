import type { Fate, MutantMet } from "./mutate.ts";

/** How many mutants came to which end; those that are not viable are left out. */
export interface Tally {
  readonly mutants: number;
  readonly killed: number;
  readonly equivalent: number;
  readonly undecided: number;
  readonly survived: number;
  /** Killed of those that are not proved equivalent, from 0 to 1; `null` where there are none. */
  readonly adequacy: number | null;
}

export function tallyOf(met: readonly MutantMet[]): Tally {
  const count = (kind: Fate["kind"]): number => met.filter(({ fate }) => fate.kind === kind).length;
  const mutants = met.length - count("not viable");
  const [killed, equivalent] = [count("killed"), count("equivalent")];
  return {
    mutants,
    killed,
    equivalent,
    undecided: count("undecided"),
    survived: count("survived"),
    adequacy: mutants === equivalent ? null : killed / (mutants - equivalent),
  };
}
