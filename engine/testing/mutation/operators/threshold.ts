import { atPlaces } from "../edit.ts";
import { thresholdsMoved } from "../thresholds.ts";

/** A threshold one step of the declared precision higher: 57 for 56. */
export const higherThreshold = atPlaces("threshold one step up", (place, guideline) =>
  thresholdsMoved(place, guideline).flatMap(({ turns, by, test }) => (!turns && by > 0 ? [{ by: test }] : [])),
);

export const lowerThreshold = atPlaces("threshold one step down", (place, guideline) =>
  thresholdsMoved(place, guideline).flatMap(({ turns, by, test }) => (!turns && by < 0 ? [{ by: test }] : [])),
);
