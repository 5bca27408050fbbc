import type { Relation, TableForm } from "../syntax/index.ts";
import type { ListedCodes } from "./codes/index.ts";
import type { Range } from "./scaled.ts";
import type { Span } from "../source/index.ts";
import type { Anchor, Code, FactType, Need, TimeUnit } from "./types.ts";

/**
 * The checked meaning of one guideline file: every name resolved, every phrase read in exactly one way, every literal
 * typed by its subject. Names are shown as declared; `key` is the form they are compared by (see SPEC, names).
 */
export interface Guideline {
  readonly file: string;
  readonly title: string;
  /** Where its title stands. */
  readonly titleSpan: Span;
  readonly source: Source | null;
  readonly adoptedBy: readonly string[];
  /** The levels of the evidence it rests on, by type of question; absent where it states none. */
  readonly levels?: readonly StatedLevel[];
  /** ISO dates, both inclusive; `null` is open. */
  readonly effective: { readonly from: string | null; readonly to: string | null };
  /** Scope: outside it the guideline does not address the request. `null` is everything. */
  readonly scope: Expression | null;
  readonly facts: readonly Fact[];
  readonly lists: readonly List[];
  readonly subsets: readonly Subset[];
  readonly codeLists: readonly CodeList[];
  readonly calculations: readonly Calculation[];
  readonly definitions: readonly Definition[];
  readonly tables: readonly Table[];
  readonly services: readonly Service[];
  readonly recommendations: readonly Recommendation[];
  readonly assumptions: readonly Assumption[];
  readonly acceptances: readonly Acceptance[];
  readonly examples: readonly Example[];
  /** The guidelines that something in it is taken from; spans with a file are of these. */
  readonly restsOn?: readonly { readonly file: string; readonly title: string }[];
  /** What it changes in another guideline of the set; `null` unless its head names one after `changes`. */
  readonly overlay: Overlay | null;
  /** The order in which the sources of the set are consulted, where this file gives it. */
  readonly authority: Authority | null;
}

/** A guideline that changes another: what it does not say follows that one. */
export interface Overlay {
  /** The title and the file of the guideline changed. */
  readonly base: string;
  readonly file: string;
  readonly changes: readonly Change[];
}

/** One change, in the words of both guidelines. */
export interface Change {
  readonly kind: "changed" | "added" | "taken away";
  readonly what:
    | "scope"
    | "fact"
    | "scale"
    | "code list"
    | "definition"
    | "table"
    | "service"
    | "recommendation"
    | "assumption";
  /** `failed strengthening`; of a recommendation `imaging if`. */
  readonly name: string;
  readonly because: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly span: Span;
}

/** Ranks of sources, the highest first, and which evidence outranks which. */
export interface Authority extends Text {
  readonly title: string;
  readonly ranks: readonly Rank[];
  /** By type of question, such as treatment, diagnosis or prognosis. */
  readonly evidence: readonly EvidenceOrder[];
  readonly span: Span;
}

/**
 * `2. ACOEM, ODG when silent`. A name is that of a guideline, of who adopted it, or how its source begins. Within a rank
 * sources are consulted in the order they are named.
 */
export interface Rank extends Text {
  readonly names: readonly { readonly name: string; readonly key: string }[];
  readonly when: "always" | RankCondition;
  readonly span: Span;
}

/** Silent: no higher rank addresses the request. Rebutted: one does, and the case rebuts its presumption. */
export type RankCondition = "silent" | "rebutted" | "silent or rebutted";

/** `evidence for treatment: systematic review, randomized trial`: the strongest level first. */
export interface EvidenceOrder extends Text {
  readonly question: string;
  readonly key: string;
  readonly levels: readonly string[];
  readonly span: Span;
}

/** `rests on level 1b for treatment` */
export interface StatedLevel {
  readonly question: string;
  readonly key: string;
  readonly level: string;
  readonly span: Span;
}

export interface Source {
  readonly title: string;
  /** e.g. `pages 177-179`, `section B`; as written. */
  readonly locator: string | null;
}

/** The published text and the remarks an author hangs on a declaration or bullet. */
export interface Text {
  /** The published wording, as it may stand in a letter. */
  readonly wording: string | null;
  /** e.g. `page 178`, `Group II`; as written after `cite`, quotes removed. */
  readonly citation: string | null;
  /** `note`, `such as` and `read as ... because ...` lines, as sentences. */
  readonly notes: readonly string[];
}

export interface Fact extends Text {
  readonly name: string;
  readonly key: string;
  readonly type: FactType;
  /** The key of the service whose request answers this (`asked for`), else `null`: a fact of the record. */
  readonly askedFor: string | null;
  readonly orNone: boolean;
  readonly needs: readonly Need[];
  /** Where its name stands in the file. */
  readonly span: Span;
}

/** A repeated fact with fields of its own: imaging studies, oxygen tests. A case says whether its entries are all there are. */
export interface List extends Text {
  readonly name: string;
  readonly key: string;
  readonly fields: readonly Fact[];
  /** What every entry's evidence must be. */
  readonly needs: readonly Need[];
  /** `counted once per date and level`: entries alike in all these fields count as one. Empty: each counts. */
  readonly countedOnce: readonly string[];
  readonly span: Span;
}

/** `define test at rest as oxygen test where ...`: the entries of a list that meet a criterion about their fields. */
export interface Subset extends Text {
  readonly name: string;
  readonly key: string;
  readonly list: string;
  readonly where: Expression;
  readonly span: Span;
}

/** `codes lumbar radiculopathy: ICD-10-CM M54.16, M51.1*`: a named set of codes of one or several systems. */
export interface CodeList extends Text {
  readonly name: string;
  readonly key: string;
  readonly codes: readonly ListedCodes[];
  readonly span: Span;
}

export interface Definition extends Text {
  readonly name: string;
  readonly key: string;
  readonly criterion: Expression;
  readonly span: Span;
}

/**
 * Values that criteria add up or choose: a score, a table or a schedule. Values are scaled as those of a fact of its `type`;
 * a score is a number of points, a schedule a number of days or of months.
 */
export interface Table extends Text {
  readonly form: TableForm;
  readonly name: string;
  readonly key: string;
  readonly type: FactType;
  readonly policy: Policy;
  readonly rows: readonly Row[];
  /** The value when no row applies. A score has none: it is 0 points then; another table without it has no value. */
  readonly otherwise: number | null;
  readonly span: Span;
}

/** Which of the rows that apply count. With `only one applies` there is no value where several do. */
export type Policy =
  | "points added up"
  | "first that applies"
  | "only one applies"
  | "highest that applies"
  | "lowest that applies";

export interface Row extends Text {
  readonly value: number;
  readonly criterion: Expression;
  readonly span: Span;
}
/** `define body mass index: number in kg/m2, to 0.1`: a number that other facts give, tested like a fact. */
export interface Calculation extends Text {
  readonly name: string;
  readonly key: string;
  readonly type: FactType & { readonly kind: "calculated" };
  readonly value: Arithmetic;
  /** The arithmetic in the author's words: `weight divided by (height times height)`. */
  readonly text: string;
  /** The list whose entries it is about, each by itself; `null` for the facts of the case. */
  readonly list: string | null;
  /** Whether a declaration names it; else it is a comparison of facts with each other, in a phrase. */
  readonly declared: boolean;
  readonly span: Span;
}

/**
 * How a number is calculated. Exact numbers are texts (`-7/2`, `3`), so that the model is plain data. Every part is in base
 * units of what it measures; the whole comes out in the unit of its type.
 */
export type Arithmetic =
  /** `said`: as the author wrote it, `140 years`. */
  | { readonly kind: "number"; readonly value: string; readonly said: string }
  /** A step of the fact is `factor`. A calculated number comes in its own unit, which is `factor`. */
  | { readonly kind: "fact"; readonly fact: string; readonly factor: string; readonly name: string }
  | {
      readonly kind: "plus" | "minus" | "times" | "divided by";
      readonly left: Arithmetic;
      readonly right: Arithmetic;
    }
  /** The change in hundredths of the earlier value; open when that may be zero or less. */
  | { readonly kind: "percent decrease" | "percent increase"; readonly from: Arithmetic; readonly to: Arithmetic }
  /** Days; or calendar months, a half standing for what lies between two. */
  | { readonly kind: "days" | "months"; readonly from: Moment; readonly to: Moment }
  /** `amount`, which comes in base units, in a unit of `factor`. */
  | { readonly kind: "in unit"; readonly amount: Arithmetic; readonly factor: string };

export type Moment =
  | { readonly kind: "fact"; readonly fact: string; readonly name: string }
  | { readonly kind: "anchor"; readonly anchor: Anchor };

export interface Service {
  readonly name: string;
  readonly key: string;
  readonly items: readonly ServiceItem[];
  readonly span: Span;
}

/** One thing that can be asked for, e.g. `MRI of the cervical spine without contrast  CPT 72141`. */
export interface ServiceItem {
  readonly name: string;
  readonly key: string;
  readonly codes: readonly Code[];
  readonly span: Span;
}

/**
 * `S if` and `S is covered` (each suffices), `S red flag if` (suffices though an `only if` is not met), `S only if` (each is
 * required), `S limited to` (what is given in full), `S excluded if` and `S is not covered` (beat every other), `S otherwise
 * not addressed` (what is not met is not addressed; its criterion asks nothing).
 */
export interface Recommendation extends Text {
  readonly service: string;
  readonly kind: Relation;
  readonly criterion: Expression;
  /** `limited to` below an `if`: what this recommendation gives in full. */
  readonly limits: readonly Expression[];
  readonly span: Span;
}

/** `always C` and `never C`: what every case satisfies. `criterion` is as written: with `never`, what does not occur. */
export interface Assumption extends Text {
  readonly holds: "always" | "never";
  readonly criterion: Expression;
  readonly span: Span;
}

/** `accept gap where C because "..."`: what analysis finds there is known and meant. `where` of `null` is everywhere. */
export interface Acceptance extends Text {
  readonly problem: AcceptedProblem;
  readonly where: Expression | null;
  readonly because: string;
  readonly span: Span;
}

/** What analysis may find in a guideline that is understood, as authors call it. */
export const acceptedProblems = [
  "gap",
  "overlap",
  "never met",
  "always met",
  "no effect",
  "implied",
  "equivalent",
  "conflict",
  "unused",
  "correlated",
  "uncovered",
  "never applies",
  "unreachable",
  "unit slip",
  "decided",
  "met either way",
  "never matters",
  "met by absence",
] as const;
export type AcceptedProblem = (typeof acceptedProblems)[number];

/** `when C requires R`: asked only of cases that satisfy `when`. */
export interface Requirement extends Text {
  readonly when: Expression;
  readonly requires: Expression;
}

/** What a definition means on service dates of a period. ISO dates, both inclusive; `null` is open. */
export interface Version {
  readonly from: string | null;
  readonly to: string | null;
  readonly criterion: Expression;
}

/** Criteria as written, resolved. `text` is the author's own words for the node, single-spaced. */
export type Expression =
  | (Written & { readonly kind: "test"; readonly test: Test })
  /** A definition; inside `where`, a subset the entry must belong to. */
  | (Written & { readonly kind: "criterion"; readonly definition: string })
  | (Written & { readonly kind: "list test"; readonly test: ListTest })
  /** Met when the value of a score, table or schedule lies in `ranges`; never without a value. */
  | (Written & { readonly kind: "table test"; readonly table: string; readonly ranges: readonly Range[] })
  /** A time compared with the length that a schedule gives; never met without a length. */
  | (Written & {
      readonly kind: "interval test";
      readonly table: string;
      readonly bound: Bound;
      readonly time: TimeTested;
    })
  | (Written & { readonly kind: "not"; readonly operand: Expression })
  | (Written & { readonly kind: "all" | "any" | "none"; readonly operands: readonly Expression[] })
  | (Written & {
      readonly kind: "at least" | "exactly";
      readonly count: number;
      readonly operands: readonly Expression[];
    })
  /** The version in force on the service date; not met outside all of them. */
  | (Written & { readonly kind: "by date"; readonly versions: readonly Version[] })
  /**
   * A criterion or bullet with clauses of its own: met if (`criterion` OR any of `waivers`) AND NOT any of `exceptions` AND
   * every one of `requirements`.
   */
  | (Written &
      Text & {
        readonly kind: "qualified";
        readonly criterion: Expression;
        readonly waivers: readonly Expression[];
        readonly exceptions: readonly Expression[];
        readonly requirements: readonly Requirement[];
      });

export interface Written {
  readonly span: Span;
  readonly text: string;
  /** The outline label the author gave (`1.`, `a.`), if any. */
  readonly label?: string;
}

/**
 * The part of a fact that a test asks about, or that a case states. Durations of a trial are counted in days or in whole
 * months, never converted; its first and last day only bound what of it lies in a window.
 */
export type Part = "value" | "duration in days" | "duration in months" | "first day" | "last day" | "response";

/** `within 6 months before request date`: a closed stretch of days that ends on a date of the case. */
export interface TimeWindow {
  readonly anchor: Anchor;
  readonly amount: number;
  readonly unit: TimeUnit;
}

/**
 * One test of one fact. Values are in the fact's own scaled form (see `scaled.ts`):
 * yes/no: 0 = no, 1 = yes; one of and scale: index into options or grades; code: its place among all codes of its system;
 * number: value x 10^decimals; date: days since 1970-01-01; age: completed years; trial response: index; duration: days or months.
 */
export type Test =
  | {
      readonly kind: "in";
      readonly fact: string;
      readonly part: Part;
      readonly ranges: readonly Range[];
    }
  /** Dates against a date of the case: inclusive bounds in `unit`s relative to the anchor, `null` open. `from: -6, to: 0` is "within 6 months before". */
  | {
      readonly kind: "date near anchor";
      readonly fact: string;
      readonly anchor: Anchor;
      readonly unit: "days" | "weeks" | "months" | "years";
      readonly from: number | null;
      readonly to: number | null;
    }
  /** How much of a trial lies in a window: `lasted at least 6 weeks within 6 months before request date`. */
  | {
      readonly kind: "lasted within";
      readonly fact: string;
      readonly count: "days" | "months";
      readonly window: TimeWindow;
      readonly ranges: readonly Range[];
    }
  | SameTest
  | { readonly kind: "documented"; readonly fact: string; readonly as: "present" | "absent" | "not documented" };

/** What of two facts is held against each other; all but `value` are of body sites. */
export type Aspect = "value" | "region" | "side" | "level";

/** Whether a fact is the same as another, or in one aspect. */
export interface SameTest {
  readonly kind: "same";
  readonly fact: string;
  readonly other: string;
  /** Inside `where`: whether the other is a fact of the case, and not a field of the entry. */
  readonly ofCase: boolean;
  readonly aspect: Aspect;
  /** Whether they must be the same, or must not be. */
  readonly same: boolean;
}

/** One test of a value reduced from the entries of a list. */
export interface ListTest {
  readonly list: string;
  /** About the fields of one entry; `null` takes every entry. */
  readonly where: Expression | null;
  readonly reduce: Reduction;
  readonly ranges: readonly Range[];
}

/** What a list is reduced to. `date` is the field entries are dated by. */
export type Reduction =
  /** How many entries; with `within`, the most in any stretch of that length. `thisOne`: the one asked for is one more, on the service date. */
  | { readonly kind: "count"; readonly within: Stretch | null; readonly thisOne: boolean }
  /** How many different values of a field the entries have. */
  | { readonly kind: "different"; readonly field: string }
  /** The longest stretch of time that the entries cover without a day between; with `within`, of what lies in the window. */
  | {
      readonly kind: "longest run";
      /** The field that says when an entry began and ended. */
      readonly course: string;
      readonly count: "days" | "months";
      readonly within: TimeWindow | null;
    }
  /** A field of the latest or earliest entry. */
  | {
      readonly kind: "field";
      readonly of: "latest" | "earliest";
      readonly date: string;
      readonly field: string;
      readonly part: Part;
    }
  /** From the earliest entry, or the one before, to the latest: how far a field fell or rose. */
  | {
      readonly kind: "change";
      readonly date: string;
      readonly field: string;
      readonly since: "earliest" | "previous";
      readonly way: "fell" | "rose";
      /** In hundredths of the earlier value, or in the unit of the field. */
      readonly measure: "percent" | "amount";
    }
  /** From the latest entry to the request date. `ifNone`: what holds when there is no entry. */
  | {
      readonly kind: "since latest";
      readonly date: string;
      readonly anchor: Anchor;
      readonly count: "days" | "half months";
      readonly ifNone: boolean;
    };

export type Bound = "at least" | "more than" | "at most" | "less than";

/** What is compared with the length a schedule gives: a time since the latest entry of a list, or from a date to an anchor. */
export type TimeTested =
  | { readonly kind: "since latest"; readonly test: Omit<ListTest, "ranges"> }
  | {
      readonly kind: "from anchor";
      readonly fact: string;
      readonly anchor: Anchor;
      readonly side: "before" | "after";
    };

export interface Stretch {
  readonly date: string;
  readonly amount: number;
  readonly unit: TimeUnit;
}

/** `example` blocks: a small case with its expected outcomes, run as a test. */
export interface Example {
  readonly title: string;
  /** Dates of the case that the example states; the others are the first day the guideline is in force. */
  readonly dates: Partial<Readonly<Record<Anchor, string>>>;
  readonly entries: readonly ExampleEntry[];
  readonly lists: readonly ExampleList[];
  readonly expectations: readonly ExampleExpectation[];
  /** Its citation is where the expectations come from. */
  readonly text: Text;
  /** Why its expectations were taken down from what the engine said, and nobody has named a source; `null`: a person or text gave them. */
  readonly filledIn: string | null;
  readonly span: Span;
}

/**
 * What an example says of a fact. `value` is the author's text (`57 mmHg`, `not documented`, `failed after 6 weeks`),
 * already read into scaled ranges per part; no ranges means not documented.
 * `by` is the evidence kind when the author names one; without it the value stands with the evidence the fact needs.
 */
export interface ExampleEntry {
  readonly fact: string;
  readonly value: string;
  readonly parts: readonly { readonly part: Part; readonly ranges: readonly Range[] }[];
  readonly by: string | null;
  readonly span: Span;
}

/** `oxygen test, complete:` and its entries, a bullet each; values are the author's texts. */
export interface ExampleList {
  readonly list: string;
  readonly complete: boolean;
  readonly entries: readonly (readonly { readonly field: string; readonly value: string; readonly span: Span }[])[];
}

export interface ExampleExpectation {
  /**
   * A service key (then `answer` is an outcome), a definition or fact key (then it is met / not met / not documented), or the
   * key of a table (then it is the value as written: `4.5`, `from 3 to 6`, `no value`, `not documented`).
   */
  readonly subject: string;
  readonly kind: "service" | "criterion" | "value";
  readonly answer: string;
  readonly span: Span;
}
