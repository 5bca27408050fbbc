import { type Diagnostic, problem, type Span } from "../../dsl/index.ts";
import type { Case } from "../values/index.ts";
import { type ProblemName, problems } from "./problems.ts";
import type { Search } from "../witness/index.ts";
import { type Asked, open, proved, type Verdict, type Within } from "./question.ts";

/** What is asked about, before its file is known. */
export interface About {
  readonly span: Span;
  readonly name: string;
}

/** A problem as it is found: one sentence, where, and what may be done. */
export interface Flaw {
  readonly message: string;
  readonly span?: Span;
  readonly hint?: string;
  readonly labels?: Diagnostic["labels"];
  readonly witness?: Case | null;
  /** Whether it only shows in cases that satisfy a criterion that was given beforehand. */
  readonly within?: Within;
}

export function asked(name: ProblemName, about: About, verdict: Verdict, file: string): Asked {
  return { question: { problem: name, subject: { file, ...about } }, verdict };
}

/** A problem that is one only where a case shows it: none that does proves that there is none. */
export function shownIn(name: ProblemName, file: string, about: About, flaw: Flaw, shown: Search<Case>): Asked {
  if (shown.kind === "none") return asked(name, about, proved, file);
  if (shown.kind === "not found") return asked(name, about, open(shown.because), file);
  return foundIn(name, file, about, { ...flaw, witness: shown.shown });
}

export function foundIn(name: ProblemName, file: string, about: About, flaw: Flaw): Asked {
  const { code, severity } = problems[name];
  const { message, span = about.span, hint, labels = [], witness = null, within } = flaw;
  const own = labels.filter((label) => label.span.file === undefined);
  const said = problem(code, placed(span), message, { severity, labels: own, ...(hint === undefined ? {} : { hint }) });
  const found = { diagnostic: { ...said, file }, witness, accepted: null, ...(within === undefined ? {} : { within }) };
  return asked(name, about, { kind: "found", found }, file);
}

/** What is taken from another guideline stands in its file: then this one as a whole is pointed at. */
const placed = (span: Span): Span => (span.file === undefined ? span : { start: 0, end: 0 });
