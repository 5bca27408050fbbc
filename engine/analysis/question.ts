import type { Diagnostic, Span } from "../../dsl/index.ts";
import type { Formula } from "../ir/index.ts";
import type { Case } from "../values/index.ts";
import type { ProblemName } from "./problems.ts";

/** What is asked, of what. */
export interface Question {
  readonly problem: ProblemName;
  readonly subject: Subject;
}

/** A part of a guideline as a reader would point at it. */
export interface Subject {
  readonly file: string;
  readonly span: Span;
  /** In the author's words: `failed strengthening`, `age at least 18 years in adult`. */
  readonly name: string;
}

/**
 * `proved`: the problem is not there, whatever a case says. `found`: it is there. `open`: neither is known, and why. What was
 * not proved is never told as if it were fine.
 */
export type Verdict =
  | { readonly kind: "proved" }
  | { readonly kind: "found"; readonly found: Found }
  | { readonly kind: "open"; readonly because: string };

export interface Found {
  readonly diagnostic: Diagnostic;
  /** A case that shows it, replayed in the interpreter; `null` where what is found is that no case does something. */
  readonly witness: Case | null;
  /** Why an author keeps it; `null` while nobody said so. */
  readonly accepted: Accepted | null;
  /** Only until it is known whether it is accepted. */
  readonly within?: Within;
}

export interface Accepted {
  readonly because: string;
  /** Which acceptance of the guideline it is, from 0. */
  readonly at: number;
}

/** Whether all cases in which a problem shows satisfy a criterion. */
export type Within = (where: Formula) => boolean;

export interface Asked {
  readonly question: Question;
  readonly verdict: Verdict;
}

export const proved: Verdict = { kind: "proved" };

export function open(because: string): Verdict {
  return { kind: "open", because };
}

/** What is so for another reason is asked again once that is settled. */
export function restsOn(criterion: string): Verdict {
  return open(`it rests on \`${criterion}\`, of which something is told`);
}

export const notKnown = open("neither a proof nor a case that shows it was found within the budget");
