import { placesInSet } from "../../set/index.ts";
import { coverage, coverageAsJson } from "../../testing/coverage/index.ts";
import type { PayloadSet, PayloadWork } from "./source.ts";

/** `coverage.json`, `precept/coverage/1`: what the cases of the set show of its criteria, and what they do not. */
export function coverageOf({ set }: PayloadSet, { progress, shouldStop }: PayloadWork): object {
  const shown = coverage(set, { shouldStop, progress: (done, of) => progress("coverage", done, of) });
  const found = { set: set.name, coverage: shown, placeOf: placesInSet(set) };
  return { schema: "precept/coverage/1", ...coverageAsJson(found) };
}
