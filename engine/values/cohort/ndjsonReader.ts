import type { Case } from "../case.ts";
import { decodeCaseData } from "../case/index.ts";
import type { Information } from "../information.ts";
import { reduceCase } from "../reduce/index.ts";
import type { CohortBuilder } from "./cohortBuilder.ts";
import { readJsonLine } from "./ndjsonLine.ts";
import { CaseIds, firstError, type LineReader, type Reading, type RowOfCase } from "./reading.ts";
import type { Why } from "./rejections.ts";
import type { Wanted } from "./wanted.ts";
import { ownCopy } from "./ownCopy.ts";

/** A line of NDJSON is a case as case files have it; each of its requests becomes a row. */
export class NdjsonReader implements LineReader {
  readonly #reading: Reading;
  readonly #wanted: readonly Wanted[];
  readonly #builder: CohortBuilder;
  readonly #ids = new CaseIds();

  constructor(reading: Reading, wanted: readonly Wanted[], builder: CohortBuilder) {
    this.#reading = reading;
    this.#wanted = wanted;
    this.#builder = builder;
  }

  read = (line: number, text: string): (Why & { readonly case: string | null }) | null => {
    const of = caseIn(text);
    if ("kind" in of) return { ...of, case: null };
    const id = ownCopy(of.title);
    const why = firstError(this.#reading.check(of), "wrong value") ?? this.#ids.take(id, line);
    if (why !== null) return { ...why, case: id };
    for (const row of requestsOf(of)) this.#add(line, row);
    return null;
  };

  rowsOf = (text: string): readonly RowOfCase[] => {
    const of = caseIn(text);
    if ("kind" in of) throw new Error("A row that was read before is readable");
    return requestsOf(of);
  };

  #add(line: number, { case: of, request }: RowOfCase): void {
    const { service, code } = request;
    this.#builder.head({ line, service: { service, code }, serviceDate: of.dates["service date"] });
    const reduced = new Map<Wanted["asking"], ReadonlyMap<string, Information>>();
    for (const [at, { asking, quantity }] of this.#wanted.entries()) {
      const quantities =
        reduced.get(asking) ?? reduceCase(asking.guideline, asking.program, of, request).value.quantities;
      reduced.set(asking, quantities);
      const information = quantities.get(quantity.id);
      const column = this.#builder.columns[at];
      if (information === undefined || column === undefined) throw new Error(`A case is reduced to ${quantity.id}`);
      column.push(column.held(information));
    }
  }
}

const requestsOf = (of: Case): readonly RowOfCase[] => of.requests.map((request) => ({ case: of, request }));

function caseIn(text: string): Case | Why {
  const line = readJsonLine(text);
  if ("problem" in line) return line.problem;
  const { value, diagnostics } = decodeCaseData("case", line.data);
  return value ?? firstError(diagnostics, "not a case") ?? { kind: "not a case", reason: "It is no case." };
}
