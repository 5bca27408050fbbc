import { outcomeCounts, type ServiceJudged, transitionsBetween } from "../../engine/determine/cohort/index.ts";
import { countRows, firstRows } from "../../engine/evaluate/columns/index.ts";
import type { CohortJudged } from "../../engine/determine/cohort/index.ts";
import type { Cohort } from "../../engine/values/cohort/index.ts";

/** What a set says of a cohort, and what another said of the same. */
export interface Impact {
  readonly set: string;
  readonly cohort: Cohort;
  readonly judged: CohortJudged;
  readonly against: { readonly name: string; readonly judged: CohortJudged } | null;
  readonly seconds: number;
}

/** Numbers of rows; `asked` of a service is the sum of its counts and of what contradicts. */
export function impactAsJson({ set, cohort, judged, against, seconds }: Impact): object {
  const { cases, rejected } = cohort;
  return {
    set,
    ...(against === null ? {} : { against: against.name }),
    cases,
    answered: cases - rejected.count,
    rejected: rejected.count,
    rejectedBy: Object.fromEntries(rejected.byKind),
    rejections: rejected.kept,
    services: judged.services.map((service, at) => ({
      service: service.asked.service,
      code: service.asked.code,
      asked: countRows(service.rows),
      counts: Object.fromEntries(outcomeCounts(service)),
      contradictory: contradictoryIn(service, cohort),
      criteria: service.criteria,
      ...transitionsIn(service, against?.judged.services[at]),
    })),
    judgedOneByOne: judged.judgedByThemselves,
    seconds: Number(seconds.toFixed(3)),
  };
}

function transitionsIn(now: ServiceJudged, before: ServiceJudged | undefined): object {
  return before === undefined ? {} : { transitions: transitionsBetween(before, now) };
}

export interface ContradictoryRows {
  readonly guideline: string;
  readonly count: number;
  /** The lines of the first of them. */
  readonly lines: readonly number[];
}

/** Of these a person looks at a few. */
const mostLines = 20;

export function contradictoryIn({ contradictory }: ServiceJudged, { lines }: Cohort): readonly ContradictoryRows[] {
  return [...contradictory].flatMap(([guideline, rows]) => {
    const count = countRows(rows);
    const first = firstRows(rows, mostLines).map((row) => lines[row] ?? 0);
    return count === 0 ? [] : [{ guideline, count, lines: first }];
  });
}
