import type { IToken } from "chevrotain";
import { type Problem, problem, replace } from "../diagnostic/index.ts";
import { tokenSpan } from "./productions/index.ts";

/** `source "8 CCR", section (a)`, `cite section 9792.21(a)(1), page 2`: what holds signs is quoted, as far as its comma. */
export function placeInBrackets(token: IToken, text: string): Problem | null {
  const above = text.slice(0, token.startOffset);
  const line = above.slice(Math.max(above.lastIndexOf("\n"), above.lastIndexOf("\r")) + 1);
  if (!/^\s*(?:cite|source)\s/i.test(line) || /"[^"]*"[^,"]*$/.test(line)) return null;
  const start = token.startOffset - (/[^\s,]*$/.exec(line)?.[0].length ?? 0);
  const place = (/^[^,\r\n#"]*/.exec(text.slice(start))?.[0] ?? "").trimEnd();
  const written = `"${place}"`;
  return problem("E0101", tokenSpan(token), `\`${token.image}\` stands in a place of the source outside quotes.`, {
    hint: `Put quotes around it: \`${written}\`.`,
    fixes: [replace(`Write ${written}`, { start, end: start + place.length }, written, true)],
  });
}
