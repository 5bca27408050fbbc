import { createTokenInstance, type IToken } from "chevrotain";
import { type Problem, problem, type TextEdit } from "../diagnostic/index.ts";
import { tokenSpan } from "./productions/index.ts";
import { NewLine, Text, UnterminatedText } from "./tokens.ts";
import { isText } from "./words.ts";

/** The tokens with wording that was pasted over several lines as one text each, and what to say of it. */
export function joinWrapped(
  text: string,
  tokens: readonly IToken[],
): { readonly tokens: readonly IToken[]; readonly problems: readonly Problem[] } {
  if (!tokens.some(({ tokenType }) => tokenType === UnterminatedText)) return { tokens, problems: [] };
  const joined: IToken[] = [];
  const problems: Problem[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    const end = token.tokenType === UnterminatedText ? closingQuote(tokens, at) : -1;
    const last = tokens[end];
    if (last) {
      const whole = tokens.slice(at, end + 1);
      problems.push(overSeveralLines(token, whole));
      joined.push(asText(text, token, last));
      at = end;
    } else joined.push(token);
  }
  return { tokens: joined, problems };
}

/** More lines than this between two quotes are not one wording. */
const mostLines = 12;

/** The lone quote at the end of a later line with nothing quoted between; -1 when there is none. */
function closingQuote(tokens: readonly IToken[], from: number): number {
  let lines = 0;
  for (let at = from + 1; at < tokens.length && lines <= mostLines; at++) {
    const token = tokens[at];
    if (!token) break;
    if (token.tokenType === NewLine) lines++;
    if (isText(token)) return lines > 0 && token.image.length === 1 ? at : -1;
  }
  return -1;
}

function asText(text: string, first: IToken, last: IToken): IToken {
  const end = tokenSpan(last).end;
  const image = text.slice(first.startOffset, end);
  return createTokenInstance(Text, image, first.startOffset, end - 1, 1, 1, 1, 1);
}

function overSeveralLines(first: IToken, whole: readonly IToken[]): Problem {
  return problem("E0102", tokenSpan(first), "These quotes are closed only on a later line.", {
    hint: "Words in quotes end on the line they begin on. Longer wording goes on in quotes of its own on the next line.",
    fixes: [{ title: "Put each line in quotes of its own", safe: true, edits: quotesAtLineEnds(whole) }],
  });
}

function quotesAtLineEnds(whole: readonly IToken[]): readonly TextEdit[] {
  const insert = (offset: number): TextEdit => ({ span: { start: offset, end: offset }, text: '"' });
  return whole.flatMap((token, at) => {
    const [before, after] = [whole[at - 1], whole[at + 1]];
    const ends = after?.tokenType === NewLine && token.tokenType !== NewLine;
    const begins = before?.tokenType === NewLine && token.tokenType !== NewLine;
    return [...(begins ? [insert(token.startOffset)] : []), ...(ends ? [insert(tokenSpan(token).end)] : [])];
  });
}
