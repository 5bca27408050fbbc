export { moving, type PlacedDiagnostic, placedIn } from "./placed.ts";
export { openProver, type Prover, type ProverState } from "./prover.ts";
export type * from "./protocol.ts";
export { transitionId, type Witness, witnessIn } from "./witnesses.ts";
