import { type Problem, problem } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import { isWholeSteps } from "./decimal.ts";
import type { Literal } from "./literals.ts";

/** A calculated number is told apart from a threshold only where the threshold is a step of it. */
export function finerThan({ low, high }: Literal, decimals: number, text: string, span: Span): Problem | null {
  if (isWholeSteps(low, decimals) && isWholeSteps(high, decimals)) return null;
  const digits = Math.min(6, Math.max(low.scale, decimals + 1));
  return problem("E0437", span, `\`${text}\` has more digits than what is calculated.`, {
    hint: `It is calculated to ${stepText(decimals)}. Declare it more finely, \`to ${stepText(digits)}\`, or write the threshold in its unit with fewer digits.`,
  });
}

const stepText = (decimals: number): string => (decimals === 0 ? "1" : `0.${"0".repeat(decimals - 1)}1`);
