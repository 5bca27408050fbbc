import type { TextEdit } from "../../diagnostic/index.ts";
import type { Analysis } from "../../semantics/index.ts";
import type { Span } from "../../source/index.ts";
import { type Criterion, lex } from "../../syntax/index.ts";
import { inOneLine } from "./inOneLine.ts";
import { asOutline } from "./outlined.ts";
import { type Owned, ownedAt } from "./owned.ts";

/** The other layout of a criterion, meaning the same (SPEC 5.3a). */
export interface Relayout {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/**
 * The criterion of the innermost line or bullet around `offset` that has another layout, in that layout: bullets for
 * connectives, or connectives for bullets. Nothing where it would lose something: a comment, a label such as `1.`, or
 * what hangs on a bullet.
 */
export function relayouts({ parts }: Analysis, offset: number): readonly Relayout[] {
  const part = parts.find(({ chunk }) => chunk.start <= offset && offset <= chunk.start + chunk.text.length);
  if (!part || part.parsed.problems.length > 0) return [];
  const [nearest] = ownedAt(part.declaration, offset - part.chunk.start).flatMap((owned) => {
    const found = relayout(owned, part.chunk.text);
    return found ? [{ ...found, span: placed(owned.criterion.span, part.chunk.start) }] : [];
  });
  return nearest ? [{ title: nearest.title, edits: [{ span: nearest.span, text: nearest.text }] }] : [];
}

interface Rewritten {
  readonly title: string;
  readonly text: string;
}

function relayout({ criterion }: Owned, text: string): Rewritten | null {
  if (holdsComment(text, criterion)) return null;
  if (!hasOutline(criterion))
    return hasJoint(criterion) ? { title: "Write as an outline", text: asOutline(criterion, text) } : null;
  const line = inOneLine(criterion, text);
  return line === null ? null : { title: "Write in one line", text: line };
}

function placed({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function holdsComment(text: string, { span }: Criterion): boolean {
  return lex(text).comments.some(({ startOffset }) => span.start <= startOffset && startOffset < span.end);
}

/** Whether something is joined by a connective, or listed between brackets. */
function hasJoint(criterion: Criterion): boolean {
  if (criterion.kind === "and" || criterion.kind === "or") return true;
  if (criterion.kind === "group") return true;
  return partsOf(criterion).some(hasJoint);
}

function hasOutline(criterion: Criterion): boolean {
  return (criterion.kind === "group" && criterion.outline) || partsOf(criterion).some(hasOutline);
}

function partsOf(criterion: Criterion): readonly Criterion[] {
  switch (criterion.kind) {
    case "phrase":
      return [];
    case "selection":
      return [criterion.where];
    case "not":
      return [criterion.operand];
    case "brackets":
      return [criterion.inner];
    case "group":
      return criterion.items.map((item) => item.criterion);
    case "and":
    case "or":
    case "faulty":
      return criterion.operands;
  }
}
