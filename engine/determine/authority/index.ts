export { type Consultation, consult } from "./consult.ts";
export { placeIn } from "./ranks.ts";
export type { Consulted, Standing } from "./standing.ts";
