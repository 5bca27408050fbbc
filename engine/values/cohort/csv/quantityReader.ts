import type { CaseFact } from "../../case.ts";
import { reduceCase } from "../../reduce/index.ts";
import type { ColumnBuilder, Held } from "../columnBuilder.ts";
import type { Reading } from "../reading.ts";
import type { Wanted } from "../wanted.ts";
import { ByDates, type RowDates } from "./byDates.ts";
import { caseWith } from "./factReader.ts";
import { type Memory, Tuples } from "./numbering.ts";

/** Reduces what the cells of a row say to one quantity, each combination of texts once. */
export class QuantityReader {
  /** Which of the facts of the file it rests on, by place. */
  readonly facts: readonly number[];
  readonly #wanted: Wanted;
  readonly #builder: ColumnBuilder;
  readonly #reading: Reading;
  readonly #tuples: Tuples;
  readonly #memory: Memory;
  readonly #known: ByDates<Held>[] = [];

  constructor(facts: readonly number[], wanted: Wanted, builder: ColumnBuilder, reading: Reading, memory: Memory) {
    this.facts = facts;
    this.#wanted = wanted;
    this.#builder = builder;
    this.#reading = reading;
    this.#tuples = new Tuples(memory);
    this.#memory = memory;
  }

  /** `numbers`: of what the row says of each fact that this rests on; `factsOf` gives these. */
  held(numbers: readonly number[], dates: RowDates, factsOf: () => readonly CaseFact[]): Held {
    const number = this.#tuples.number(numbers);
    const known = (this.#known[number] ??= new ByDates<Held>());
    return known.of(dates, (seen) => {
      this.#memory.keep();
      const { guideline, program } = this.#wanted.asking;
      const of = caseWith(factsOf(), seen, this.#reading);
      const [request] = of.requests;
      if (request === undefined) throw new Error("A row is one request");
      const information = reduceCase(guideline, program, of, request).value.quantities.get(this.#wanted.quantity.id);
      if (information === undefined) throw new Error(`A case is reduced to ${this.#wanted.quantity.id}`);
      return this.#builder.held(information);
    });
  }
}
