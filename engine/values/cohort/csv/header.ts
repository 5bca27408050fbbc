import { closest, nameKey } from "../../../../dsl/index.ts";
import type { Declarations } from "../../reduce/index.ts";
import { mostColumns } from "../limits.ts";
import { cellsOf, type Delimiter } from "./cells.ts";

/** What a column of a CSV file says. */
export type CsvColumn =
  | { readonly says: "case" | "request date" | "service date" | "service" | "code" }
  | { readonly says: "fact"; readonly fact: string; readonly aspect: Aspect };

/** What of a fact: its value, the parts of a treatment trial, its evidence. */
const aspects = ["value", "response", "lasted", "from", "to", "evidence", "evidence date", "evidence author"] as const;
export type Aspect = (typeof aspects)[number];

const ofCase = ["case", "request date", "service date", "service", "code"] as const;
const needed = ["case", "request date", "service date"] as const;

export interface CsvHeader {
  readonly delimiter: Delimiter;
  /** In the order of the cells. */
  readonly columns: readonly CsvColumn[];
  /** Names of facts as declared, by key. */
  readonly names: ReadonlyMap<string, string>;
}

/** Why a file is not read at all: a sentence and what to do. */
export interface FileProblem {
  readonly message: string;
  readonly hint: string;
}

/** The first line of a CSV file: every column is understood, or none is read. */
export function readHeader(line: string, declared: Declarations): CsvHeader | readonly FileProblem[] {
  const delimiter = line.includes(",") ? "," : line.includes("\t") ? "\t" : line.includes(";") ? ";" : ",";
  const cells = cellsOf(line, delimiter);
  if (cells === null) return [{ message: "A quote in the first line is not closed.", hint: "Close it, or double it." }];
  if (cells.length > mostColumns)
    return [{ message: `This file has ${cells.length} columns.`, hint: `At most ${mostColumns} are read.` }];
  const names = new Map([...declared.ofRecord, ...declared.askedFor].map(({ key, name }) => [key, name]));
  const found = cells.map((cell) => columnNamed(cell, names, declared));
  const problems = [
    ...found.flatMap((each) => ("message" in each ? [each] : [])),
    ...twice(cells, found),
    ...missing(found),
  ];
  const columns = found.flatMap((each) => ("message" in each ? [] : [each]));
  return problems.length > 0 ? problems : { delimiter, columns, names };
}

function columnNamed(
  cell: string,
  names: ReadonlyMap<string, string>,
  declared: Declarations,
): CsvColumn | FileProblem {
  const key = nameKey(cell);
  const own = ofCase.find((says) => nameKey(says) === key);
  if (own !== undefined) return { says: own };
  if (names.has(key)) return { says: "fact", fact: key, aspect: "value" };
  const colon = cell.lastIndexOf(":");
  const fact = nameKey(cell.slice(0, Math.max(0, colon)));
  const aspect = aspects.find((each) => nameKey(each) === nameKey(cell.slice(colon + 1)));
  if (colon > 0 && names.has(fact) && aspect !== undefined) return { says: "fact", fact, aspect };
  return colon > 0 && names.has(fact)
    ? unknownAspect(cell, names.get(fact) ?? "")
    : unknownColumn(cell, names, declared);
}

function unknownAspect(cell: string, name: string): FileProblem {
  const known = aspects.map((aspect) => `\`${name}: ${aspect}\``).join(", ");
  return {
    message: `The column \`${shown(cell)}\` says nothing that a fact has.`,
    hint: `What it may have: ${known}.`,
  };
}

function unknownColumn(cell: string, names: ReadonlyMap<string, string>, declared: Declarations): FileProblem {
  if (cell.trim() === "") return { message: "A column has no name.", hint: "Name it, or take it out." };
  const key = nameKey(cell);
  if (declared.lists.some((list) => list.key === key))
    return {
      message: `\`${shown(cell)}\` is a list, and a cell of a CSV file holds one value.`,
      hint: "Give lists in NDJSON, a case a line.",
    };
  const calculated = declared.calculations.find((each) => each.key === key);
  if (calculated !== undefined)
    return {
      message: `\`${shown(cell)}\` is calculated, so no column states it.`,
      hint: `State what it comes from: ${calculated.text}.`,
    };
  const near = cell.length > longestName ? null : closest(cell, [...ofCase, ...names.values()]);
  return {
    message: `No guideline declares the fact \`${shown(cell)}\` that a column is named after.`,
    hint: near === null ? "Declare it, or take the column out." : `Did you mean \`${near}\`?`,
  };
}

/** Longer texts are no misspelt names. */
const longestName = 200;

const shown = (cell: string): string => (cell.length <= longestName ? cell : `${cell.slice(0, longestName)}…`);

function twice(cells: readonly string[], found: readonly (CsvColumn | FileProblem)[]): readonly FileProblem[] {
  const first = new Map<string, string>();
  return found.flatMap((column, at) => {
    if ("message" in column) return [];
    const key = column.says === "fact" ? `${column.fact}: ${column.aspect}` : column.says;
    const cell = cells[at] ?? "";
    const other = first.get(key);
    first.set(key, cell);
    const message = `The columns \`${other}\` and \`${cell}\` are one.`;
    return other === undefined ? [] : [{ message, hint: "Keep one of them." }];
  });
}

function missing(found: readonly (CsvColumn | FileProblem)[]): readonly FileProblem[] {
  const given = new Set(found.flatMap((column) => ("says" in column ? [column.says] : [])));
  return needed
    .filter((says) => !given.has(says))
    .map((says) => ({ message: `There is no column \`${says}\`.`, hint: "The first line names the columns." }));
}
