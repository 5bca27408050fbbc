import type { Change, ChangedExpectation, ComparedService, ComparedTransition, Plan } from "../../api/index.ts";

/** Something that changes for cases, which a reviewer acknowledges by its key. */
export type Move =
  | { readonly kind: "transition"; readonly key: string; readonly of: ComparedService; readonly by: ComparedTransition }
  /** A service that came or went, of which it is not proved what changes, or of which more is to say than its moves. */
  | { readonly kind: "service"; readonly key: string; readonly of: ComparedService };

/** What moves, service by service; what is proved to be impossible is left out. */
export function movesOf({ comparison: { services } }: Pick<Plan, "comparison">): readonly Move[] {
  return services.flatMap((of) => [
    ...(isByItself(of) ? [{ kind: "service", key: of.key, of } as const] : []),
    ...of.transitions
      .filter(({ state }) => state !== "impossible")
      .map((by) => ({ kind: "transition", key: by.key, of, by }) as const),
  ]);
}

/** As the server asks for it: a service of which more is to say than its moves. */
function isByItself({ change, verdict, remarks, transitions }: ComparedService): boolean {
  const isMoved = transitions.some(({ state }) => state !== "impossible");
  return change !== "compared" || remarks.length > 0 || (verdict !== "same" && !isMoved);
}

/** Who acknowledged what, by key. */
export function acknowledgedBy(change: Change): ReadonlyMap<string, string> {
  return new Map(change.acknowledgments.map(({ key, by }) => [key, by.name]));
}

/** Keys that nobody acknowledged yet. */
export function openKeys(
  change: Change,
  all: readonly (Pick<Move, "key"> | Pick<ChangedExpectation, "key">)[],
): readonly string[] {
  const done = acknowledgedBy(change);
  return all.map(({ key }) => key).filter((key) => !done.has(key));
}
