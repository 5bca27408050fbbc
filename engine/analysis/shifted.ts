import type { Diagnostic, Span } from "../../dsl/index.ts";
import type { Asked, Verdict } from "./question.ts";

/** Answers found when their text stood elsewhere, `by` so many letters on. */
export function shifted(answers: readonly Asked[], by: number): readonly Asked[] {
  if (by === 0) return answers;
  const move = ({ start, end, file }: Span): Span =>
    file === undefined ? { start: start + by, end: end + by } : { start, end, file };
  return answers.map(({ question: { problem, subject }, verdict }) => ({
    question: { problem, subject: { ...subject, span: move(subject.span) } },
    verdict: verdict.kind === "found" ? moved(verdict, move) : verdict,
  }));
}

function moved(verdict: Verdict & { readonly kind: "found" }, move: (span: Span) => Span): Verdict {
  const { diagnostic } = verdict.found;
  const there: Diagnostic = {
    ...diagnostic,
    span: move(diagnostic.span),
    labels: diagnostic.labels.map((each) => ({ ...each, span: move(each.span) })),
    fixes: diagnostic.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, span: move(edit.span) })),
    })),
  };
  return { kind: "found", found: { ...verdict.found, diagnostic: there } };
}
