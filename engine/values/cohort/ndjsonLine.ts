import type { Why } from "./rejections.ts";

/** How deeply maps and lists may stand in each other; cases need about eight. */
const deepest = 40;

export type JsonLine = { readonly data: unknown } | { readonly problem: Why };

/**
 * One JSON value with each number as the text it is written as, `57.0` as `57.0`. What JSON readers pass over in silence is
 * refused: a name given twice, and names that mean something to machines.
 */
export function readJsonLine(text: string): JsonLine {
  if (!isJson(text))
    return refused("This line is no whole JSON object; maybe the file was cut off, or lines were broken.");
  const { depth, names } = outlineOf(text);
  if (depth > deepest) return refused(`More than ${deepest} things stand inside each other on this line.`);
  // Checked to be JSON above; `decodeCaseData` looks at its shape.
  const data = JSON.parse(text.replace(lexeme, (found) => (isNumber(found) ? `"${found}"` : found))) as unknown;
  if (namesIn(data).length !== names) return refused("A name is given twice in one object of this line.");
  return namesIn(data).includes("__proto__") ? refused("`__proto__` is no name of a case.") : { data };
}

const refused = (reason: string): JsonLine => ({ problem: { kind: "not JSON", reason } });

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Strings, a colon behind those that are names; brackets; numbers. */
const lexeme = /"[^"\\]*(?:\\.[^"\\]*)*"(?:\s*:)?|[[\]{}]|-?\d[\d.eE+-]*/g;

const isNumber = (found: string): boolean => /^[-\d]/.test(found);

function outlineOf(text: string): { readonly depth: number; readonly names: number } {
  let open = 0;
  let depth = 0;
  let names = 0;
  for (const [found] of text.matchAll(lexeme)) {
    if (found === "[" || found === "{") depth = Math.max(depth, (open += 1));
    else if (found === "]" || found === "}") open -= 1;
    else if (found.endsWith(":")) names += 1;
  }
  return { depth, names };
}

function namesIn(data: unknown): readonly string[] {
  if (typeof data !== "object" || data === null) return [];
  const inside = Object.values(data).flatMap(namesIn);
  return Array.isArray(data) ? inside : [...Object.keys(data), ...inside];
}
