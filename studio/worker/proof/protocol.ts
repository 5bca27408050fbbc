import type { Diagnostic, Span } from "../../../dsl/index.ts";
import type { Answer, Case, Outcome } from "../../../engine/values/index.ts";
import type { CaseView, FileText } from "../protocol.ts";

/** What is to be proved, always of the newest texts. */
export interface ProofRequest {
  /** Counts requests; news carry the number of the request they answer. */
  readonly number: number;
  /** Files whose text differs from the last request; `null` text: the file is gone. */
  readonly changes: readonly { readonly path: string; readonly text: string | null }[];
  /** The files as saved, sent when they change. */
  readonly saved: readonly FileText[] | null;
  readonly wants: Wants;
}

/** What is worked out besides the board, the coverage and what this edit means. */
export interface Wants {
  /** The release that the draft is compared with. */
  readonly release: Release | null;
  /** The guideline whose cases are measured and added to; `null`: none. */
  readonly suggestions: string | null;
}

export interface Release {
  readonly version: string;
  readonly files: readonly FileText[];
}

/** Everything that is proved or found, part by part; each part stays until a newer one takes its place. */
export interface Proofs {
  /** Of each guideline, by path. */
  readonly boards: Readonly<Record<string, Board>>;
  readonly coverage: Readonly<Record<string, Coverage>>;
  /** What is typed against what is saved. */
  readonly edit: Comparison | null;
  /** What is typed against the release that was asked for. */
  readonly release: Comparison | null;
  readonly strength: Strength | null;
  readonly suggestions: Suggestions | null;
  /** Guidelines with an error: what is said of them is of their last text without one. */
  readonly outdated: readonly string[];
  /** Guidelines that had an error from the start: nothing is known of them. */
  readonly unread: readonly string[];
  /** What is being worked on; `null`: everything asked is answered. */
  readonly progress: Progress | null;
  /** Bugs of ours that stopped a part, in words; the part before it stays. */
  readonly failures: readonly string[];
}

export interface Progress {
  /** What is done at the moment, in words. */
  readonly doing: string;
  readonly done: number;
  /** `null` while it is not known how much there is to do. */
  readonly of: number | null;
}

/** What was asked of one guideline. Spans are of `text`. */
export interface Board {
  readonly path: string;
  readonly title: string;
  readonly text: string;
  readonly entries: readonly BoardEntry[];
}

/** `accepted`: found, and kept by the author with a reason. */
export type BoardState = "found" | "open" | "accepted" | "proved";

export interface BoardEntry {
  /** The same for the same question from one run to the next. */
  readonly id: string;
  readonly state: BoardState;
  /** What was asked, in words: `can it be met`. */
  readonly problem: string;
  /** What it was asked of, in the author's words. */
  readonly subject: string;
  readonly span: Span;
  /** Open: why; accepted: the author's reason. */
  readonly because: string | null;
  readonly diagnostic: Diagnostic | null;
  /** The case that shows it, replayed. */
  readonly witness: Case | null;
}

/** A case of the set or an example. */
export interface CoveringCase {
  readonly title: string;
  readonly path: string;
}

/** What the cases cover of one guideline. Spans are of `text`. */
export interface Coverage {
  readonly path: string;
  readonly text: string;
  readonly obligations: readonly Obligation[];
  readonly criteria: readonly CriterionCounts[];
}

/** One thing that cases are to show of a criterion. */
export interface Obligation {
  readonly what: string;
  /** The words it is shown of. */
  readonly span: Span;
  /** `impossible`: proved that no case can show it; `undecided`: that is not known. */
  readonly state: "covered" | "open" | "impossible" | "undecided";
  readonly because: string | null;
  readonly cases: readonly CoveringCase[];
}

/** How the cases and examples answer a criterion that is declared by name. */
export interface CriterionCounts {
  readonly name: string;
  readonly span: Span;
  /** The services that rest on it. */
  readonly services: readonly string[];
  readonly met: number;
  readonly notMet: number;
  readonly notDocumented: number;
}

/** Two versions of the set, whatever a case says. */
export interface Comparison {
  /** The older version, in words: `what is saved`, `1.2.0`. */
  readonly against: string;
  readonly verdict: Direction;
  /** Why the whole is not proved, beside what its services say of themselves. */
  readonly because: string | null;
  /** The step that the version number takes; `null`: nothing changed. */
  readonly bump: "patch" | "minor" | "major" | null;
  readonly services: readonly ServiceComparison[];
  /** What is called otherwise, stands elsewhere, is asked otherwise: a sentence each. */
  readonly remarks: readonly string[];
}

export type Direction = "same" | "wider" | "narrower" | "mixed" | "not proved";

export interface ServiceComparison {
  readonly service: string;
  readonly guideline: string;
  readonly change: "compared" | "added" | "removed";
  readonly verdict: Direction;
  /** Of `not proved`: why. */
  readonly because: string | null;
  /** Requests for the service in the cases of the set. */
  readonly cases: number;
  readonly remarks: readonly string[];
  readonly transitions: readonly Transition[];
}

/** `contradictory`: the version assumes that there is no such case. */
export type ComparedAnswer = Answer | "not addressed" | "contradictory";

/** Cases whose answer to a service is one thing in the older version and another in the newer one. */
export interface Transition {
  readonly from: ComparedAnswer;
  readonly to: ComparedAnswer;
  /** `impossible`: proved that no case moves so. */
  readonly state: "possible" | "impossible" | "not proved";
  readonly because: string | null;
  /** Exactly when, in the guideline's own words, the smallest first; `null` where something not documented decides. */
  readonly when: readonly string[] | null;
  /** Whether `when` says it all. */
  readonly complete: boolean;
  /** The facts that make the difference by not being documented. */
  readonly missing: readonly string[];
  /** Requests of the set's cases that move so. */
  readonly cases: readonly CoveringCase[];
  readonly witness: Case | null;
}

/** A witness by both versions. */
export interface BothVersions {
  readonly before: CaseView;
  readonly after: CaseView;
}

/** How much the cases would notice of one guideline. */
export interface Strength {
  readonly path: string;
  /** Obligations: answers and reasons that some case should show. */
  readonly obligations: number;
  readonly covered: number;
  readonly impossible: number;
  /** Small mistakes tried, one at a time; `equal`: proved to change no answer. */
  readonly mistakes: number;
  readonly noticed: number;
  readonly equal: number;
  readonly undecided: number;
}

export interface Suggestions {
  readonly path: string;
  readonly cases: readonly SuggestedCase[];
  /** What no case could be found for. */
  readonly open: readonly string[];
}

/** A case that nobody has answered yet. */
export interface SuggestedCase {
  readonly id: string;
  readonly case: Case;
  readonly service: string;
  /** The outcomes that the service can have. */
  readonly outcomes: readonly Outcome[];
  /** What the guideline says: shown after the answer only. */
  readonly says: Outcome;
  /** What an answer would settle, a sentence each. */
  readonly settles: readonly string[];
}

/** The parts that differ from what was told before; of what there is for each guideline only those that do, `null`: gone. */
export interface ProofNews extends Partial<Omit<Proofs, "boards" | "coverage">> {
  readonly boards?: Readonly<Record<string, Board | null>>;
  readonly coverage?: Readonly<Record<string, Coverage | null>>;
}

/** What the worker of the proofs does. */
export interface ProofWorker {
  /** Tells of each part as it is worked out. */
  readonly listen: (tell: (news: ProofNews, of: number) => void) => void;
  /** What was under way for older texts is given up at its next step. */
  readonly take: (request: ProofRequest) => void;
  /** The case by the version compared with and by the typed one. */
  readonly inBothVersions: (of: Case, against: "saved" | "release") => BothVersions | null;
}

export type { CaseView };
