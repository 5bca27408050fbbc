import type { Fact, Table } from "../../../dsl/index.ts";
import type { Formula } from "../../ir/index.ts";
import type { Phrase } from "../../words/index.ts";
import type { Role } from "../determination.ts";

/**
 * One criterion of a guideline as findings tell it, without any case: its place in the tree, the author's words, and what a
 * rationale needs to speak of it. Drawn once; every case only fills in the answers.
 */
export interface Outline {
  /** Of the finding: the path of the node, `criteria/0/1`. */
  readonly id: string;
  readonly role: Role;
  /** The author's words: a name, a phrase, `any of`. */
  readonly criterion: string;
  readonly wording: string | null;
  readonly citation: string | null;
  readonly label: string | null;
  /** How its parts are joined; `null` for a test, or for a criterion that stands for one part. */
  readonly group: Group | null;
  /** Its published wording, or what its author wrote, inside a sentence. */
  readonly phrase: Phrase;
  /** What is said of it in brackets, once: published wording that fits into no sentence, or what a definition stands for. */
  readonly gloss: string | null;
  /** Whether `phrase` is published wording or a name, rather than put together from the parts. */
  readonly named: boolean;
  /** The fact, for a test of one fact. */
  readonly fact: Fact | null;
  readonly formula: Formula;
  readonly parts: readonly Outline[];
  /** For a test of a score, table or schedule, with its rows: its parts, unless those were told further up. */
  readonly table: { readonly table: Table; readonly rows: readonly Outline[] } | null;
  /** The same definition further up, which is told there in full. */
  readonly above: Outline | null;
  /** Where its words come from: its finding, and its place in the guideline. */
  readonly sources: readonly string[];
  /** What a record may say on it: nothing on the dates of a case, both facts of a comparison, all that a number is calculated from. */
  readonly recorded: readonly Recorded[];
}

/** A fact that a record speaks on. */
export interface Recorded {
  /** As evidence is found of it. */
  readonly key: string;
  /** As a case states it: of what is reduced from a list, the list. */
  readonly fact: Fact;
  readonly isList: boolean;
}

export type Group =
  /** `table`: the rows of a score, table or schedule that is tested. */
  /** `waived`: a criterion and its waivers. `when`: a condition and what is required then. */
  | { readonly kind: "all" | "any" | "none" | "not" | "table" | "waived" | "when" }
  | { readonly kind: "count"; readonly atLeast: number; readonly atMost: number };

/** `any of`, `all of`, `at least 2 of`: as bullets are headed. */
export function groupWords(group: Group): string {
  if (group.kind !== "all" && group.kind !== "any" && group.kind !== "none" && group.kind !== "count")
    return headings[group.kind];
  if (group.kind !== "count") return `${group.kind} of`;
  if (group.atLeast === group.atMost) return `exactly ${group.atLeast} of`;
  return group.atLeast > 0 ? `at least ${group.atLeast} of` : `at most ${group.atMost} of`;
}

const headings = {
  not: "not",
  table: "the rows of",
  waived: "met or waived",
  when: "required in some cases",
} as const;

/** The word between the last two parts. */
export function joiner(group: Group | null): "and" | "or" {
  return group?.kind === "any" || group?.kind === "none" ? "or" : "and";
}

/** Whether a guideline recommends the service at all; one may do nothing but exclude it. */
export function recommends({ formula }: Outline): boolean {
  return formula.kind !== "constant" || formula.value;
}
