import { type Fact, nameKey } from "../../../../dsl/index.ts";
import type { Case, CaseFact, RequestedService } from "../../case.ts";
import { caseSchemaName, decodeCaseData } from "../../case/index.ts";
import { firstError, type Reading } from "../reading.ts";
import type { Why } from "../rejections.ts";
import { ByDates, type RowDates } from "./byDates.ts";
import { factData } from "./factCells.ts";
import type { Aspect } from "./header.ts";
import { type Memory, Texts, Tuples } from "./numbering.ts";

/** A fact and the cells that speak of it. */
export interface FactColumns {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly { readonly aspect: Aspect; readonly at: number }[];
}

/** What cells say of a fact: what a case file would. */
export interface FactRead {
  /** `null`: never asked, or not readable. */
  readonly fact: CaseFact | null;
  readonly problem: Why | null;
  /** What is wrong with its value, which may rest on the dates of the case. */
  readonly checked: ByDates<{ readonly problem: Why | null }>;
}

/** Reads the cells of one fact, each combination of texts once. */
export class FactReader {
  readonly columns: FactColumns;
  readonly #reading: Reading;
  readonly #declared: readonly Fact[];
  readonly #texts: readonly Texts[];
  readonly #tuples: Tuples;
  readonly #memory: Memory;
  readonly #known: FactRead[] = [];

  constructor(columns: FactColumns, reading: Reading, memory: Memory) {
    const { ofRecord, askedFor } = reading.declared;
    this.columns = columns;
    this.#reading = reading;
    this.#memory = memory;
    this.#declared = [...ofRecord, ...askedFor].filter(({ key }) => key === columns.key);
    this.#texts = columns.cells.map(() => new Texts(memory));
    this.#tuples = new Tuples(memory);
  }

  /** The number of what the cells say. */
  number(cells: readonly string[]): number {
    const numbers = this.columns.cells.map(({ at }, place) => this.#texts[place]?.number(cells[at] ?? "") ?? 0);
    return this.#tuples.number(numbers);
  }

  read(number: number, cells: readonly string[]): FactRead {
    const known = this.#known[number];
    if (known !== undefined) return known;
    const read = this.#readCells(cells);
    this.#known[number] = read;
    return read;
  }

  /** What is wrong with what the cells say, on these dates. */
  problem({ fact, problem, checked }: FactRead, dates: RowDates): Why | null {
    if (fact === null) return problem;
    return checked.of(dates, (seen) => {
      this.#memory.keep();
      return { problem: firstError(this.#reading.check(caseWith([fact], seen, this.#reading)), "wrong value") };
    }).problem;
  }

  #readCells(cells: readonly string[]): FactRead {
    const { name } = this.columns;
    const said = this.columns.cells.flatMap(({ aspect, at }) =>
      cells[at] === "" ? [] : [[aspect, cells[at] ?? ""] as const],
    );
    const data = factData(name, new Map(said), this.#declared);
    const checked = new ByDates<{ readonly problem: Why | null }>();
    if (data === undefined) return { fact: null, problem: null, checked };
    if ("problem" in data) return { fact: null, problem: data.problem, checked };
    const { value, diagnostics } = decodeCaseData(name, rowData({ [name]: data.data }));
    return { fact: value?.facts[0] ?? null, problem: firstError(diagnostics, "wrong value"), checked };
  }
}

const anyDay = "2000-01-01";

/** A row as the case file that says the same. */
export function rowData(
  facts: Readonly<Record<string, unknown>>,
  dates = { "request date": anyDay, "service date": anyDay },
) {
  return { schema: caseSchemaName, case: "row", dates, facts, requests: [{ service: "any" }] };
}

/** A case of which so much is known. A fact stands where guidelines declare it: in the record, with the request, or both. */
export function caseWith(facts: readonly CaseFact[], dates: Case["dates"], { declared }: Reading): Case {
  return {
    id: "row",
    title: "row",
    summary: [],
    review: { reviewer: null, statement: [] },
    dates,
    documents: [],
    facts: facts.filter(({ fact }) => isAmong(declared.ofRecord, fact)),
    lists: [],
    requests: [requestWith(facts.filter(({ fact }) => isAmong(declared.askedFor, fact)))],
  };
}

/** `fact`: as declared, for that is how the facts of a row are named. */
function isAmong(declared: readonly Fact[], fact: string): boolean {
  return declared.some(({ key }) => key === nameKey(fact));
}

export function requestWith(askedFor: readonly CaseFact[]): RequestedService {
  return { service: "any", code: null, askedFor, administrator: null, decision: null, expect: null };
}
