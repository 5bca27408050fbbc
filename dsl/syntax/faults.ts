import { EOF, type IRecognitionException, type IToken, MismatchedTokenException, type TokenType } from "chevrotain";
import { type Fix, type Problem, problem, replace } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import { tokenSpan } from "./productions/index.ts";
import { slipOf } from "./slips.ts";
import {
  And,
  Bullet,
  Dedent,
  Define,
  Example,
  Fact,
  Guideline,
  Indent,
  LeftBracket,
  NewLine,
  Not,
  Or,
  RightBracket,
  Scale,
  Semicolon,
  Service,
  Unless,
} from "./tokens.ts";

/** Where the parser gave up in a declaration whose first line is `head`, as a sentence for its author. */
export function faultOf(error: IRecognitionException, text: string, head: readonly IToken[]): Problem {
  const { token } = error;
  const rule = error.context.ruleStack.at(-1) ?? "";
  if (token.tokenType === EOF || token.tokenType === NewLine || token.tokenType === Dedent)
    return endsTooSoon(error, text, rule, head);
  if (arithmetic.has(rule)) return notCalculated(token);
  const slip = slipOf(token, text, head);
  if (slip) return slip;
  if (head.includes(token) && isNamed(head[0]) && notInNames.has(token.tokenType)) return notInName(token);
  const explain = explanations.get(token.tokenType);
  if (explain) return explain(token, text);
  return problem("E0101", tokenSpan(token), `\`${token.image}\` has no place here.`, {
    hint: head.includes(token) ? shapeOf(head[0]) : expectationOf(rule),
  });
}

const arithmetic: ReadonlySet<string> = new Set(["calculation", "terms", "bracketed"]);

/** `as weight AND height` */
function notCalculated(token: IToken): Problem {
  return problem("E0240", tokenSpan(token), `\`${token.image}\` has no place in a calculation.`, {
    hint: "A number is calculated with `plus`, `minus`, `times`, `divided by` and brackets: `weight divided by (height times height)`.",
  });
}

const explanations: ReadonlyMap<TokenType, (token: IToken, text: string) => Problem> = new Map([
  [And, nothingOnOneSide],
  [Or, nothingOnOneSide],
  [Unless, nothingOnOneSide],
  [Indent, tooFarIn],
  [Bullet, bulletAlone],
  [RightBracket, closesNothing],
  [Semicolon, semicolonAlone],
]);

function nothingOnOneSide(token: IToken, text: string): Problem {
  const span = tokenSpan(token);
  const last = /^\s*(?:#.*)?$/m.exec(text.slice(span.end))?.index === 0;
  const message = `A criterion is missing ${last ? "after" : "before"} \`${token.image}\`.`;
  return problem("E0103", span, message, {
    hint: `\`${token.image}\` stands between two criteria. Write the missing one, or take \`${token.image}\` away.`,
  });
}

function tooFarIn(token: IToken, text: string): Problem {
  return problem(
    "E0106",
    lineFrom(text, token.startOffset),
    "This line is indented below a line that holds no others.",
    {
      hint: "Indent it as far as the line above, or by two spaces below the line that it belongs to.",
    },
  );
}

function bulletAlone(token: IToken): Problem {
  return problem("E0107", tokenSpan(token), "A bullet stands where no list was begun.", {
    hint: "End the line above with `any of`, `all of`, `none of`, `at least 2 of` or `exactly 1 of`.",
  });
}

function closesNothing(token: IToken): Problem {
  return problem("E0108", tokenSpan(token), "This bracket closes none that was opened.", {
    hint: "Take it away, or write `(` where the criterion in brackets begins.",
    fixes: [replace("Take the bracket away", tokenSpan(token), "")],
  });
}

function semicolonAlone(token: IToken): Problem {
  return problem("E0101", tokenSpan(token), "`;` has no place here.", {
    hint: "AND and OR join criteria. `;` stands between them only in a list in brackets: `at least 2 of (a; b; c)`.",
  });
}

const isNamed = (keyword: IToken | undefined): boolean =>
  keyword !== undefined && [Fact, Scale, Define, Service].includes(keyword.tokenType);

const notInNames: ReadonlySet<TokenType> = new Set([And, Or, Not, Unless, LeftBracket, RightBracket]);

function notInName(token: IToken): Problem {
  const isBracket = token.tokenType === LeftBracket || token.tokenType === RightBracket;
  return problem("E0302", tokenSpan(token), `A name and its kind of answer hold no \`${token.image}\`.`, {
    hint: isBracket
      ? "Leave the brackets away; what is explained in brackets goes in quotes on the line below."
      : "In capitals it joins criteria. Write it in lower case if it belongs to the name, or declare two names.",
  });
}

function endsTooSoon(error: IRecognitionException, text: string, rule: string, head: readonly IToken[]): Problem {
  const before = error instanceof MismatchedTokenException ? error.previousToken : undefined;
  const span = before && before.image !== "" ? tokenSpan(before) : lastWord(text);
  const end = { start: span.end, end: span.end };
  if (error instanceof MismatchedTokenException && (rule === "brackets" || rule === "bracketed"))
    return problem("E0108", span, "A bracket is opened and never closed.", {
      hint: `Close it with \`)\` where ${rule === "brackets" ? "the criterion" : "what is calculated first"} ends.`,
      fixes: [replace("Close the bracket", end, ")")],
    });
  const onFirstLine = head.some((token) => token.startOffset <= span.start && span.start <= tokenSpan(token).end);
  return problem("E0101", span, `Something is missing after \`${text.slice(span.start, span.end).trim()}\`.`, {
    hint: onFirstLine && isNamed(head[0]) ? shapeOf(head[0]) : expectationOf(rule),
  });
}

function lastWord(text: string): Span {
  const end = text.trimEnd().length;
  const start = Math.max(text.lastIndexOf(" ", end - 1), text.lastIndexOf("\n", end - 1)) + 1;
  return { start: Math.min(start, end), end };
}

function lineFrom(text: string, start: number): Span {
  const end = text.slice(start).search(/[\r\n]/);
  return { start, end: end < 0 ? text.length : start + end };
}

const shapes: ReadonlyMap<TokenType, string> = new Map([
  [Guideline, 'A guideline begins with `guideline "Neck and Upper Back Complaints"`.'],
  [Fact, "A fact reads `fact hematocrit: number in %`."],
  [Scale, "A scale reads `scale muscle strength: 0, 1, 2, 3, 4, 5`."],
  [Define, "A definition begins with `define failed strengthening` and says on the next line what it means: `as ...`."],
  [Service, "A service begins with `service imaging`; below it stands what can be asked for, one a line."],
  [Example, 'An example begins with `example "A program that failed after six weeks"`.'],
]);

function shapeOf(keyword: IToken | undefined): string {
  return (
    (keyword && shapes.get(keyword.tokenType)) ??
    "A recommendation reads `imaging if significant symptom change OR failed strengthening`."
  );
}

const expectations: Readonly<Record<string, string>> = {
  brackets: "Brackets hold one criterion and are closed with `)`.",
  group: "The criteria of a list stand below it, one a line after `-`, or in brackets: `any of (a; b)`.",
  remark: "Wording in quotes stands on a line of its own.",
  expectation: "What is expected reads `expect imaging: criteria met`.",
  readAs: 'A reading is written `read as "..." because "..."`.',
};

function expectationOf(rule: string): string {
  return (
    expectations[rule] ??
    "Criteria are names joined by AND or OR in capitals. Names hold no brackets, colons or commas."
  );
}

/** `imaging if` with bullets below: not a criterion is missing there, but `all of` or `any of`. */
export function bulletsBegun(problems: readonly Problem[], text: string): readonly Problem[] {
  return problems.flatMap((found) => {
    if (found.code === "E0103") return problems.some((other) => isBulletBelow(other, found, text)) ? [] : [found];
    const above = problems.find((other) => other.code === "E0103" && isBulletBelow(found, other, text));
    return [above ? { ...found, fixes: ["all of", "any of"].map((list) => beginList(list, above)) } : found];
  });
}

function isBulletBelow(bullet: Problem, missing: Problem, text: string): boolean {
  return bullet.code === "E0107" && /^:?\s+$/.test(text.slice(missing.span.end, bullet.span.start));
}

function beginList(list: string, { span }: Problem): Fix {
  return replace(`Write ${list} above it`, { start: span.end, end: span.end }, ` ${list}`);
}
