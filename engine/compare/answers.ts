import type { SettledOutcome } from "../ir/index.ts";

/**
 * What one completion of a case comes to: an outcome of a service, or whether a definition is met. `contradictory`: the version
 * assumes that there is no such case.
 */
export type Settled = SettledOutcome | "met" | "not met" | "contradictory";

/** What a case is answered with, the outcomes of one answer taken together. */
export type CaseAnswer = "met" | "not met" | "not documented" | "not addressed" | "contradictory";

export const caseAnswers = ["met", "not met", "not documented", "not addressed", "contradictory"] as const;

/** In order of how much is granted. What is not addressed is neither granted nor refused. */
const ranks: Readonly<Record<Settled, number | null>> = {
  excluded: 0,
  "criteria not met": 1,
  "not met": 1,
  "not addressed": 2,
  modified: 3,
  "criteria met": 4,
  met: 4,
  contradictory: null,
};

const answers: Readonly<Record<Settled, CaseAnswer>> = {
  excluded: "not met",
  "criteria not met": "not met",
  "not met": "not met",
  "not addressed": "not addressed",
  modified: "met",
  "criteria met": "met",
  met: "met",
  contradictory: "contradictory",
};

/** What is said of a case: what all its completions come to, or that they differ. */
export type Said = Settled | "not documented";

export function saidOf(possible: readonly Settled[]): Said {
  const [first, ...others] = possible;
  return first === undefined || others.length > 0 ? "not documented" : first;
}

export function answerOf(said: Said): CaseAnswer {
  return said === "not documented" ? said : answers[said];
}

export type Direction = "wider" | "narrower";

/**
 * Where a case moves that may come to some outcomes before, and to some now, by the least that it is sure of: `wider` when that is
 * more than before. `null`: no more and no less, as between not met and not documented.
 */
export function directionOf(before: readonly Settled[], now: readonly Settled[]): Direction | null {
  const [least, leastNow] = [leastOf(before), leastOf(now)];
  if (least === null || leastNow === null || least === leastNow) return null;
  return leastNow > least ? "wider" : "narrower";
}

function leastOf(possible: readonly Settled[]): number | null {
  const ranked = possible.map((each) => ranks[each]);
  return ranked.includes(null) || ranked.length === 0 ? null : Math.min(...ranked.map((each) => each ?? 0));
}
