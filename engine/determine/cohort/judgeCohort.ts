import {
  type Bitmap,
  bitmapOf,
  both,
  countRows,
  either,
  setRow,
  without,
  hasRow,
} from "../../evaluate/columns/index.ts";
import type { Answer, Case, Outcome, RequestedService } from "../../values/index.ts";
import { type AskedService, casesBehind, type Cohort, type Reading } from "../../values/cohort/index.ts";
import { inForce, namingFirst, requestedService } from "../governing.ts";
import type { GuidelineInSet, GuidelinesInForce } from "../guidelinesInForce.ts";
import { judge } from "../judge.ts";
import { localFirst } from "../precedence.ts";
import { type AskedRows, rowsWhere } from "./askedFor.ts";
import { CohortLooks } from "./looks.ts";

/** What comes of one service, over all rows that ask for it. Every row that asks has one outcome or contradicts. */
export interface ServiceJudged {
  readonly asked: AskedService;
  readonly rows: Bitmap;
  readonly outcomes: ReadonlyMap<Outcome, Bitmap>;
  /** By guideline that governs: its title, and the rows that contradict what it assumes. */
  readonly contradictory: ReadonlyMap<string, Bitmap>;
  readonly criteria: readonly CriterionJudged[];
}

/** How a definition of a guideline comes out over the rows that it governs. */
export interface CriterionJudged {
  readonly guideline: string;
  /** Tells versions of one guideline apart. */
  readonly file: string;
  readonly criterion: string;
  readonly counts: Readonly<Record<Answer, number>>;
}

export interface CohortJudged {
  readonly services: readonly ServiceJudged[];
  /** Rows that columns cannot answer, because the set has an order of authority: each was judged by itself. */
  readonly judgedByThemselves: number;
  /** Rows of these that the file does not have any more, as it had when it was read: they are counted nowhere. */
  readonly lost: number;
}

/**
 * What `judge` says of every row. A guideline is asked about all rows at once; a set whose order of authority is in force has
 * the rows concerned judged one by one, from their file.
 */
export async function judgeCohort(
  set: GuidelinesInForce,
  cohort: Cohort,
  reading: Reading,
  asked: readonly AskedRows[],
): Promise<CohortJudged> {
  const judging = new Judging(set, cohort, asked);
  const { alone } = judging;
  const judgedByThemselves = countRows(alone);
  let found = 0;
  if (judgedByThemselves > 0)
    for await (const one of casesBehind(cohort, reading, (row) => hasRow(alone, row))) {
      judging.judge(one);
      found += 1;
    }
  return { services: judging.services(), judgedByThemselves, lost: judgedByThemselves - found };
}

interface RowCase {
  readonly row: number;
  readonly case: Case;
  readonly request: RequestedService;
}

class Judging {
  readonly alone: Bitmap;
  readonly #set: GuidelinesInForce;
  readonly #tallies: readonly Tally[];

  constructor(set: GuidelinesInForce, cohort: Cohort, asked: readonly AskedRows[]) {
    const looks = new CohortLooks(cohort);
    this.#set = set;
    this.#tallies = asked.map((one) => new Tally(one, looks));
    this.alone = bitmapOf(cohort.rows);
    for (const { guidelines, rows } of periods(set, cohort)) {
      const isRanked = guidelines.some(({ guideline }) => guideline.authority !== null);
      for (const tally of this.#tallies) {
        const own = both(tally.rows, rows);
        if (!isRanked) tally.inOrder(guidelines, own);
        else
          for (const [word, bits] of tally.leftAlone(own).entries()) this.alone[word] = (this.alone[word] ?? 0) | bits;
      }
    }
  }

  judge({ row, case: of, request }: RowCase): void {
    for (const tally of this.#tallies) {
      if (!hasRow(tally.alone, row)) continue;
      const judgement = judge(this.#set, of, { ...request, ...tally.asked });
      const governing = this.#set.guidelines.find(
        ({ guideline }) => guideline.file === judgement.governing?.scene.guideline.file,
      );
      tally.one(row, judgement.contradicts.length > 0 ? "contradictory" : judgement.outcome, governing ?? null);
    }
  }

  services(): readonly ServiceJudged[] {
    return this.#tallies.map((tally) => tally.judged());
  }
}

interface Period {
  /** In force on these rows' service dates, in the order in which they are asked. */
  readonly guidelines: readonly GuidelineInSet[];
  readonly rows: Bitmap;
}

/** Rows by which guidelines are in force on their service date. */
function periods(set: GuidelinesInForce, { serviceDates }: Cohort): readonly Period[] {
  const inForceOn = serviceDates.values.map((date) =>
    set.guidelines.filter(({ guideline }) => isInForce(guideline, date)),
  );
  const files = inForceOn.map((guidelines) => guidelines.map(({ guideline }) => guideline.file).join("\n"));
  return [...new Set(files)].map((own) => ({
    guidelines: localFirst(inForceOn[files.indexOf(own)] ?? []),
    rows: rowsWhere(
      serviceDates.of,
      files.map((each) => each === own),
    ),
  }));
}

function isInForce(guideline: GuidelineInSet["guideline"], date: string): boolean {
  return inForce(guideline, { dates: { "service date": date } });
}

/** The rows of one service, as they are decided. */
class Tally {
  readonly asked: AskedService;
  readonly rows: Bitmap;
  readonly alone: Bitmap;
  readonly #looks: CohortLooks;
  readonly #outcomes = new Map<Outcome, Bitmap>();
  readonly #contradictory = new Map<string, Bitmap>();
  readonly #governed = new Map<GuidelineInSet, Bitmap>();

  constructor({ asked, rows }: AskedRows, looks: CohortLooks) {
    this.asked = asked;
    this.rows = rows;
    this.alone = new Int32Array(rows.length);
    this.#looks = looks;
  }

  /** Rows to be judged one by one. */
  leftAlone(rows: Bitmap): Bitmap {
    this.alone.set(either(this.alone, rows));
    return rows;
  }

  /** As `judge` does in a set without an order of authority: the first that is not silent governs. */
  inOrder(guidelines: readonly GuidelineInSet[], rows: Bitmap): void {
    const request = { ...this.asked, askedFor: [], administrator: null, decision: null, expect: null };
    let left = rows;
    for (const one of namingFirst(guidelines, request)) {
      const service = requestedService(one.guideline, request);
      if (service === null) continue;
      const looks = this.#looks.look(one, service.key);
      const governed = without(left, looks.silent);
      for (const [outcome, found] of looks.outcomes) this.#add(this.#outcomes, outcome, both(found, governed));
      this.#add(this.#contradictory, one.guideline.title, both(looks.contradictory, governed));
      this.#add(this.#governed, one, governed);
      left = both(left, looks.silent);
    }
    this.#add(this.#outcomes, "not addressed", left);
  }

  one(row: number, outcome: Outcome | "contradictory", governing: GuidelineInSet | null): void {
    if (outcome === "contradictory")
      setRow(this.#own(this.#contradictory, governing?.guideline.title ?? ""), row, true);
    else setRow(this.#own(this.#outcomes, outcome), row, true);
    if (governing !== null) setRow(this.#own(this.#governed, governing), row, true);
  }

  judged(): ServiceJudged {
    const { asked, rows } = this;
    const criteria = [...this.#governed].flatMap(([one, governed]) => this.#criteria(one, governed));
    return { asked, rows, outcomes: this.#outcomes, contradictory: this.#contradictory, criteria };
  }

  #criteria(one: GuidelineInSet, governed: Bitmap): readonly CriterionJudged[] {
    if (countRows(governed) === 0) return [];
    const names = new Map(one.guideline.definitions.map(({ key, name }) => [key, name]));
    return [...this.#looks.criteria(one)].map(([key, { canMeet, canFail }]) => {
      const met = both(canMeet, governed);
      const failed = both(canFail, governed);
      const open = countRows(both(met, failed));
      const counts = { met: countRows(met) - open, "not met": countRows(failed) - open, "not documented": open };
      return { guideline: one.guideline.title, file: one.guideline.file, criterion: names.get(key) ?? key, counts };
    });
  }

  #add<Key>(all: Map<Key, Bitmap>, key: Key, rows: Bitmap): void {
    const own = this.#own(all, key);
    for (const [word, bits] of rows.entries()) own[word] = (own[word] ?? 0) | bits;
  }

  /** The rows of a key, which more are added to. */
  #own<Key>(all: Map<Key, Bitmap>, key: Key): Bitmap {
    const own = all.get(key) ?? new Int32Array(this.rows.length);
    all.set(key, own);
    return own;
  }
}
