import type { IToken, TokenType } from "chevrotain";
import { type Fix, type Problem, problem, replace } from "../diagnostic/index.ts";
import { placeInBrackets } from "./placeInBrackets.ts";
import { tokenSpan } from "./productions/index.ts";
import { And, Bullet, Colon, Define, If, LeftBracket, Or, RightBracket, Semicolon, Service } from "./tokens.ts";

/** What a beginner meant by the token that the parser gave up at; null when it is no slip we know. */
export function slipOf(token: IToken, text: string, head: readonly IToken[]): Problem | null {
  const [first] = head;
  if (!first) return null;
  if (token === first && token.tokenType === If) return ifThen(token, text);
  const cited = placeTokens.has(token.tokenType) ? placeInBrackets(token, text) : null;
  if (cited) return cited;
  if (first.tokenType === Define) return definitionSlip(token, text, head);
  if (first.tokenType === Service) return serviceSlip(token, text, head);
  return token.tokenType === Colon && head.includes(token) ? answerAfterColon(token, text) : null;
}

const placeTokens: ReadonlySet<TokenType> = new Set([LeftBracket, RightBracket, Colon, Semicolon]);

/** `If radiculopathy then imaging` */
function ifThen(token: IToken, text: string): Problem {
  const span = tokenSpan(token);
  const line = text.slice(span.start).split(/[\r\n]/)[0] ?? "";
  const [, criterion, service] = /^if\s+(.+?),?\s+then\s+(.+?)\.?\s*$/i.exec(line) ?? [];
  const written = `${service ?? "imaging"} if ${criterion ?? "..."}`;
  const whole = { start: span.start, end: span.start + line.trimEnd().length };
  return problem("E0101", span, "A recommendation begins with its service, and `if` follows.", {
    hint: `Write \`${written}\`.`,
    fixes: service && criterion ? [replace(`Write ${written}`, whole, written)] : [],
  });
}

/** `define failed: program failed`, `define failed as A AND B`, and `A AND B` below it without `as` */
function definitionSlip(token: IToken, text: string, head: readonly IToken[]): Problem | null {
  if (token.tokenType === Bullet) return bulletsWithoutAs(token, text, head);
  if (!head.includes(token)) return criterionWithoutAs(token, text);
  const joint = head.find((word, at) => at > 1 && (word.tokenType === Colon || /^(?:as|means|=)$/i.test(word.image)));
  const before = joint && head[head.indexOf(joint) - 1];
  if (!joint || !before || joint.startOffset > token.startOffset) return null;
  const { end } = tokenSpan(joint);
  const meaning = (text.slice(end).split(/[\r\n]/)[0] ?? "").trim();
  if (meaning === "") return null;
  return problem("E0304", tokenSpan(joint), "What a definition means stands on the line below its name.", {
    hint: `Write there \`as ${meaning}\`.`,
    fixes: [replace(`Write as ${meaning} on the line below`, { start: tokenSpan(before).end, end }, "\n  as")],
  });
}

/** Bullets right below `define failed`, or below a list that is begun without `as` */
function bulletsWithoutAs(token: IToken, text: string, head: readonly IToken[]): Problem | null {
  const above = text.slice(0, token.startOffset).trimEnd();
  const line = above.slice(Math.max(above.lastIndexOf("\n"), above.lastIndexOf("\r")) + 1).trim();
  const last = head.at(-1);
  const end = last ? tokenSpan(last).end : 0;
  if (last && above.slice(end).trim() === "")
    return problem("E0107", tokenSpan(token), "These bullets do not say how they are joined.", {
      hint: "Write `as all of` or `as any of` on a line between the name and the bullets.",
      fixes: ["all of", "any of"].map((list) =>
        replace(`Write as ${list} above them`, { start: end, end }, `\n  as ${list}`),
      ),
    });
  if (!/^(?!as\b).* of(?: the following)?:?$/i.test(line)) return null;
  return problem("E0107", tokenSpan(token), "A bullet stands where no list was begun.", {
    hint: `The line above begins one with \`as\`: \`as ${line.replace(/:$/, "")}\`.`,
  });
}

function criterionWithoutAs(token: IToken, text: string): Problem | null {
  if (token.tokenType !== And && token.tokenType !== Or && token.tokenType !== LeftBracket) return null;
  const start = Math.max(text.lastIndexOf("\n", token.startOffset), text.lastIndexOf("\r", token.startOffset)) + 1;
  const line = text.slice(start).split(/[\r\n]/)[0] ?? "";
  const criterion = line.trim();
  const from = start + line.length - line.trimStart().length;
  if (/^(?:as|waived|but|cite|note|such|read|source)\b|^["“]/i.test(criterion) || from === token.startOffset)
    return null;
  return problem(
    "E0304",
    { start: from, end: from + criterion.length },
    "This line does not begin with `as`, so it gives no meaning.",
    {
      hint: `Write \`as ${criterion}\`.`,
      fixes: [replace(`Write as ${criterion}`, { start: from, end: from }, "as ")],
    },
  );
}

/** `- CT neck  CPT 72125`, `CT neck (CPT 72125)` */
function serviceSlip(token: IToken, text: string, head: readonly IToken[]): Problem | null {
  if (token.tokenType === Bullet)
    return problem("E0107", tokenSpan(token), "What can be asked for stands below `service` without bullets.", {
      hint: "Leave them away: each line is an item by itself.",
      fixes: [withoutBullets(token, text)],
    });
  if (token.tokenType !== LeftBracket || head.includes(token)) return null;
  const { start, end } = tokenSpan(token);
  const close = /^[^()\r\n]*\)/.exec(text.slice(end))?.[0].length;
  const away = (from: number): Fix["edits"][number] => ({ span: { start: from, end: from + 1 }, text: "" });
  return problem("E0101", { start, end }, "Codes stand behind an item without brackets.", {
    hint: "Leave the brackets away: `CT of the cervical spine    CPT 72125`.",
    fixes: close ? [{ title: "Take the brackets away", safe: true, edits: [away(start), away(end + close - 1)] }] : [],
  });
}

/** From `token` on, as long as lines begin with bullets. */
function withoutBullets(token: IToken, text: string): Fix {
  const below = text.slice(token.startOffset);
  const lines = /^(?:\S{1,4}[ \t\u00a0]+[^\r\n]*(?:\r\n|\r|\n|$)[ \t]*)+/.exec(below)?.[0] ?? below;
  const bullets = [...lines.matchAll(/(?<=^|[\r\n][ \t]*)(?:[-–—•*·▪◦‣\uf0b7o]|\(?\w{1,4}[.)])[ \t\u00a0]+/g)];
  return {
    title: "Take the bullets away",
    safe: true,
    edits: bullets.map(({ index, 0: bullet }) => {
      const start = token.startOffset + index;
      return { span: { start, end: start + bullet.length }, text: "" };
    }),
  };
}

/** `imaging if radiculopathy: yes` */
function answerAfterColon(token: IToken, text: string): Problem | null {
  const { start, end } = tokenSpan(token);
  const said = /^[ \t]*(yes|no)(?=[ \t]*(?:[\r\n]|$))/i.exec(text.slice(end));
  if (!said) return null;
  const yes = said[1]?.toLowerCase() === "yes";
  return problem("E0101", { start, end }, "A criterion is answered yes or no by itself, without a colon.", {
    hint: yes ? "Leave `: yes` away." : "Leave `: no` away, and write `NOT` before the criterion.",
    fixes: yes ? [replace("Take `: yes` away", { start, end: end + said[0].length }, "")] : [],
  });
}
