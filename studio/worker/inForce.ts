import type { GuidelineInSet, GuidelinesInForce } from "../../engine/determine/index.ts";
import type { GuidelineSet } from "../../engine/set/index.ts";

/**
 * The guidelines cases are determined by. While a guideline has an error its last meaning goes on answering, so that half
 * a word does not empty the screen; `outdated` names those guidelines.
 */
export interface InForce extends GuidelinesInForce {
  readonly byPath: ReadonlyMap<string, GuidelineInSet>;
  readonly outdated: readonly string[];
}

export function inForce(set: GuidelineSet, before: InForce | undefined): InForce {
  const byPath = new Map<string, GuidelineInSet>();
  const outdated: string[] = [];
  for (const reading of set.readings.values()) {
    if (reading.kind !== "guideline") continue;
    const current = set.guidelines.find(({ path }) => path === reading.path);
    const last = before?.byPath.get(reading.path);
    if (current !== undefined) byPath.set(reading.path, reused(current, last));
    else if (last !== undefined) {
      byPath.set(reading.path, last);
      outdated.push(reading.path);
    }
  }
  return { name: set.name, guidelines: [...byPath.values()], byPath, outdated };
}

function reused(current: GuidelineInSet, last: GuidelineInSet | undefined): GuidelineInSet {
  return last?.guideline === current.guideline ? last : current;
}
