import type { Case, CaseFact } from "../../case.ts";
import { reduceCase } from "../../reduce/index.ts";
import type { ColumnBuilder, Held } from "../columnBuilder.ts";
import type { Reading } from "../reading.ts";
import type { Wanted } from "../wanted.ts";
import { ByDates, type RowDates } from "./byDates.ts";
import { caseWith } from "./factReader.ts";
import { type Memories, Tuples } from "./numbering.ts";

/** Reduces what the cells of a row say to one quantity, each combination of texts once. */
export class QuantityReader {
  /** Which of the facts of the file it rests on, by place. */
  readonly facts: readonly number[];
  readonly #wanted: Wanted;
  readonly #builder: ColumnBuilder;
  readonly #reading: Reading;
  readonly #tuples: Tuples;
  readonly #memory: Memories;
  readonly #known: ByDates<Held>[] = [];

  constructor(facts: readonly number[], wanted: Wanted, builder: ColumnBuilder, reading: Reading, memory: Memories) {
    this.facts = facts;
    this.#wanted = wanted;
    this.#builder = builder;
    this.#reading = reading;
    this.#tuples = new Tuples(memory.texts);
    this.#memory = memory;
  }

  /** `numbers`: of what the row says of every fact; `factsAt` gives what it says of some. */
  held(numbers: readonly number[], dates: RowDates, factsAt: (places: readonly number[]) => readonly CaseFact[]): Held {
    const number = this.#tuples.number(numbers, this.facts);
    const known = (this.#known[number] ??= this.#unread());
    return known.known(dates) ?? known.read(dates, (seen) => this.#read(factsAt(this.facts), seen));
  }

  #unread(): ByDates<Held> {
    this.#memory.texts.keep();
    return new ByDates(this.#memory.dated);
  }

  #read(facts: readonly CaseFact[], dates: Case["dates"]): Held {
    const { guideline, program } = this.#wanted.asking;
    const of = caseWith(facts, dates, this.#reading);
    const [request] = of.requests;
    if (request === undefined) throw new Error("A row is one request");
    const information = reduceCase(guideline, program, of, request).value.quantities.get(this.#wanted.quantity.id);
    if (information === undefined) throw new Error(`A case is reduced to ${this.#wanted.quantity.id}`);
    return this.#builder.held(information);
  }
}
