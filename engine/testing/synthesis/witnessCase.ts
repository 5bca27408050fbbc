import type { Case } from "../../values/index.ts";

/** A case, and the key of the service that it asks for. */
export interface WitnessCase {
  readonly case: Case;
  readonly service: string;
}
