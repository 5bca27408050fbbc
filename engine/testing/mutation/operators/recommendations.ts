import { criterionInWords, type Guideline, type Recommendation } from "../../../../dsl/index.ts";
import type { Edit, Operator } from "../edit.ts";

type Kinds = ReadonlySet<Recommendation["kind"]>;

/** An `excluded if` or `is not covered` is forgotten. */
export const droppedExclusion = dropped("dropped exclusion", new Set(["excluded if", "is not covered"]));

export const droppedOnlyIf = dropped("dropped only if", new Set(["only if"]));

/** Another line about a service is forgotten: one of several `if`, a red flag, a limit. */
export const droppedRecommendation = dropped(
  "dropped recommendation",
  new Set(["if", "is covered", "red flag if", "limited to", "otherwise not addressed"]),
);

function dropped(operator: string, kinds: Kinds): Operator {
  return (guideline) => {
    const { recommendations } = guideline;
    return recommendations.flatMap((each, at): readonly Edit[] => {
      if (!kinds.has(each.kind) || isAlone(each, guideline)) return [];
      const apply = (): Guideline => ({ ...guideline, recommendations: recommendations.toSpliced(at, 1) });
      const before = inWords(each, guideline);
      return [{ operator, span: each.span, before, after: `${nameOf(each, guideline)}: one line less`, apply }];
    });
  };
}

/** Without its only recommendation a guideline would say nothing of the service. */
function isAlone(each: Recommendation, { recommendations }: Guideline): boolean {
  return !recommendations.some((other) => other !== each && other.service === each.service);
}

/** A limit that hangs below one `if` is forgotten. */
export const droppedLimit: Operator = (guideline) =>
  guideline.recommendations.flatMap((each, at) =>
    each.limits.map((limit, index): Edit => {
      const limits = each.limits.toSpliced(index, 1);
      const before = `${inWords(each, guideline)}, limited to ${criterionInWords(guideline, limit)}`;
      const apply = (): Guideline => ({
        ...guideline,
        recommendations: guideline.recommendations.with(at, { ...each, limits }),
      });
      return { operator: "dropped limit", span: limit.span, before, after: inWords(each, guideline), apply };
    }),
  );

/** The guideline speaks of every request. */
export const droppedScope: Operator = (guideline) => {
  const { scope } = guideline;
  if (scope === null) return [];
  const before = `applies when ${criterionInWords(guideline, scope)}`;
  const apply = (): Guideline => ({ ...guideline, scope: null });
  return [{ operator: "dropped scope", span: scope.span, before, after: "applies to every request", apply }];
};

const nameOf = ({ service }: Recommendation, { services }: Guideline): string =>
  services.find(({ key }) => key === service)?.name ?? service;

function inWords(each: Recommendation, guideline: Guideline): string {
  const { criterion, kind } = each;
  const asked =
    "operands" in criterion && criterion.operands.length === 0 ? "" : criterionInWords(guideline, criterion);
  return `${nameOf(each, guideline)} ${kind} ${asked}`.trim();
}
