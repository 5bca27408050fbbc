import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { ClauseOf } from "../syntax/index.ts";

/** `when overlapping part imaged` without a `requires` below it, or with it in the same line; `null` where there is one. */
export function withoutRequires({ span, criterion, body }: ClauseOf<"when">, text: string): Problem | null {
  if (body.some(({ kind }) => kind === "requires")) return null;
  const joint = criterion.kind === "phrase" ? criterion.run.words.find(isRequires) : undefined;
  const before = joint && text.slice(0, joint.span.start).trimEnd().length;
  return problem("E0250", span, "`when` does not say what is required then.", {
    hint: joint
      ? "Begin a line of its own below with `requires`, indented."
      : "Write it on the line below, indented: `requires prior result is inconclusive`.",
    fixes:
      joint && before !== undefined
        ? [replace("Write requires on the line below", { start: before, end: joint.span.end }, "\n    requires")]
        : [],
  });
}

const isRequires = ({ text }: { readonly text: string }, at: number): boolean => at > 0 && /^requires?$/i.test(text);
