import type { Case, CaseFact } from "../../case.ts";
import { decodeCaseData } from "../../case/index.ts";
import type { AskedService } from "../cohort.ts";
import type { CohortBuilder } from "../cohortBuilder.ts";
import { factsBehind } from "../definitions.ts";
import { longestCell } from "../limits.ts";
import { ownCopy } from "../ownCopy.ts";
import { CaseIds, firstError, type LineReader, type Reading, type RowOfCase } from "../reading.ts";
import type { Why } from "../rejections.ts";
import type { Wanted } from "../wanted.ts";
import { DatedMemory, type NumberedDate, type RowDates } from "./byDates.ts";
import { cellsOf } from "./cells.ts";
import { caseWith, type FactColumns, FactReader, rowData } from "./factReader.ts";
import type { CsvHeader } from "./header.ts";
import { type Memories, Memory } from "./numbering.ts";
import { QuantityReader } from "./quantityReader.ts";

/** What the lines of a CSV file are read with. */
interface Reader {
  readonly header: CsvHeader;
  readonly reading: Reading;
  readonly wanted: readonly Wanted[];
  readonly builder: CohortBuilder;
}

/** A line of a CSV file is a case; what a text means is worked out once, however many rows say the same. */
export class CsvReader implements LineReader {
  readonly #reader: Reader;
  readonly #ids = new CaseIds();
  readonly #at: Readonly<Record<"case" | "request date" | "service date" | "service" | "code", number>>;
  readonly #facts: readonly FactColumns[];
  readonly #dates = new Map<string, NumberedDate>();
  #readers: Readers;

  constructor(reader: Reader) {
    const place = (says: string): number => reader.header.columns.findIndex((column) => column.says === says);
    this.#reader = reader;
    this.#at = {
      case: place("case"),
      "request date": place("request date"),
      "service date": place("service date"),
      service: place("service"),
      code: place("code"),
    };
    this.#facts = factColumns(reader.header);
    this.#readers = this.#fresh();
  }

  read = (line: number, text: string): (Why & { readonly case: string | null }) | null => {
    const cells = this.#cells(text);
    if ("kind" in cells) return { ...cells, case: null };
    const id = cells[this.#at.case] ?? "";
    const why = this.#row(line, id, cells);
    return why === null ? null : { ...why, case: id === "" ? null : id };
  };

  rowsOf = (text: string): readonly RowOfCase[] => {
    const cells = this.#cells(text);
    if ("kind" in cells) throw new Error("A row that was read before is readable");
    if (this.#readers.memory.texts.isFull) this.#readers = this.#fresh();
    const facts = this.#readers.facts.flatMap((fact) => fact.read(fact.number(cells), cells).fact ?? []);
    const dates = {
      "request date": cells[this.#at["request date"]] ?? "",
      "service date": cells[this.#at["service date"]] ?? "",
    };
    const id = cells[this.#at.case] ?? "";
    const of: Case = { ...caseWith(facts, dates, this.#reader.reading), id, title: id };
    return of.requests.map((request) => ({ case: of, request: { ...request, ...this.#service(cells) } }));
  };

  #row(line: number, id: string, cells: readonly string[]): Why | null {
    if (this.#readers.memory.texts.isFull) this.#readers = this.#fresh();
    const dates = this.#rowDates(cells);
    if ("kind" in dates) return dates;
    const { facts, quantities } = this.#readers;
    const numbers = facts.map((fact) => fact.number(cells));
    const read = facts.map((fact, at) => fact.read(numbers[at] ?? 0, cells));
    for (const [at, fact] of facts.entries()) {
      const found = read[at];
      const problem = found === undefined ? null : fact.problem(found, cells, dates);
      if (problem !== null) return problem;
    }
    const taken = this.#ids.take(id.length > shortest ? ownCopy(id) : id, line);
    if (taken !== null) return taken;
    this.#reader.builder.head({ line, service: this.#service(cells), serviceDate: dates.service.date });
    const factsAt = (places: readonly number[]): readonly CaseFact[] =>
      places.flatMap((place) => read[place]?.fact ?? []);
    for (const [column, quantity] of quantities.entries())
      this.#reader.builder.cell(column, quantity.held(numbers, dates, factsAt));
    return null;
  }

  #cells(text: string): readonly string[] | Why {
    const { delimiter, columns } = this.#reader.header;
    const cells = cellsOf(text, delimiter);
    if (cells === null) return { kind: "broken quotes", reason: "A quote is not closed on its line." };
    if (cells.length !== columns.length) {
      const reason = `It has ${cells.length} cells, the first line ${columns.length}.`;
      return { kind: "wrong number of cells", reason };
    }
    if (text.length > longestCell && cells.some((cell) => cell.length > longestCell))
      return { kind: "too long", reason: `A cell is longer than ${longestCell.toLocaleString("en")} characters.` };
    return cells;
  }

  #rowDates(cells: readonly string[]): RowDates | Why {
    const request = this.#date("request date", cells);
    if ("kind" in request) return request;
    const service = this.#date("service date", cells);
    return "kind" in service ? service : { request, service };
  }

  /** Days that the calendar has are few; what is no date is not kept. */
  #date(says: "request date" | "service date", cells: readonly string[]): NumberedDate | Why {
    const text = cells[this.#at[says]] ?? "";
    const known = this.#dates.get(text);
    if (known !== undefined) return known;
    if (text === "") return { kind: "wrong date", reason: `The ${says} is missing.` };
    const data = rowData({}, { "request date": text, "service date": text });
    const why = firstError(decodeCaseData(says, data).diagnostics.slice(0, 1), "wrong date");
    if (why !== null) return why;
    const date = { date: ownCopy(text), number: this.#dates.size };
    this.#dates.set(date.date, date);
    return date;
  }

  #service(cells: readonly string[]): AskedService | null {
    const service = cells[this.#at.service] ?? "";
    const code = cells[this.#at.code] ?? "";
    return service === "" ? null : { service, code: code === "" ? null : code };
  }

  #fresh(): Readers {
    const { reading, wanted, builder } = this.#reader;
    const places = new Map(this.#facts.map(({ key }, place) => [key, place]));
    const memory = { texts: new Memory(), dated: new DatedMemory() };
    return {
      memory,
      facts: this.#facts.map((columns) => new FactReader(columns, reading, memory)),
      quantities: wanted.flatMap((each, at) => {
        const facts = factsBehind(each.quantity, each.asking.program).flatMap((key) => places.get(key) ?? []);
        const column = builder.columns[at];
        return column === undefined ? [] : [new QuantityReader(facts, each, column, reading, memory)];
      }),
    };
  }
}

interface Readers {
  readonly memory: Memories;
  readonly facts: readonly FactReader[];
  readonly quantities: readonly QuantityReader[];
}

/** Ids so short are not cut from a larger text but copied. */
const shortest = 12;

/** The cells of a file by the fact that they speak of. */
function factColumns({ columns, names }: CsvHeader): readonly FactColumns[] {
  const cells = columns.flatMap((column, at) => (column.says === "fact" ? [{ ...column, at }] : []));
  return [...Map.groupBy(cells, ({ fact }) => fact)].map(([key, own]) => ({
    key,
    name: names.get(key) ?? key,
    cells: own.map(({ aspect, at }) => ({ aspect, at })),
  }));
}
