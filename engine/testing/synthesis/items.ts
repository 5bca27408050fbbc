import type { GuidelineInSet } from "../../determine/index.ts";
import { agreedOutcome, type Known } from "../../evaluate/index.ts";
import type { GuidelineProgram } from "../../ir/index.ts";
import type { Case } from "../../values/index.ts";
import type { Missing, Sight } from "../coverage/index.ts";
import { type MutantMet, type Subject, type Variant, variantOf } from "../mutation/index.ts";
import { reduced } from "./reduced.ts";
import { showSight } from "./showSight.ts";
import type { WitnessCase } from "./witnessCase.ts";

/** Something that no case shows yet. */
export interface Item {
  readonly kind: "mutant" | "obligation";
  /** `tells \`a AND b\` from \`a OR b\`` */
  readonly closes: string;
  /** Whether a case with this information shows it, where it asks for the service. */
  readonly isShownBy: (known: Known, service: string) => boolean;
  /** As above, of a whole case: evidence that counts for one and not for another is seen too. */
  readonly isShownIn: (of: Case, service: string) => boolean;
  /** The guideline as it has to be told apart from, where it is. */
  readonly mistaken: GuidelineProgram | null;
  /** A case that shows it by itself; `null`: none was found. */
  readonly witness: () => WitnessCase | null;
}

export const toldApart = ({ before, after }: MutantMet["mutant"]): string => `tells \`${before}\` from \`${after}\``;

/** `null`: what it makes of the guideline cannot be asked about by any case, for it decides on no service. */
export function mutantItem(own: GuidelineInSet, { mutant, fate }: MutantMet): Item | null {
  const edit = mutant.edits.get(own);
  const variant = edit && variantOf(own, edit);
  if (!variant || fate.kind !== "survived" || own.guideline.services.length === 0) return null;
  const { subject, case: witness } = fate.witness;
  const asked = (service: string): Subject =>
    subject.kind === "service" ? { kind: "service", key: service } : subject;
  return {
    kind: "mutant",
    closes: toldApart(mutant),
    isShownBy: (known, service) => said(own, asked(service), known) !== said(variant, asked(service), known),
    isShownIn: (of, service) =>
      said(own, asked(service), reduced(own, of)) !== said(variant, asked(service), reduced(variant, of)),
    mistaken: variant.taken?.always.program ?? variant.compiled.program,
    witness: () => ({ case: witness, service: serviceOf(own, subject) }),
  };
}

export function obligationItem(own: GuidelineInSet, { required }: Missing, alternatives: readonly Sight[]): Item {
  const sees = (known: Known, service: string): boolean =>
    alternatives.some((sight) => sight.sees(own.compiled, { information: known, service }));
  return {
    kind: "obligation",
    closes: `${required.criterion}: ${required.what}`,
    isShownBy: sees,
    isShownIn: (of, service) => sees(reduced(own, of), service),
    mistaken: null,
    witness: () => showSight(own, alternatives),
  };
}

function serviceOf({ guideline }: GuidelineInSet, { kind, key }: Subject): string {
  return kind === "service" ? key : (guideline.services[0]?.key ?? "");
}

function said({ compiled }: GuidelineInSet | Variant, { kind, key }: Subject, known: Known): string {
  return kind === "service" ? agreedOutcome(compiled.outcomes(key, known)) : compiled.answer(key, known);
}
