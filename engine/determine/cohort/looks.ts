import type { Guideline } from "../../../dsl/index.ts";
import {
  type Bitmap,
  both,
  ColumnAnswers,
  either,
  type RowAnswers,
  type RowOutcomes,
  without,
} from "../../evaluate/columns/index.ts";
import type { SettledOutcome } from "../../ir/index.ts";
import { GuidelineRails } from "../../logic/index.ts";
import { type Cohort, columnsFor } from "../../values/cohort/index.ts";
import type { Outcome } from "../../values/index.ts";
import type { GuidelineInSet } from "../guidelinesInForce.ts";

/** What one guideline says of every row, should it be asked for one of its services. */
export interface RowLooks {
  /** Rows that it does not speak of: it does not apply, or decides nothing of what is asked for. */
  readonly silent: Bitmap;
  /** Of the others, by outcome. */
  readonly outcomes: ReadonlyMap<Outcome, Bitmap>;
  /** Of the others, those that contradict what it assumes. */
  readonly contradictory: Bitmap;
}

/** The guidelines of a set over a cohort, each made ready when it is first asked. */
export class CohortLooks {
  readonly #cohort: Cohort;
  readonly #answers = new Map<Guideline, ColumnAnswers>();
  readonly #looks = new Map<string, RowLooks>();

  constructor(cohort: Cohort) {
    this.#cohort = cohort;
  }

  look(one: GuidelineInSet, service: string): RowLooks {
    const key = `${one.guideline.file}\n${service}`;
    const looks = this.#looks.get(key) ?? this.#look(one, service);
    this.#looks.set(key, looks);
    return looks;
  }

  /** Of every definition of the guideline, in the order of its program. */
  criteria(one: GuidelineInSet): ReadonlyMap<string, RowAnswers> {
    const keys = [...one.compiled.program.criteria.keys()];
    const answers = this.#answersOf(one).answers(keys);
    return new Map(keys.flatMap((key, at) => (answers[at] === undefined ? [] : [[key, answers[at]]])));
  }

  #look(one: GuidelineInSet, service: string): RowLooks {
    const answers = this.#answersOf(one);
    const [scope] = answers.answers([one.compiled.program.scope]);
    if (scope === undefined) throw new Error("One criterion has one answer");
    return looksOf(scope, answers.outcomes(service));
  }

  #answersOf({ guideline, compiled }: GuidelineInSet): ColumnAnswers {
    const columns = columnsFor(this.#cohort, { guideline, program: compiled.program });
    const answers = this.#answers.get(guideline) ?? new ColumnAnswers(new GuidelineRails(compiled.diagrams), columns);
    this.#answers.set(guideline, answers);
    return answers;
  }
}

/** As `look` and `agreedOutcome` have it, for all rows at once. */
function looksOf(scope: RowAnswers, possible: RowOutcomes): RowLooks {
  const outOfScope = without(scope.canFail, scope.canMeet);
  const { once, several } = counted([...possible.values()]);
  const agreed = (outcome: SettledOutcome): Bitmap => without(both(once, possible.get(outcome) ?? once), several);
  const silent = either(outOfScope, agreed("not addressed"));
  const spoken = (["excluded", "modified", "criteria met", "criteria not met"] as const).map(
    (outcome) => [outcome, without(agreed(outcome), silent)] as const,
  );
  return {
    silent,
    outcomes: new Map<Outcome, Bitmap>([...spoken, ["information needed", without(several, silent)]]),
    contradictory: without(
      once.map((word) => ~word),
      silent,
    ),
  };
}

/** The rows that are on at least once, and those that are on several times. */
function counted(bitmaps: readonly Bitmap[]): { readonly once: Bitmap; readonly several: Bitmap } {
  let once: Bitmap = new Int32Array(bitmaps[0]?.length ?? 0);
  let several: Bitmap = once;
  for (const each of bitmaps) {
    several = either(several, both(once, each));
    once = either(once, each);
  }
  return { once, several };
}
