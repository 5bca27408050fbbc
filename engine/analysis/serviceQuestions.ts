import type { Service } from "../../dsl/index.ts";
import type { Formula } from "../ir/index.ts";
import { asked } from "./asked.ts";
import { conflictsWithin } from "./conflicting.ts";
import { decidedWhatever } from "./decidedWhatever.ts";
import { metByAbsence } from "./metByAbsence.ts";
import { type Mattering, matteringIn } from "./neverMatters.ts";
import type { Parts } from "./parts.ts";
import { type Asked, proved } from "./question.ts";
import { isReadOnce } from "./readOnce.ts";
import { everyFormula, quantitiesOf } from "../logic/index.ts";
import { recommendationsWithoutEffect } from "./recommendationWithoutEffect.ts";
import { formulasOf, recommendationsOf, ServiceSpace } from "./serviceSpace.ts";
import { thresholdOverlaps } from "./thresholdOverlap.ts";
import { uncoveredByService } from "./uncovered.ts";
import type { Shows } from "./witnessed.ts";

export interface ServiceAnswers {
  readonly asked: readonly Asked[];
  readonly mattering: Mattering;
}

/** Everything that is asked of one service of a guideline. */
export function serviceQuestions(parts: Parts, service: Service, budget: number, show: Shows): ServiceAnswers {
  const tried = new ServiceSpace(parts, service, budget);
  return {
    mattering: matteringIn(tried),
    asked: [
      ...recommendationsWithoutEffect(tried),
      decidedWhatever(tried),
      ...conflictsWithin(tried, show),
      ...uncoveredByService(tried, show),
      ...thresholdOverlaps(tried, show),
      ...metByAbsence(tried, show),
    ],
  };
}

/** Every quantity is tested once by all that is said together: then each matters, and no two recommendations have anything to do with each other. */
function isPlain(parts: Parts, service: Service): boolean {
  const said = recommendationsOf(parts, service);
  const formulas = said.flatMap((each) => parts.recommendations.get(each) ?? []);
  const limits = said.flatMap((each) => each.limits.flatMap((limit) => parts.limits.get(limit) ?? []));
  const scope = parts.guideline.scope === null ? [] : [parts.program.scope];
  const oneKind = said.every(({ kind }) => kind === "if" || kind === "only if");
  return (
    said.length > 0 &&
    oneKind &&
    !asksForAbsence(parts, [...scope, ...formulas, ...limits]) &&
    isReadOnce(parts.program, [...scope, ...formulas, ...limits])
  );
}

/** Whether a fact is documented hangs together with what is documented of it. */
function asksForAbsence({ program }: Parts, formulas: readonly Formula[]): boolean {
  const quantities = quantitiesOf(program);
  return everyFormula(program, formulas).some(
    (each) => each.kind === "test" && quantities.get(each.quantity)?.part === "undocumented",
  );
}

/** Where nothing has to be drawn to see that there is no problem; else `null`. */
export function plainService(parts: Parts, service: Service): ServiceAnswers | null {
  if (!isPlain(parts, service)) return null;
  const { file } = parts.program;
  const tested = everyFormula(parts.program, formulasOf(parts, service)).flatMap((each) =>
    each.kind === "test" ? [quantitiesOf(parts.program).get(each.quantity)?.fact ?? ""] : [],
  );
  const facts = new Set(tested);
  const about = { span: service.span, name: service.name };
  return {
    mattering: { tested: facts, matter: facts, tied: new Set() },
    asked: [
      ...recommendationsOf(parts, service).map((each) =>
        asked(
          "branch without effect",
          { span: each.criterion.span, name: `${service.name} ${each.kind}` },
          proved,
          file,
        ),
      ),
      asked("decided whatever is documented", about, proved, file),
    ],
  };
}
