import { type Check, notChecked, noted, passed } from "./check.ts";
import type { RetirementLeaf } from "./leaf.ts";
import type { ReleaseLog } from "./log.ts";
import type { Statement } from "./statement.ts";

/** The days of service a release is in force on, both included; none where it ends before it begins. */
export type Effective = Statement["effective"];

/** The retirement of a release, by its content; of several the one that ends it first. `null`: these entries hold none. */
export function retirementIn(entries: ReleaseLog["entries"], content: string): RetirementLeaf | null {
  const retirements = entries.flatMap((leaf) => (leaf.type === "retirement" && leaf.content === content ? [leaf] : []));
  return retirements.toSorted((a, b) => (a.to < b.to ? -1 : Number(a.to > b.to)))[0] ?? null;
}

/** As published, or ended sooner: a retirement never prolongs. */
export function endedBy({ from, to }: Effective, retirement: Pick<RetirementLeaf, "to"> | null): Effective {
  return { from, to: retirement !== null && (to === null || retirement.to < to) ? retirement.to : to };
}

/** What the log says of the end of a release. `log`: `null` where there is none, or none that is what was signed. */
export function checkRetired(log: ReleaseLog | null, { content, effective }: Statement): Check {
  if (log === null) return notChecked("retired", "Without the log nothing is known of whether it was retired.");
  const retirement = retirementIn(log.entries, content);
  if (retirement === null) return passed("retired", `The log as of ${log.head.at} holds no retirement of it.`);
  const { name, at, to, reason } = retirement;
  const days = to < effective.from ? "so that it never is in force" : `in force until ${to} only`;
  return noted("retired", `It was retired by ${name} on ${at}, ${days}: ${reason}`);
}
