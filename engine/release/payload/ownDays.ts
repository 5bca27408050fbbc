import type { Guideline } from "../../../dsl/index.ts";

/**
 * On which days of service a guideline is asked, and that a release decides on days of its own: those it was published for, which
 * no file in it can say, since its bytes rest on no clock. `null` where the guideline names none.
 */
export function ownDays({ effective: { from, to }, source }: Guideline): string | null {
  if (from === null && to === null) return null;
  const days = [...(from === null ? [] : [`from ${from}`]), ...(to === null ? [] : [`to ${to}`])].join(" ");
  const whose = source === null ? "by its own text" : "as published by its source";
  return `The guideline is effective ${days}, ${whose}, and is asked about no other day of service. On which of these days this release decides is in its attestation, and \`precept verify\` prints it.`;
}
