import type { Guideline } from "../../dsl/index.ts";
import { checkCase, declarationsOf } from "../values/reduce/index.ts";
import { checkGoverning } from "./governingChecks.ts";
import { checkRebuttals } from "./rebuttalChecks.ts";
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
  const cases = readings.flatMap((one) =>
    one.kind === "case" && one.case !== null ? [{ ...one, case: one.case }] : [],
  );
  if (declared === null || cases.length === 0) return new Map();
  const declarations = declarationsOf(declared);
  const kept = sameGuidelines(declared, previous) ? previous?.caseChecks : undefined;
  const checks = cases.map(({ path, case: of }) => {
    const before = kept?.get(path);
    const check =
      before?.case === of
        ? before
        : {
            case: of,
            diagnostics: [
              ...checkCase(of, declarations),
              ...checkRebuttals(of, declared),
              ...checkGoverning(of, declared),
            ],
          };
    return [path, check] as const;
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
