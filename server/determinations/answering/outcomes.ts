import { type DeterminationOutcomes, determinationRecordSchema } from "../../protocol/index.ts";
import { shownReference } from "../references/index.ts";
import type { Determined } from "./determiner.ts";

/** A determination without its findings. */
export function outcomesOf({ reference, record }: Determined): DeterminationOutcomes {
  const { by: _, at: __, ...shown } = shownReference(reference);
  const { determinations, leftOut } = determinationRecordSchema.parse(JSON.parse(new TextDecoder().decode(record)));
  return {
    ...shown,
    ...(leftOut === undefined ? {} : { leftOut }),
    determinations: determinations.map(({ service, outcome, review }) => ({
      service,
      outcome,
      ...(review === undefined ? {} : { review }),
    })),
  };
}
