import type { Diagnostic, Guideline } from "../../dsl/index.ts";
import type { Case } from "../values/index.ts";
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
  const check = checkerOf(declared);
  const kept = sameGuidelines(declared, previous) ? previous?.caseChecks : undefined;
  const checks = cases.map(({ path, case: of }) => {
    const before = kept?.get(path);
    return [path, before?.case === of ? before : { case: of, diagnostics: check(of) }] as const;
  });
  return new Map(checks);
}

/** What there is to say of a case against these guidelines together. */
export function checkerOf(declared: readonly Guideline[]): (of: Case) => readonly Diagnostic[] {
  const declarations = declarationsOf(declared);
  return (of) => [...checkCase(of, declarations), ...checkRebuttals(of, declared), ...checkGoverning(of, declared)];
}

/** All guidelines, when each of them is understood and there is one at all. */
export function understood(readings: readonly FileReading[]): readonly Guideline[] | null {
  const guidelines = readings.flatMap((one) => (one.kind === "guideline" ? [one] : []));
  const isWhole = guidelines.length > 0 && guidelines.every(({ compiled }) => compiled !== null);
  return isWhole ? guidelines.map(({ analysis }) => analysis.value) : null;
}

function sameGuidelines(declared: readonly Guideline[], previous: GuidelineSet | undefined): boolean {
  const before = previous?.guidelines.map(({ guideline }) => guideline) ?? [];
  return before.length === declared.length && before.every((guideline, index) => guideline === declared[index]);
}
