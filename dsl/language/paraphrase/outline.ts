import type { Expression, Text } from "../../semantics/index.ts";
import { isLeaf, leafPhrases } from "./leaves.ts";
import { inline, type Saying, spelledOut } from "./inline.ts";
import { textLines } from "./text.ts";

/** A criterion as lines: the first goes on after `if` or `as`, the others stand below it, indented. */
export interface Outlined {
  readonly head: string;
  readonly below: readonly string[];
}

/** A criterion as a numbered outline: `all of`, and a numbered line for each part. */
export function outlined(expression: Expression, saying: Saying, depth = 0): Outlined {
  const group = groupOf(expression, saying);
  if (depth > deepest) return { head: inline(expression, saying), below: [] };
  if (group === null || group.operands.length === 0) return anyOf(expression, saying, depth);
  return {
    head: group.opening,
    below: group.operands.flatMap((operand, at) => bullet(operand, saying, { depth, at })),
  };
}

const isInOneLine = (operand: Expression, saying: Saying): boolean =>
  groupOf(operand, saying) === null && !(isLeaf(operand) && leafPhrases(operand, saying.names).length > 1);

/** One phrase, or several of which any suffices. */
function anyOf(expression: Expression, saying: Saying, depth: number): Outlined {
  const phrases = isLeaf(expression) ? leafPhrases(expression, saying.names) : [];
  if (phrases.length < 2) return { head: inline(expression, saying), below: [] };
  return { head: "any of", below: phrases.map((phrase, at) => `${label(depth, at)} ${phrase}`) };
}

/** Deeper outlines are not read any more as such; their innermost parts stay in one line. */
const deepest = 5;

interface Group {
  readonly opening: string;
  readonly operands: readonly Expression[];
}

function groupOf(expression: Expression, saying: Saying): Group | null {
  switch (expression.kind) {
    case "all":
    case "any":
    case "none":
      return { opening: `${expression.kind} of`, operands: expression.operands };
    case "at least":
    case "exactly":
      return { opening: `${expression.kind} ${expression.count} of`, operands: expression.operands };
    case "not":
      return isInOneLine(expression.operand, saying) ? null : { opening: "none of", operands: [expression.operand] };
    case "qualified":
      return groupOf(spelledOut(expression), saying);
    case "test":
    case "criterion":
    case "list test":
    case "table test":
    case "interval test":
    case "by date":
      return null;
  }
}

function bullet(operand: Expression, saying: Saying, { depth, at }: { depth: number; at: number }): readonly string[] {
  const own = operand.kind === "qualified" ? operand : null;
  const { head, below } = outlined(own ? own.criterion : operand, saying, depth + 1);
  const clauses = own ? [...clauseLines(own, saying), ...textLines(own)] : [];
  return [`${label(depth, at)} ${head}`, ...[...below, ...clauses].map(indented)];
}

/** `waived if`, `but not if`, `when` with `requires`: what hangs below a criterion. */
export function clauseLines(
  {
    waivers,
    exceptions,
    requirements,
  }: Pick<Extract<Expression, { kind: "qualified" }>, "waivers" | "exceptions" | "requirements"> & Partial<Text>,
  saying: Saying,
): readonly string[] {
  return [
    ...waivers.map((waiver) => `waived if ${inline(waiver, saying)}`),
    ...exceptions.map((exception) => `but not if ${inline(exception, saying)}`),
    ...requirements.flatMap(({ when, requires }) => [
      `when ${inline(when, saying)}`,
      `  requires ${inline(requires, saying)}`,
    ]),
  ];
}

export const indented = (line: string): string => `  ${line}`;

/** `1.`, below it `a.`, below that `i.`, and so on again. */
function label(depth: number, at: number): string {
  const letter = "abcdefghijklmnopqrstuvwxyz"[at];
  const roman = romans[at];
  if (depth % 3 === 1 && letter !== undefined) return `${letter}.`;
  if (depth % 3 === 2 && roman !== undefined) return `${roman}.`;
  return at < 99 ? `${at + 1}.` : "-";
}

const romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
