import type { IToken } from "chevrotain";
import { type Fix, type Problem, problem, replace } from "../../diagnostic/index.ts";
import { cover, type Span } from "../../source/index.ts";
import type { Criterion } from "../ast.ts";
import { And, Or, Unless } from "../tokens.ts";

/** Sentences that two careful readers read differently are refused, each reading offered as a fix. */

/** `a AND b OR c` */
export function mixedConnectives(
  text: string,
  operands: readonly Criterion[],
  connectives: readonly IToken[],
): Problem | null {
  if (connectives.every((token) => token.tokenType === connectives[0]?.tokenType)) return null;
  const said = spanOfAll(operands);
  const readings = [grouped(text, operands, connectives, And), grouped(text, operands, connectives, Or)];
  return problem("E0204", said, "`AND` and `OR` stand side by side, so this can be read in two ways.", {
    hint: `It is either \`${readings[0]}\` or \`${readings[1]}\`. Brackets, or a list with bullets, say which.`,
    fixes: readings.map((reading) => choose(reading, said)),
  });
}

/** `NOT a AND b` */
export function ambiguousNot(
  text: string,
  operands: readonly Criterion[],
  connectives: readonly IToken[],
): Problem | null {
  const at = operands.findIndex((operand, index) => negatesPhrase(operand) && index < operands.length - 1);
  const negated = operands[at];
  if (negated?.kind !== "not") return null;
  const rest = spanOfAll(operands.slice(at));
  const after = text.slice(negated.span.end, rest.end);
  const inner = slice(text, negated.operand.span);
  const connective = connectives[at]?.image ?? "AND";
  const readings = [`(NOT ${inner})${after}`, `NOT (${inner}${after})`];
  return problem("E0205", rest, `It is not clear whether \`NOT\` reaches over \`${connective}\`.`, {
    hint: `It is either \`${oneLine(readings[0])}\` or \`${oneLine(readings[1])}\`.`,
    fixes: readings.map((reading) => choose(reading, rest)),
  });
}

/** `NOT (a AND b)` and `NOT any of (a; b)` say how far they reach. */
function negatesPhrase(criterion: Criterion): boolean {
  return criterion.kind === "not" && criterion.operand.kind === "phrase";
}

/** `a UNLESS b`: a waiver to one author, an exclusion to the next. */
export function unlessReadings(
  text: string,
  operands: readonly Criterion[],
  connectives: readonly IToken[],
): Problem | null {
  const at = connectives.findIndex((token) => token.tokenType === Unless);
  const token = connectives[at];
  if (!token) return null;
  const said = spanOfAll(operands);
  const before = sliceAll(text, operands.slice(0, at + 1));
  const after = sliceAll(text, operands.slice(at + 1));
  const readings = [`${before} OR ${after}`, `${before} AND NOT ${after}`];
  return problem(
    "E0206",
    { start: token.startOffset, end: token.startOffset + token.image.length },
    "`UNLESS` is read in two ways.",
    {
      hint: `To one reader \`${after}\` is enough by itself (OR), to the next it rules the service out (AND NOT). On a line of its own below write \`waived if\` or \`but not if\`.`,
      fixes: readings.map((reading) => choose(reading, said)),
    },
  );
}

const choose = (reading: string, span: Span): Fix => replace(`Write ${oneLine(reading)}`, span, reading);

/** The operands with brackets around each stretch that `binding` joins. */
function grouped(
  text: string,
  operands: readonly Criterion[],
  connectives: readonly IToken[],
  binding: IToken["tokenType"],
): string {
  const stretches: Criterion[][] = [[]];
  operands.forEach((operand, index) => {
    stretches.at(-1)?.push(operand);
    if (index < connectives.length && connectives[index]?.tokenType !== binding) stretches.push([]);
  });
  const inner = binding === And ? "AND" : "OR";
  const outer = binding === And ? "OR" : "AND";
  const parts = stretches.map((stretch) => {
    const joined = stretch.map((operand) => slice(text, operand.span)).join(` ${inner} `);
    return stretch.length > 1 ? `(${joined})` : joined;
  });
  return parts.join(` ${outer} `);
}

/** A stretch of the text; in brackets when it joins criteria. */
function sliceAll(text: string, operands: readonly Criterion[]): string {
  const words = slice(text, spanOfAll(operands));
  return operands.length > 1 ? `(${words})` : words;
}

const slice = (text: string, span: Span): string => oneLine(text.slice(span.start, span.end));

const oneLine = (text = ""): string => text.replaceAll(/\s+/g, " ").trim();

function spanOfAll(operands: readonly Criterion[]): Span {
  return operands.map((operand) => operand.span).reduce(cover);
}
