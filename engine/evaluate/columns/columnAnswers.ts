import type { Formula, SettledOutcome } from "../../ir/index.ts";
import type { GateId, GuidelineRails, Rails } from "../../logic/index.ts";
import { type Bitmap, bitmapOf, both, setRow, without } from "./bitmap.ts";
import { type Columns, runGates } from "./gates.ts";

/** What may come out of each row; neither is on where the case contradicts the assumptions. */
export interface RowAnswers {
  readonly canMeet: Bitmap;
  readonly canFail: Bitmap;
}

/** By outcome, the rows that have a completion with it; a row that has none contradicts the assumptions. */
export type RowOutcomes = ReadonlyMap<SettledOutcome, Bitmap>;

/** A guideline over a cohort: every row's answer is that of the interpreter. */
export class ColumnAnswers {
  readonly #rails: GuidelineRails;
  readonly #columns: Columns;
  #sound: Bitmap | undefined;

  constructor(rails: GuidelineRails, columns: Columns) {
    this.#rails = rails;
    this.#columns = columns;
  }

  /** `criteria`: formulas of the guideline, or keys of definitions. What they share is worked out once. */
  answers(criteria: readonly (Formula | string)[]): readonly RowAnswers[] {
    const rails = criteria.map((criterion) => this.#railsOf(criterion));
    const found = this.#run(rails.flatMap(({ canMeet, canFail }) => [canMeet, canFail]));
    return rails.map((_, at) => ({ canMeet: own(found, 2 * at), canFail: own(found, 2 * at + 1) }));
  }

  outcomes(service: string): RowOutcomes {
    const gates = [...this.#rails.outcomes(service)];
    const found = this.#run(gates.map(([, gate]) => gate));
    return new Map(gates.map(([outcome], at) => [outcome, own(found, at)]));
  }

  #railsOf(criterion: Formula | string): Rails {
    if (typeof criterion === "string") return this.#rails.criterion(criterion);
    const rails = this.#rails.of(criterion);
    if (rails === null) throw new Error("The formula is no part of the guideline");
    return rails;
  }

  /** The gates hold only where some completion is left. */
  #run(gates: readonly GateId[]): readonly Bitmap[] {
    const { circuit, possible } = this.#rails;
    const [sound, ...found] = runGates(circuit, [possible, ...gates], this.#columns);
    this.#sound ??= without(sound ?? bitmapOf(0), this.#emptyRows());
    const allowed = this.#sound;
    return found.map((bitmap) => both(bitmap, allowed));
  }

  /** Rows that leave some quantity no value at all, whether or not anything asks for it. */
  #emptyRows(): Bitmap {
    const empty = bitmapOf(this.#columns.rows);
    for (const { id } of this.#rails.program.quantities)
      for (const row of this.#columns.column(id).empty) setRow(empty, row, true);
    return empty;
  }
}

function own(bitmaps: readonly Bitmap[], at: number): Bitmap {
  const bitmap = bitmaps[at];
  if (bitmap === undefined) throw new Error("Every gate that was asked for is worked out");
  return bitmap;
}
