import type { Diagnostic } from "../../../dsl/index.ts";
import type { Case, RequestedService } from "../case.ts";
import { checkCase, type Declarations, declarationsOf } from "../reduce/index.ts";
import type { Asking } from "./definitions.ts";
import type { Why } from "./rejections.ts";

/** What rows are read by: every guideline that is to answer, of one set or of several. */
export interface Reading {
  readonly asking: readonly Asking[];
  readonly declared: Declarations;
  /** What is wrong with a case, as in a case file. */
  readonly check: (of: Case) => readonly Diagnostic[];
}

/** `alsoCheck`: what a set says of its cases beside that their facts are declared and fit. */
export function readingFor(
  asking: readonly Asking[],
  alsoCheck: (of: Case) => readonly Diagnostic[] = () => [],
): Reading {
  const declared = declarationsOf(asking.map(({ guideline }) => guideline));
  return { asking, declared, check: (of) => [...checkCase(of, declared), ...alsoCheck(of)] };
}

/** The first error with what would mend it, and how many more there are; `null` without any. */
export function firstError(diagnostics: readonly Diagnostic[], kind: Why["kind"]): Why | null {
  const [first, ...more] = diagnostics.filter(({ severity }) => severity === "error");
  if (first === undefined) return null;
  const rest = more.length === 0 ? [] : [`It has ${more.length} more ${more.length === 1 ? "problem" : "problems"}.`];
  return {
    kind,
    reason: [first.message, ...(first.hint === undefined ? [] : [first.hint]), ...mending(first), ...rest].join(" "),
  };
}

/** `Write yes.`, or what else the fixes are called; a hint that asks back names its fix. */
function mending({ hint = "", fixes }: Diagnostic): readonly string[] {
  if (fixes.length === 0 || hint.includes("Did you mean")) return [];
  return [`${fixes.map(({ title }) => title).join(". Or: ")}.`];
}

/** A case as one row of it asks. */
export interface RowOfCase {
  readonly case: Case;
  readonly request: RequestedService;
}

/** Reads the lines of one format, each a case. */
export interface LineReader {
  /** Adds the rows of a line to the cohort; or says why not, and of which case. */
  readonly read: (line: number, text: string) => (Why & { readonly case: string | null }) | null;
  /** The rows that were added of a line, as cases. */
  readonly rowsOf: (text: string) => readonly RowOfCase[];
}

/** Names of everything that cases may speak of; a change means that other rows are accepted. */
export function declaredNames({ declared }: Reading): string {
  const { ofRecord, askedFor, lists, calculations } = declared;
  const keys = (all: readonly { readonly key: string }[]): readonly string[] => [...new Set(all.map(({ key }) => key))];
  const fields = lists.flatMap((list) => list.fields.map(({ key }) => ({ key: `${list.key}: ${key}` })));
  return JSON.stringify([ofRecord, askedFor, lists, fields, calculations].map((all) => keys(all).toSorted()));
}

/** Cases are told apart by their ids. */
export class CaseIds {
  readonly #lines = new Map<string, number>();

  /** Why the id cannot be taken; `null` when it is taken now. */
  take(id: string, line: number): Why | null {
    if (id === "") return { kind: "no case id", reason: "The case has no id: the cell below `case` is empty." };
    const first = this.#lines.get(id);
    if (first !== undefined) return { kind: "case id given twice", reason: `Line ${first} has this id already.` };
    this.#lines.set(id, line);
    return null;
  }
}
