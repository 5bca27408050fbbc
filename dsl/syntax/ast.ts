import type { Span } from "../source/index.ts";

/**
 * What a declaration says, before any name is known. Spans are offsets from the start of the declaration's own text, so
 * that an unchanged declaration keeps its tree wherever the file moves it.
 */
export type Declaration =
  | { readonly kind: "guideline"; readonly span: Span; readonly title: Quoted | null; readonly body: readonly Clause[] }
  | {
      readonly kind: "fact";
      readonly span: Span;
      readonly name: Run;
      readonly type: Run;
      readonly body: readonly Clause[];
    }
  | {
      readonly kind: "scale";
      readonly span: Span;
      readonly name: Run;
      readonly grades: Run;
      readonly body: readonly Clause[];
    }
  | {
      readonly kind: "codes";
      readonly span: Span;
      readonly name: Run;
      readonly codes: Run;
      readonly body: readonly Clause[];
    }
  | {
      readonly kind: "define";
      readonly span: Span;
      readonly name: Run;
      /** What follows the colon of `define body mass index: number in kg/m2`; `null` for a criterion. */
      readonly type: Run | null;
      readonly body: readonly Clause[];
    }
  | { readonly kind: "service"; readonly span: Span; readonly name: Run; readonly body: readonly Clause[] }
  | {
      readonly kind: "recommendation";
      readonly span: Span;
      readonly service: Run;
      readonly relation: Relation;
      readonly criterion: Criterion;
      readonly body: readonly Clause[];
    }
  /** `always C`, `never C`: what is so, or not so, in every case. */
  | {
      readonly kind: "assumption";
      readonly span: Span;
      readonly holds: "always" | "never";
      readonly criterion: Criterion;
      readonly body: readonly Clause[];
    }
  /** `accept gap where C because "..."`: a diagnostic that is known and meant. */
  | {
      readonly kind: "acceptance";
      readonly span: Span;
      readonly name: Run;
      readonly where: Criterion | null;
      readonly because: Quoted | null;
      readonly body: readonly Clause[];
    }
  | { readonly kind: "example"; readonly span: Span; readonly title: Quoted | null; readonly body: readonly Clause[] }
  /** `type` has no words where none is given: the rows of a score or a schedule say it. */
  | {
      readonly kind: "table";
      readonly form: TableForm;
      readonly span: Span;
      readonly name: Run;
      readonly type: Run;
      readonly body: readonly Clause[];
    }
  | { readonly kind: "authority"; readonly span: Span; readonly title: Quoted | null; readonly body: readonly Clause[] }
  /** A line at the margin that begins no declaration; the parser has said so. */
  | { readonly kind: "unknown"; readonly span: Span };

/** `is covered`, `is not covered` and `otherwise not addressed` stand alone; the others are followed by a criterion. */
export type Relation =
  | "if"
  | "is covered"
  | "red flag if"
  | "only if"
  | "limited to"
  | "excluded if"
  | "is not covered"
  | "otherwise not addressed";

/** Points added up, values chosen by criteria, or lengths of time chosen by criteria. */
export type TableForm = "score" | "table" | "schedule";

export type DeclarationOf<Kind extends Declaration["kind"]> = Extract<Declaration, { kind: Kind }>;

/** Words as they stand, commas and text among them, between structure. */
export interface Run {
  readonly words: readonly Word[];
  readonly span: Span;
}

/** `text` has hyphens and spaces of every kind made plain; `quoted` for text in quotes, without them. */
export interface Word {
  readonly text: string;
  readonly span: Span;
  readonly quoted: boolean;
}

export interface Quoted {
  readonly text: string;
  readonly span: Span;
}

/** One indented line and what hangs below it. */
export type Clause =
  | {
      readonly kind:
        | "wording"
        | "note"
        | "such as"
        | "reviewer attests"
        | "changed because"
        | "taken away because"
        | "filled in by engine because";
      readonly span: Span;
      readonly text: Quoted;
    }
  | { readonly kind: "read as"; readonly span: Span; readonly text: Quoted; readonly because: Quoted | null }
  | {
      readonly kind: "as" | "waived if" | "but not if" | "applies when" | "limited to" | "requires";
      readonly span: Span;
      readonly criterion: Criterion;
    }
  /** `as weight divided by (height times height)` below a definition with a type. */
  | { readonly kind: "as number"; readonly span: Span; readonly terms: readonly Term[] }
  | {
      readonly kind: "cite" | "source" | "adopted by" | "rests on" | "needs" | "counted once" | "use" | "changes";
      readonly span: Span;
      readonly run: Run;
    }
  /** `effective from 2017-01-01`; in a definition with `as` and what qualifies it below. */
  | { readonly kind: "effective"; readonly span: Span; readonly run: Run; readonly body: readonly Clause[] }
  /** `when C`, and below it what it `requires`. */
  | { readonly kind: "when"; readonly span: Span; readonly criterion: Criterion; readonly body: readonly Clause[] }
  /** `name: value`, with fields or facts of its own below in an `asked for` block. */
  | {
      readonly kind: "entry" | "expect";
      readonly span: Span;
      readonly name: Run;
      readonly value: Run;
      readonly body: readonly Clause[];
    }
  /** `- activity: rest, breathing: room air`: one entry of a list in an example. */
  | { readonly kind: "list entry"; readonly span: Span; readonly fields: readonly Field[] }
  /** `- 1.5 if heart rate above 100 /min`, `- 1 otherwise`: what a row gives, and when; `null` where no `if` follows. */
  | {
      readonly kind: "row";
      readonly span: Span;
      readonly value: Run;
      readonly criterion: Criterion | null;
      readonly body: readonly Clause[];
    }
  /** `2. ACOEM, ODG when silent` in an authority block. */
  | { readonly kind: "rank"; readonly span: Span; readonly run: Run; readonly body: readonly Clause[] }
  | { readonly kind: "asked for"; readonly span: Span; readonly body: readonly Clause[] }
  /** Words alone; `body` is what hangs below them, such as the rows of a table below `first that applies`. */
  | { readonly kind: "line"; readonly span: Span; readonly run: Run; readonly body: readonly Clause[] };

/** A word of an arithmetic expression, or a part of it in brackets. */
export type Term = Word | { readonly terms: readonly Term[]; readonly span: Span };

export interface Field {
  readonly name: Run;
  readonly value: Run;
}

export type ClauseOf<Kind extends Clause["kind"]> = Extract<Clause, { kind: Kind }>;

export type Criterion =
  | { readonly kind: "phrase"; readonly span: Span; readonly run: Run }
  /** `any test at rest where its PO2 at or below 55 mmHg`: a phrase and what it asks of an entry. */
  | { readonly kind: "selection"; readonly span: Span; readonly run: Run; readonly where: Criterion }
  | { readonly kind: "not"; readonly span: Span; readonly operand: Criterion }
  | { readonly kind: "and" | "or"; readonly span: Span; readonly operands: readonly Criterion[] }
  | { readonly kind: "brackets"; readonly span: Span; readonly inner: Criterion }
  | {
      readonly kind: "group";
      readonly span: Span;
      readonly quantifier: Quantifier;
      readonly outline: boolean;
      readonly items: readonly Item[];
    }
  /** Where a criterion should stand and none does, or one that reads two ways; already diagnosed. */
  | { readonly kind: "faulty"; readonly span: Span; readonly operands: readonly Criterion[] };

export interface Quantifier {
  readonly kind: "any" | "all" | "none" | "at least" | "exactly";
  /** With `at least` and `exactly`. */
  readonly count: number;
  readonly span: Span;
}

/** A bullet: its label as written (`-`, `1.`, `a.`), its criterion and the clauses hanging on it. */
export interface Item {
  readonly label: string;
  readonly span: Span;
  readonly criterion: Criterion;
  readonly body: readonly Clause[];
}
