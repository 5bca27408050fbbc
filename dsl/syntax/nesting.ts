import type { IToken } from "chevrotain";
import { type Problem, problem } from "../diagnostic/index.ts";
import { tokenSpan } from "./productions/index.ts";
import { Dedent, Indent, LeftBracket, Not, RightBracket } from "./tokens.ts";

/** How deep brackets, bullets and NOTs may stand inside one another. Nobody follows ten aloud; the parser is recursive. */
const deepestNesting = 40;

/** Says where nesting grows too deep to read; null in every sensible declaration. */
export function tooDeep(laidOut: readonly IToken[]): Problem | null {
  const outer: number[] = [];
  let base = 0;
  let depth = 0;
  for (const token of laidOut) {
    const { tokenType } = token;
    if (tokenType === Not) depth++;
    else if (tokenType === LeftBracket || tokenType === Indent) {
      outer.push(base);
      base = ++depth;
    } else if (tokenType === RightBracket || tokenType === Dedent) depth = base = outer.pop() ?? 0;
    else depth = base;
    if (depth > deepestNesting) return nestedTooDeep(token);
  }
  return null;
}

function nestedTooDeep(token: IToken): Problem {
  return problem(
    "E0113",
    tokenSpan(token),
    `Lines or brackets stand more than ${deepestNesting} deep inside one another here.`,
    {
      hint: "Give the inner criteria names of their own with `define`, and use those names here.",
    },
  );
}
