import { outcomeCounts, type ServiceJudged, transitionsBetween } from "../../engine/determine/cohort/index.ts";
import { type Bitmap, bitmapOf, countRows, either, firstRows, hasRow } from "../../engine/evaluate/columns/index.ts";
import type { CohortJudged } from "../../engine/determine/cohort/index.ts";
import { type Cohort, mostRejectionsKept, type Rejection } from "../../engine/values/cohort/index.ts";

/** What a set says of a cohort, and what another said of the same. */
export interface Impact {
  readonly set: string;
  readonly cohort: Cohort;
  readonly judged: CohortJudged;
  readonly against: { readonly name: string; readonly judged: CohortJudged } | null;
  readonly seconds: number;
}

/** Numbers of rows; `asked` of a service is the sum of its counts and of what contradicts. */
export function impactAsJson(found: Impact): object {
  const { set, cohort, judged, against, seconds } = found;
  const { answered, rejected, byKind, kept } = totalsOf(found);
  return {
    set,
    ...(against === null ? {} : { against: against.name }),
    cases: cohort.cases,
    answered,
    rejected,
    rejectedBy: Object.fromEntries(byKind),
    rejections: kept,
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

/** Every case is answered or rejected, so these add up. */
export interface Totals {
  readonly answered: number;
  readonly rejected: number;
  readonly byKind: ReadonlyMap<string, number>;
  /** By line. */
  readonly kept: readonly (Omit<Rejection, "kind"> & { readonly kind: string })[];
}

/** A case that contradicts what a guideline assumes is rejected too, though other services of it may be answered. */
export function totalsOf({ cohort, judged }: Impact): Totals {
  const { cases, rejected } = cohort;
  const contradicting = contradictingRows(judged, cohort);
  const count = rejected.count + contradicting.length;
  const kept = contradicting.slice(0, mostRejectionsKept).map((row) => contradiction(judged, cohort, row));
  return {
    answered: cases - count,
    rejected: count,
    byKind: contradicting.length === 0 ? rejected.byKind : new Map([...rejected.byKind, [kind, contradicting.length]]),
    kept: [...rejected.kept, ...kept].toSorted((one, other) => one.line - other.line).slice(0, mostRejectionsKept),
  };
}

const kind = "against an assumption";

/** Of each case that contradicts a guideline, whatever it asks for, the first row that does. */
function contradictingRows({ services }: CohortJudged, { rows, lines }: Cohort): readonly number[] {
  const all = services.flatMap(({ contradictory }) => [...contradictory.values()]);
  const found = firstRows(all.reduce(either, bitmapOf(rows)), rows);
  return found.filter((row, at) => at === 0 || lines[row] !== lines[found[at - 1] ?? 0]);
}

/** In the words in which people find it: the guideline, and the service that is asked for. */
function contradiction({ services }: CohortJudged, { lines }: Cohort, row: number): Totals["kept"][number] {
  const line = lines[row] ?? 0;
  const isOfTheCase = (rows: Bitmap): boolean => {
    for (let at = row; lines[at] === line; at += 1) if (hasRow(rows, at)) return true;
    return false;
  };
  const said = services.flatMap(({ asked, contradictory }) =>
    [...contradictory].flatMap(([guideline, rows]) =>
      isOfTheCase(rows) ? [`For ${asked.service} it contradicts what \`${guideline}\` assumes of every case.`] : [],
    ),
  );
  return { line, case: null, kind, reason: `${said.join(" ")} \`precept determine\` names the assumption.` };
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
