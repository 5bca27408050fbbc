import type { Column } from "./column.ts";
import { columnBuilder, type ColumnBuilder, type Held } from "./columnBuilder.ts";
import type { AskedService, Cohort, RowTexts } from "./cohort.ts";
import type { Wanted } from "./wanted.ts";
import { Growable } from "./growable.ts";

/** What a row has beside its columns. */
export interface RowHead {
  readonly line: number;
  readonly service: AskedService | null;
  readonly serviceDate: string;
}

/** A cohort that becomes longer, row by row. */
export class CohortBuilder {
  readonly columns: readonly ColumnBuilder[];
  readonly #wanted: readonly Wanted[];
  readonly #lines = new Growable((length) => new Int32Array(length));
  readonly #services = new TextsBuilder<AskedService | null>((asked) =>
    asked === null ? "" : `${asked.service}\n${asked.code ?? ""}`,
  );
  readonly #dates = new TextsBuilder<string>((date) => date);

  /** `wanted`: a column for each, in this order. */
  constructor(wanted: readonly Wanted[]) {
    this.#wanted = wanted;
    this.columns = wanted.map(({ quantity }) => columnBuilder(quantity.domain));
  }

  get rows(): number {
    return this.#lines.length;
  }

  head({ line, service, serviceDate }: RowHead): void {
    this.#lines.push(line);
    this.#services.push(service);
    this.#dates.push(serviceDate);
  }

  cell(column: number, held: Held): void {
    this.columns[column]?.push(held);
  }

  finish(): Pick<Cohort, "rows" | "lines" | "services" | "serviceDates" | "columns"> {
    const columns = this.#wanted.flatMap(({ definition }, at): readonly (readonly [string, Column])[] => {
      const column = this.columns[at];
      return column === undefined ? [] : [[definition, column.finish()]];
    });
    return {
      rows: this.rows,
      lines: this.#lines.taken(),
      services: this.#services.finish(),
      serviceDates: this.#dates.finish(),
      columns: new Map(columns),
    };
  }
}

class TextsBuilder<Value> {
  readonly #key: (value: Value) => string;
  readonly #places = new Map<string, number>();
  readonly #values: Value[] = [];
  readonly #of = new Growable((length) => new Int32Array(length));

  constructor(key: (value: Value) => string) {
    this.#key = key;
  }

  push(value: Value): void {
    const key = this.#key(value);
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.#values.length;
      this.#places.set(key, place);
      this.#values.push(value);
    }
    this.#of.push(place);
  }

  finish(): RowTexts<Value> {
    return { values: this.#values, of: this.#of.taken() };
  }
}
