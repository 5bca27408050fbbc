import type { Criterion } from "../../syntax/index.ts";
import { flowing, quantifierText } from "./wording.ts";

/** A criterion with a bullet for each part of what is joined; the line it begins on is found in `text`. */
export function asOutline(criterion: Criterion, text: string): string {
  return written(criterion, text, marginAt(criterion.span.start, text));
}

/** Columns before the line's first word; a bullet's words stand two deeper than its sign. */
function marginAt(offset: number, text: string): number {
  const lineStart = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0].length ?? 0;
}

function written(criterion: Criterion, text: string, margin: number): string {
  switch (criterion.kind) {
    case "phrase":
    case "faulty":
      return flowing(criterion.span, text);
    case "selection":
      return `${flowing(criterion.run.span, text)} where ${written(criterion.where, text, margin)}`;
    case "brackets":
      return written(criterion.inner, text, margin);
    case "not":
      return negated(criterion.operand, text, margin);
    case "and":
      return bullets("all of", criterion.operands, text, margin);
    case "or":
      return bullets("any of", criterion.operands, text, margin);
    case "group":
      return group(criterion, text, margin);
  }
}

/** `NOT (a OR b)` is `none of` a and b. */
function negated(operand: Criterion, text: string, margin: number): string {
  if (operand.kind === "brackets") return negated(operand.inner, text, margin);
  if (operand.kind === "or") return bullets("none of", operand.operands, text, margin);
  return `NOT ${written(operand, text, margin)}`;
}

function group(criterion: Criterion & { kind: "group" }, text: string, margin: number): string {
  const criteria = criterion.items.map((item) => item.criterion);
  return bullets(quantifierText(criterion, text), criteria, text, margin);
}

function bullets(opening: string, criteria: readonly Criterion[], text: string, margin: number): string {
  const inner = margin + 2;
  const lines = criteria.map((each) => `${" ".repeat(inner)}- ${written(each, text, inner)}`);
  return [opening, ...lines].join("\n");
}
