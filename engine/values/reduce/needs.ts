import { HIGHEST, LOWEST, nameKey, type Need, type Range, rolesIn } from "../../../dsl/index.ts";
import { addMonths, daysOfDate, epochDays } from "../calendar.ts";
import type { Case } from "../case.ts";
import type { WeighedStatement } from "../information.ts";

/** Evidence as it is weighed: what it does not say of itself, the document it stands in says. */
type WeighedEvidence = NonNullable<WeighedStatement["evidence"]>;

export const dateOf = ({ date, documentDate }: WeighedEvidence): string | null => date ?? documentDate;

/** The needs that evidence does not certainly satisfy. Without evidence that is all of them. */
export function unmetNeeds(
  needs: readonly Need[],
  evidence: WeighedEvidence | null,
  dates: Case["dates"],
): readonly Need[] {
  if (evidence === null || needs.length === 0) return needs;
  return needs.filter((need) => !satisfies(need, evidence, dates));
}

function satisfies(need: Need, evidence: WeighedEvidence, dates: Case["dates"]): boolean {
  switch (need.kind) {
    case "evidence kind":
      return evidence.kind !== null && need.admits.includes(evidence.kind);
    case "attestation":
      return evidence.kind === "attestation";
    case "author":
      return evidence.author !== null && isOneOf(evidence.author, need.role);
    case "recent":
      return isWithin(daysOfDate(dateOf(evidence) ?? ""), windowOf(need, dates));
  }
}

/** `treating physician or neurologist` */
function isOneOf(author: string, role: string): boolean {
  return rolesIn(role).some((each) => roleKey(each) === roleKey(author));
}

function roleKey(role: string): string {
  return nameKey(role).replace(/^the /, "");
}

/** Certainly within: every day that a partial date may stand for. The window is closed, its ends belong to it. */
function isWithin(days: Range | null, window: Range): boolean {
  return days !== null && window.low <= days.low && days.high <= window.high;
}

/** From so long before the anchor, by the calendar, to the anchor itself. An anchor that is no date leaves nothing within. */
function windowOf({ amount, unit, before }: Extract<Need, { kind: "recent" }>, dates: Case["dates"]): Range {
  const anchor = epochDays(dates[before]);
  if (anchor === null) return { low: HIGHEST, high: LOWEST };
  const months = unit === "years" ? 12 * amount : amount;
  const first = unit === "days" ? anchor - amount : unit === "weeks" ? anchor - 7 * amount : addMonths(anchor, -months);
  return { low: first, high: anchor };
}
