import type { Clause } from "../syntax/index.ts";
import type { Text } from "./model.ts";
import { runText } from "./names.ts";

/** The wording, citation and notes among the clauses below a declaration or bullet. */
export function textOf(clauses: readonly Clause[]): Text {
  const wording = clauses.flatMap((clause) => (clause.kind === "wording" ? clause.text.text : [])).join(" ");
  const citations = clauses.flatMap((clause) => (clause.kind === "cite" ? [clause.run] : []));
  return {
    wording: wording === "" ? null : wording,
    citation: citations.length === 0 ? null : citations.map(runText).join("; "),
    notes: clauses.flatMap(noteOf),
  };
}

function noteOf(clause: Clause): readonly string[] {
  if (clause.kind === "note") return [clause.text.text];
  if (clause.kind === "such as") return [`Such as ${clause.text.text}`];
  if (clause.kind !== "read as") return [];
  return [`Read as "${clause.text.text}"${clause.because ? ` because ${clause.because.text}` : ""}`];
}
