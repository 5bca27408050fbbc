import type { Guideline } from "../../dsl/index.ts";
import type { GuidelineSet } from "./guidelineSet.ts";

/**
 * Titles of guidelines that decide something and rest on no published text: neither is there a source of the whole, nor does
 * each part that decides cite one. What only declares words rests on nothing.
 */
export function uncited({ guidelines }: Pick<GuidelineSet, "guidelines">): readonly string[] {
  return guidelines.flatMap(({ guideline }) => (restsOnCitation(guideline) ? [] : [guideline.title]));
}

function restsOnCitation({ source, definitions, tables, recommendations }: Guideline): boolean {
  const parts = [...definitions, ...tables, ...recommendations];
  return source !== null || parts.every(({ citation }) => citation !== null);
}
