import type { Evidence, StatedValue } from "./case.ts";
import type { ValueSet } from "./valueSet.ts";

/** Why a quantity is not (fully) documented. Never shown without its words. */
export type NotDocumentedReason =
  /** Nobody asked: the case does not speak of the fact at all. */
  | "never asked"
  /** Someone looked; the record does not say. */
  | "asked and unknown"
  | "weaker evidence"
  | "too old"
  | "conflicting"
  /** An interval or partial date: something is known, not enough to say one value. */
  | "imprecise"
  /** The case lists entries and does not say that they are all there are. */
  | "incomplete";

/** What a case leaves possible for one quantity. */
export interface Information {
  readonly values: ValueSet;
  /** `null`: documented, one value or values that need no excuse. */
  readonly reason: NotDocumentedReason | null;
}

/** The information sets of one case for one guideline and requested service, and the evidence by fact. */
export interface InformationSets {
  /** By quantity id; total over the program's quantities. */
  readonly quantities: ReadonlyMap<string, Information>;
  /** By fact key. */
  readonly facts: ReadonlyMap<string, FactEvidence>;
}

export interface FactEvidence {
  readonly admitted: readonly WeighedStatement[];
  /** What there was but did not satisfy every `needs`. */
  readonly demoted: readonly WeighedStatement[];
  readonly reason: NotDocumentedReason | null;
  /** The reviewer's remark on the search, if any. */
  readonly remark: string | null;
  /** Of a calculated number: what it comes to, in half steps. */
  readonly calculated?: ValueSet;
  /** Of a calculated number: what it comes to, rounded to steps of its precision. */
  readonly rounded?: ValueSet;
}

export interface WeighedStatement {
  readonly value: StatedValue;
  /** The value in words, normalised: `yes`, `4+/5`, `6 weeks, failed`. */
  readonly text: string;
  readonly evidence:
    | (Evidence & { readonly documentTitle: string | null; readonly documentDate: string | null })
    | null;
  /** For demoted statements: which need it falls short of, as a sentence: `Objective evidence is needed.` */
  readonly shortfall: string | null;
}
