import type { Guideline } from "../../dsl/index.ts";
import type { Case } from "../values/index.ts";
import { checkCase, declarationsOf } from "../values/reduce/index.ts";
import type { CaseCheck, FileReading, GuidelineSet } from "./guidelineSet.ts";

/**
 * Every case against all guidelines of the set. While a guideline is not understood nobody knows which facts it declares, so
 * nothing is said. A check is made again when its case or any guideline changed.
 */
export function checkCases(
  readings: readonly FileReading[],
  previous: GuidelineSet | undefined,
): ReadonlyMap<string, CaseCheck> {
  const declared = understood(readings);
  if (declared === null) return new Map();
  const declarations = declarationsOf(declared);
  const kept = sameGuidelines(declared, previous) ? previous?.caseChecks : undefined;
  const checks = readings.flatMap((reading) => {
    if (reading.kind !== "case" || reading.case === null) return [];
    const of: Case = reading.case;
    const before = kept?.get(reading.path);
    const check = before?.case === of ? before : { case: of, diagnostics: checkCase(of, declarations) };
    return [[reading.path, check] as const];
  });
  return new Map(checks);
}

/** All guidelines, when each of them is understood and there is one at all. */
function understood(readings: readonly FileReading[]): readonly Guideline[] | null {
  const guidelines = readings.flatMap((one) => (one.kind === "guideline" ? [one] : []));
  const isWhole = guidelines.length > 0 && guidelines.every(({ compiled }) => compiled !== null);
  return isWhole ? guidelines.map(({ analysis }) => analysis.value) : null;
}

function sameGuidelines(declared: readonly Guideline[], previous: GuidelineSet | undefined): boolean {
  const before = previous?.guidelines.map(({ guideline }) => guideline) ?? [];
  return before.length === declared.length && before.every((guideline, index) => guideline === declared[index]);
}
