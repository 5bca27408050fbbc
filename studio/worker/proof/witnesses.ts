import type { Case } from "../../../engine/values/index.ts";
import type { Comparison, Proofs, ServiceComparison, Transition } from "./protocol.ts";

/** A case that was worked out, with what it shows in a sentence. */
export interface Witness {
  readonly id: string;
  readonly case: Case;
  readonly shows: string;
}

/** The witness that goes by an id: of the board or of a comparison; `null` while, or because, nothing has it. */
export function witnessIn(proofs: Proofs, id: string): Witness | null {
  return onBoards(proofs, id) ?? between(proofs.edit, id) ?? between(proofs.release, id);
}

function onBoards({ boards }: Proofs, id: string): Witness | null {
  for (const { entries } of Object.values(boards)) {
    const entry = entries.find((one) => one.id === id);
    const witness = entry?.witness ?? null;
    if (witness !== null) return { id, case: witness, shows: entry?.diagnostic?.message ?? "" };
  }
  return null;
}

function between(comparison: Comparison | null, id: string): Witness | null {
  if (comparison === null) return null;
  for (const compared of comparison.services) {
    const { service, transitions } = compared;
    const found = transitions.find((one) => transitionId(comparison, compared, one) === id);
    const witness = found?.witness ?? null;
    if (found !== undefined && witness !== null)
      return { id, case: witness, shows: `${service}: ${found.from} by ${comparison.against}, ${found.to} now.` };
  }
  return null;
}

/** The same for the same move from one run to the next. */
export function transitionId(
  { against }: Comparison,
  { guideline, service }: ServiceComparison,
  { from, to }: Transition,
): string {
  return [against, guideline, service, from, to].join(" · ");
}
