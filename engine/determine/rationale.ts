import { openRebuttal } from "./authorityStated.ts";
import { conclusion, decisionStated } from "./conclusion.ts";
import type { Rationale } from "./determination.ts";
import type { Ground } from "./ground.ts";
import { guidelineStates } from "./guidelineStates.ts";
import { lacking } from "./lacking.ts";
import { recordShows } from "./recordShows.ts";

/** The paragraphs of a letter for one service. What settled the outcome leaves nothing lacking. */
export function rationaleOf(ground: Ground): Rationale {
  const { governed, outcome } = ground;
  const isRanked = ground.authority !== null && openRebuttal(ground.authority) !== null;
  const decides = ground.contradicts.length === 0;
  const open = decides && (outcome === "information needed" || outcome === "criteria not met");
  return {
    decision: decisionStated(ground),
    guidelineStates: guidelineStates(ground),
    recordShows: governed === null ? [] : recordShows(governed),
    lacking: governed !== null && open && !isRanked ? lacking(governed, ground.request.administrator !== null) : [],
    conclusion: conclusion(ground),
  };
}
