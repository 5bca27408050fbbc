import type { GuidelineInSet } from "./guidelinesInForce.ts";

/** The guidelines with every one that changes another standing right before it: where it applies, it speaks first. */
export function localFirst(guidelines: readonly GuidelineInSet[]): readonly GuidelineInSet[] {
  if (guidelines.every(({ guideline }) => guideline.overlay === null)) return guidelines;
  const files = new Set(guidelines.map(({ guideline }) => guideline.file));
  const changing = Map.groupBy(guidelines, ({ guideline }) => guideline.overlay?.file ?? "");
  const withChanges = (one: GuidelineInSet): readonly GuidelineInSet[] => [
    ...(changing.get(one.guideline.file) ?? []).flatMap(withChanges),
    one,
  ];
  return guidelines.flatMap((one) => (files.has(one.guideline.overlay?.file ?? "") ? [] : withChanges(one)));
}
