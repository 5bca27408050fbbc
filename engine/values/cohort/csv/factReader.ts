import { type Fact, nameKey } from "../../../../dsl/index.ts";
import type { Case, CaseFact, RequestedService } from "../../case.ts";
import { caseSchemaName, decodeCaseData } from "../../case/index.ts";
import { firstError, type Reading } from "../reading.ts";
import type { Why } from "../rejections.ts";
import { ownCopy } from "../ownCopy.ts";
import { ByDates, type RowDates } from "./byDates.ts";
import { type FactData, factData } from "./factCells.ts";
import type { Aspect } from "./header.ts";
import { type Memories, Texts, Tuples } from "./numbering.ts";

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
  readonly checked: ByDates<Checked>;
}

interface Checked {
  readonly problem: Why | null;
}

/** Reads the cells of one fact, each combination of texts once. */
export class FactReader {
  readonly columns: FactColumns;
  readonly #reading: Reading;
  readonly #declared: readonly Fact[];
  readonly #texts: readonly Texts[];
  readonly #numbers: number[];
  readonly #places: readonly number[];
  readonly #tuples: Tuples;
  readonly #memory: Memories;
  readonly #known: FactRead[] = [];
  readonly #aside: readonly Aside[];
  readonly #hasAside: boolean;

  constructor(columns: FactColumns, reading: Reading, memory: Memories) {
    const { ofRecord, askedFor } = reading.declared;
    this.columns = columns;
    this.#reading = reading;
    this.#memory = memory;
    this.#declared = [...ofRecord, ...askedFor].filter(({ key }) => key === columns.key);
    this.#texts = columns.cells.map(() => new Texts(memory.texts));
    this.#numbers = columns.cells.map(() => 0);
    this.#places = [...columns.cells.keys()];
    this.#tuples = new Tuples(memory.texts);
    this.#aside = columns.cells.map(({ aspect }) => (bearsOn(aspect, this.#declared) ? null : new Map()));
    this.#hasAside = this.#aside.some((each) => each !== null);
  }

  /** The number of what the cells say. Of evidence that no need asks about, only whether it is given. */
  number(cells: readonly string[]): number {
    for (const [place, { at }] of this.columns.cells.entries()) {
      const text = cells[at] ?? "";
      const given = text === "" ? 0 : 1;
      this.#numbers[place] = this.#aside[place] === null ? (this.#texts[place]?.number(text) ?? 0) : given;
    }
    return this.#tuples.number(this.#numbers, this.#places);
  }

  read(number: number, cells: readonly string[]): FactRead {
    const known = this.#known[number];
    if (known !== undefined) return known;
    const read = this.#readCells(cells);
    this.#known[number] = read;
    return read;
  }

  /** What is wrong with what the cells say, on these dates. */
  problem({ fact, problem, checked }: FactRead, cells: readonly string[], dates: RowDates): Why | null {
    if (fact === null) return problem;
    const { problem: found } =
      checked.known(dates) ??
      checked.read(dates, (seen) => ({
        problem: firstError(this.#reading.check(caseWith([fact], seen, this.#reading)), "wrong value"),
      }));
    return found ?? (this.#hasAside ? this.#problemAside(cells) : null);
  }

  /** Cells that bear on nothing are to be readable all the same. */
  #problemAside(cells: readonly string[]): Why | null {
    for (const [place, { aspect, at }] of this.columns.cells.entries()) {
      const known = this.#aside[place] ?? null;
      const text = cells[at] ?? "";
      if (known === null || text === "") continue;
      const problem = known.get(text) ?? this.#checkedAside(known, aspect, text);
      if (problem !== "fine") return problem;
    }
    return null;
  }

  #checkedAside(known: Map<string, Why | "fine">, aspect: Aspect, text: string): Why | "fine" {
    const { name } = this.columns;
    const problem =
      this.#decoded(
        factData(
          name,
          new Map([
            ["value", "any"],
            [aspect, text],
          ]),
          [],
        ),
      ).problem ?? "fine";
    this.#memory.texts.keep();
    known.set(ownCopy(text), problem);
    return problem;
  }

  #readCells(cells: readonly string[]): FactRead {
    const said = this.columns.cells.flatMap(({ aspect, at }, place) => {
      const text = cells[at] ?? "";
      return text === "" ? [] : [[aspect, this.#aside[place] === null ? text : stands(aspect, text)] as const];
    });
    const read = this.#decoded(factData(this.columns.name, new Map(said), this.#declared));
    return { ...read, checked: new ByDates<Checked>(this.#memory.dated) };
  }

  #decoded(data: FactData): { readonly fact: CaseFact | null; readonly problem: Why | null } {
    if (data === undefined) return { fact: null, problem: null };
    if ("problem" in data) return { fact: null, problem: data.problem };
    const { value, diagnostics } = decodeCaseData(this.columns.name, rowData({ [this.columns.name]: data.data }));
    return { fact: value?.facts[0] ?? null, problem: this.#ofTheFact(firstError(diagnostics, "wrong value")) };
  }

  /** A row has many cells: those that are wrong are to be found. */
  #ofTheFact(why: Why | null): Why | null {
    const name = `\`${this.columns.name}\``;
    return why === null || why.reason.includes(name) ? why : { ...why, reason: `${name}: ${why.reason}` };
  }
}

/** Texts of a cell that bears on nothing, and what is wrong with each; `null` of a cell that does bear on what is read. */
type Aside = Map<string, Why | "fine"> | null;

/** Evidence is read for what facts need of it (`unmetNeeds`), its date and author only where one asks for these. */
function bearsOn(aspect: Aspect, declared: readonly Fact[]): boolean {
  const needs = new Set(declared.flatMap((fact) => fact.needs.map(({ kind }) => kind)));
  if (aspect === "evidence date") return needs.has("recent");
  return aspect !== "evidence author" || needs.has("author");
}

/** What stands for all dates, or authors, that bear on nothing. */
function stands(aspect: Aspect, text: string): string {
  return aspect === "evidence date" ? anyDay : text;
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

function requestWith(askedFor: readonly CaseFact[]): RequestedService {
  return { service: "any", code: null, askedFor, administrator: null, decision: null, expect: null };
}
