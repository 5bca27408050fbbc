import type { Outcome, RequestedService, Review, ReviewerDecision } from "../values/index.ts";

/**
 * What is proposed against the administrator's decision, on a closed record with the burden on the requester. `null`
 * without a decision to review: none was given, it was an approval, or no guideline addresses the request.
 */
export function reviewOf(outcome: Outcome, administrator: RequestedService["administrator"]): Review | null {
  if (administrator === null || administrator.decision === "approved") return null;
  return proposals[outcome];
}

const proposals: Readonly<Record<Outcome, Review | null>> = {
  "criteria met": "overturned",
  modified: "overturned in part",
  "criteria not met": "upheld",
  excluded: "upheld",
  "information needed": "upheld",
  "not addressed": null,
};

/** The reviewer's own decision beside the proposal: the same is an acceptance, anything else overrides it. */
export function decisionBeside(
  proposal: Review | null,
  decision: ReviewerDecision | null,
): (ReviewerDecision & { readonly accepted: boolean }) | null {
  return decision === null ? null : { ...decision, accepted: decision.review === proposal };
}
