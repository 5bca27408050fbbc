import type { Fact } from "../../dsl/index.ts";
import type { Formula } from "../ir/index.ts";
import type { Phrase } from "../words/index.ts";
import type { Finding } from "./determination.ts";

/** A finding with what the rationale needs to speak of it. */
export interface Node {
  readonly finding: Finding;
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
  readonly parts: readonly Node[];
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

/** Every test below a node, in the order of the guideline. */
export function testsOf(node: Node): readonly Node[] {
  return node.parts.length === 0 ? [node] : node.parts.flatMap(testsOf);
}

/** A node, and everything below it. */
export function withParts(node: Node): readonly Node[] {
  return [node, ...node.parts.flatMap(withParts)];
}

/** Whether a guideline recommends the service at all; one may do nothing but exclude it. */
export function recommends({ formula }: Node): boolean {
  return formula.kind !== "constant" || formula.value;
}
