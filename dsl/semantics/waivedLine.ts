import { type Fix, type Problem, problem, replace, type TextEdit } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import type { Clause, Criterion } from "../syntax/index.ts";

/**
 * `A AND B` in one line and `waived if C` below it: C is enough for A too, which many authors do not mean. Brackets around
 * the line say that it is meant. Exceptions are of no concern: `but not if` rules out the line whichever part it is said of.
 */
export function waivedLine(criterion: Criterion, clauses: readonly Clause[], text: string): Problem | null {
  const waivers = clauses.filter((clause) => clause.kind === "waived if");
  const [waiver] = waivers;
  if (criterion.kind !== "and" || !waiver) return null;
  const first = criterion.operands[0]?.span ?? criterion.span;
  const whole = oneLine(text, criterion.span);
  const outlines = waivers.length === 1 ? outlinesOf(criterion.span, criterion.operands, waiver.span, text) : [];
  const bracketed = replace("Put brackets around the line", criterion.span, `(${slice(text, criterion.span)})`);
  return problem("W0315", waiver.span, `This waives the whole line \`${whole}\`, \`${oneLine(text, first)}\` too.`, {
    severity: "warning",
    hint: "If that is meant, put brackets around the line. If not, write `all of` with a bullet for each criterion, and the waiver below its own bullet.",
    fixes: [...outlines, bracketed],
  });
}

/** The line as `all of` with bullets, the waiver below the last bullet, or the one before, and so on. */
function outlinesOf(whole: Span, criteria: readonly Criterion[], waiver: Span, text: string): readonly Fix[] {
  const operands = criteria.map(({ span }) => slice(text, span));
  const moved = slice(text, waiver);
  const gone = lineOf(text, waiver);
  if (!gone || [...operands, moved].some((words) => /[\r\n]/.test(words))) return [];
  const margin = `\n${" ".repeat(marginOf(text, whole.start) + 2)}`;
  return operands.map((owner, index): Fix => {
    const bullets = operands.map((words, at) => `${margin}- ${words}${at === index ? `${margin}  ${moved}` : ""}`);
    const edits: readonly TextEdit[] = [
      { span: whole, text: `all of${bullets.join("")}` },
      { span: gone, text: "" },
    ];
    return { title: `Waive only ${owner}`, safe: false, edits };
  });
}

/** The line end before the clause and the line itself; null when more stands on the line. */
function lineOf(text: string, { start, end }: Span): Span | null {
  const before = /(?:\r\n|\r|\n)[ \t]*$/.exec(text.slice(0, start));
  return before && /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end)) ? { start: before.index, end } : null;
}

/** Columns before the first word of the line at `offset`; a bullet stands at its own. */
function marginOf(text: string, offset: number): number {
  const line =
    text
      .slice(0, offset)
      .split(/[\r\n]/)
      .at(-1) ?? "";
  return line.length - line.trimStart().length;
}

const slice = (text: string, { start, end }: Span): string => text.slice(start, end);

const oneLine = (text: string, span: Span): string => slice(text, span).replaceAll(/\s+/g, " ");
