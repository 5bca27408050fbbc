import type { Decided, DecisionRecord } from "../../api/index.ts";

/** The decision record that the server answered with. */
export function readDecision({ record }: Pick<Decided, "record">): DecisionRecord {
  // Outside data: canonical JSON of our own server's `precept/decision/1`, made there by its schema.
  return JSON.parse(record) as DecisionRecord;
}
