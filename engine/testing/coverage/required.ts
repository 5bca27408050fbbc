import type { GuidelineInSet } from "../../determine/index.ts";
import { type Formula, settledOutcomes } from "../../ir/index.ts";
import type { Span } from "../../../dsl/index.ts";
import { answerSight, informationNeeded, outcomeSight } from "./answerSight.ts";
import { type Condition, conditionsOf } from "./conditions.ts";
import { type Criterion, criteriaOf } from "./criteria.ts";
import { matterSight } from "./matterSight.ts";
import type { Sight } from "./sight.ts";

/** One thing that cases are to show of a criterion. */
export interface Required {
  readonly criterion: string;
  readonly kind: Criterion["kind"] | "outcome";
  /** `met`, `information needed`, `PO2 at or below 55 mmHg matters by itself: met and not met` */
  readonly what: string;
  readonly file: string;
  /** Of the criterion. */
  readonly whole: Span;
  /** The words it is shown of. */
  readonly span: Span;
  /** All that it rests on. */
  readonly formulas: readonly Formula[];
  /** One case for each, which shows one of these. */
  readonly sights: readonly (readonly Sight[])[];
}

/** Everything that cases are to show of a guideline. */
export function requiredOf(own: GuidelineInSet): readonly Required[] {
  return [...criteriaOf(own).flatMap(ofCriterion), ...outcomesOf(own)];
}

function ofCriterion(criterion: Criterion): readonly Required[] {
  const { name, kind, file, span: whole, formula } = criterion;
  const head = `${file} ${name}`;
  const answers = (["met", "not met", "not documented"] as const).map((answer): Required => {
    const sights = [[answerSight(`${head}: ${answer}`, formula, answer)]];
    return { criterion: name, kind, what: answer, file, whole, span: whole, formulas: [formula], sights };
  });
  return [...answers, ...conditionsOf(formula).flatMap((condition, at) => ofCondition(criterion, condition, at))];
}

function ofCondition(
  { name, kind, file, span: whole, formula }: Criterion,
  condition: Condition,
  at: number,
): readonly Required[] {
  const { text, span } = condition.formula;
  const sight = (answer: "met" | "not met" | "not documented"): Sight =>
    matterSight(`${file} ${name}, ${at + 1}: ${text} ${answer}`, condition, answer);
  const [met, notMet, open] = [sight("met"), sight("not met"), sight("not documented")];
  const shared = { criterion: name, kind, file, whole, span, formulas: [formula] };
  return [
    { ...shared, what: `\`${text}\` matters by itself: met and not met`, sights: [[met], [notMet]] },
    { ...shared, what: `\`${text}\` matters by itself: decided and not documented`, sights: [[met, notMet], [open]] },
  ];
}

function outcomesOf({ guideline, compiled }: GuidelineInSet): readonly Required[] {
  return compiled.program.services.flatMap(({ service, addressed, exclusion, criteria, within }) => {
    const formulas = [addressed, exclusion, criteria, within];
    const declared = guideline.services.find(({ key }) => key === service);
    const span = declared?.span ?? guideline.titleSpan;
    const file = span.file ?? guideline.file;
    const name = declared?.name ?? service;
    const head = `${file} ${name}`;
    const sights = [
      ...settledOutcomes.map((outcome) => [outcome, outcomeSight(`${head}: ${outcome}`, service, outcome)] as const),
      ["information needed", informationNeeded(`${head}: information needed`, service)] as const,
    ];
    return sights.map(
      ([what, sight]): Required => ({
        criterion: name,
        kind: "outcome",
        what,
        file,
        whole: span,
        span,
        formulas,
        sights: [[sight]],
      }),
    );
  });
}
