import type { GateFacts } from "../../publishing/index.ts";
import type { ComparedService, Plan } from "../../protocol/index.ts";

/** Every key that a reviewer has to acknowledge before a round passes: what changes for cases, and what is expected otherwise. */
export function keysToAcknowledge({ comparison, tests }: Pick<Plan, "comparison" | "tests">): readonly string[] {
  return [...comparison.services.flatMap(serviceKeys), ...tests.expectations.map(({ key }) => key)];
}

/** A service of which more is to say than its moves is acknowledged by itself. */
function serviceKeys({ key, change, verdict, remarks, transitions }: ComparedService): readonly string[] {
  const moves = transitions.flatMap((each) => (each.state === "impossible" ? [] : [each.key]));
  const isOwn = change !== "compared" || remarks.length > 0 || (verdict !== "same" && moves.length === 0);
  return isOwn ? [key, ...moves] : moves;
}

/** What a plan says of the gates; without one, nothing is known but that the files can be read. */
export function planFacts(plan: Plan): Omit<GateFacts, ApprovalFacts> {
  const { errors, tests, mutation, proofs, uncited } = plan;
  const { found } = proofs.counts;
  return {
    errors,
    tests,
    mutation: mutation.counts,
    transitions: keysToAcknowledge(plan),
    uncited,
    proofs: { found, unread: proofs.unread.length },
  };
}

/** What people say of a round. */
export type ApprovalFacts = "acknowledged" | "approvals" | "changesRequestedBy" | "isApprovalNeeded" | "waived";
