import type { GuidelineInSet } from "../../determine/index.ts";
import type { Assignment } from "../../logic/index.ts";
import type { Case } from "../../values/index.ts";
import { realise } from "../../witness/index.ts";
import type { SightClaim } from "../coverage/index.ts";
import { alsoSaying } from "../mutation/index.ts";

/** What a case is to leave of the quantities of one guideline. */
export interface WantedCase extends Pick<SightClaim, "open" | "between"> {
  readonly wanted: Assignment;
}

/** Drafts that may be tried for one case. */
const steps = 400;

/** A plausible case that leaves just that; `null`: none was found. Of what lies between two values it says both. */
export function madeOf(own: GuidelineInSet, { wanted, open, between }: WantedCase, service: string): Case | null {
  if (between === null) return realised(own, wanted, open, service);
  const { quantity, values } = between;
  const [one, other] = values.map((value) => realised(own, new Map([...wanted, [quantity, value]]), open, service));
  const fact = own.compiled.program.quantities.find(({ id }) => id === quantity)?.fact ?? "";
  return one && other ? alsoSaying(one, fact, other) : null;
}

function realised(
  { guideline, compiled: { program } }: GuidelineInSet,
  wanted: Assignment,
  open: ReadonlySet<string>,
  service: string,
): Case | null {
  const request = { id: "suggested", title: "Suggested", summary: "", service };
  const found = realise([{ guideline, program, wanted, open }], request, { steps });
  return found.kind === "case" ? found.case : null;
}
