import type { IToken } from "chevrotain";
import { lex, logicalLines } from "../../syntax/index.ts";

/** What a stretch of a line is for. `unread` is text whose place says nothing about it. */
export type Role =
  | "label"
  | "keyword"
  | "declared name"
  | "field name"
  | "type"
  | "grades"
  | "policy"
  | "row value"
  | "codes"
  | "service name"
  | "criterion"
  | "wording"
  | "citation"
  | "dates"
  | "needs"
  | "counted once"
  | "item"
  | "taken names"
  | "accepted"
  | "ranked"
  | "entry name"
  | "entry value"
  | "expected name"
  | "expected answer"
  | "unread";

export interface Segment {
  readonly role: Role;
  readonly tokens: readonly IToken[];
}

export type DeclarationKind =
  | "guideline"
  | "fact"
  | "scale"
  | "codes"
  | "define"
  | "table"
  | "service"
  | "example"
  | "authority"
  | "recommendation"
  | "assumption"
  | "acceptance"
  | "unknown";

/** One logical line, cut into segments. The last segment may be empty: what is to be typed next. */
export interface Line {
  readonly segments: readonly Segment[];
}

/** A declaration as its lines show it, however unfinished: what colours and completion go by. */
export interface Lines {
  readonly kind: DeclarationKind;
  readonly lines: readonly Line[];
  readonly comments: readonly IToken[];
}

const declarations: Readonly<Record<string, DeclarationKind>> = {
  Guideline: "guideline",
  Fact: "fact",
  Scale: "scale",
  Codes: "codes",
  Define: "define",
  Score: "table",
  Table: "table",
  Schedule: "table",
  Service: "service",
  Example: "example",
  Authority: "authority",
};

/** Reads the text of one declaration, or its beginning up to a cursor. */
export function readLines(text: string): Lines {
  const { tokens, comments } = lex(text);
  const [first, ...rest] = logicalLines(tokens);
  if (!first) return { kind: "unknown", lines: [], comments };
  const kind = kindOf(first);
  const askedFor = rest.findIndex((line) => nameOf(line[0]) === "AskedFor");
  const lines = rest.map((line, index) => clauseLine(line, kind, askedFor >= 0 && index > askedFor));
  return { kind, lines: [headLine(first, kind), ...lines].map((segments) => ({ segments })), comments };
}

/** A service may be called `score review`: what a score is made of stands below its line, and no `if` in it. */
function kindOf(line: readonly IToken[]): DeclarationKind {
  const kind = declarations[nameOf(line[0])];
  return kind === undefined || (kind === "table" && relationIn(line) >= 0) ? kindWithoutKeyword(line) : kind;
}

export const nameOf = (token: IToken | undefined): string => token?.tokenType.name ?? "";

/** `always`, `never` and `accept` begin names of services too. */
function kindWithoutKeyword(line: readonly IToken[]): DeclarationKind {
  const first = nameOf(line[0]);
  const relation = relationIn(line);
  const isOpen = line.slice(0, Math.max(relation, 0)).some((token) => joints.has(nameOf(token)));
  if (relation >= 0 && !(isOpen && beginsOther.has(first))) return "recommendation";
  if (first === "Always" || first === "Never") return "assumption";
  return first === "Accept" ? "acceptance" : "unknown";
}

const beginsOther: ReadonlySet<string> = new Set(["Always", "Never", "Accept"]);

/** No name of a service goes on after these. */
const joints: ReadonlySet<string> = new Set(["And", "Or", "Not", "Comma", "LeftBracket"]);

const relationIn = (line: readonly IToken[]): number =>
  line.findIndex(
    (token, at) =>
      relations.has(nameOf(token)) &&
      (at === line.length - 1 || !endsLine.has(nameOf(token)) || beforeIf(token, line[at + 1])),
  );

/** `is covered if`, `is not covered if` */
const beforeIf = (token: IToken, next: IToken | undefined): boolean =>
  /^(?:Not)?Covered$/.test(nameOf(token)) && nameOf(next) === "If";

/** Before other words these are words. */
const endsLine: ReadonlySet<string> = new Set(["Covered", "OtherwiseNotAddressed"]);

function headLine(line: readonly IToken[], kind: DeclarationKind): readonly Segment[] {
  const [keyword, rest] = [line.slice(0, 1), line.slice(1)];
  switch (kind) {
    case "guideline":
    case "example":
    case "authority":
      return [segment("keyword", keyword), segment("wording", rest)];
    case "fact":
    case "table":
      return [segment("keyword", keyword), ...atColon(rest, "declared name", "type")];
    case "scale":
      return [segment("keyword", keyword), ...atColon(rest, "declared name", "grades")];
    case "codes":
      return [segment("keyword", keyword), ...atColon(rest, "declared name", "codes")];
    case "define":
      return [segment("keyword", keyword), ...atColon(rest, "declared name", "type")];
    case "service":
      return [segment("keyword", keyword), segment("declared name", rest)];
    case "assumption":
      return [segment("keyword", keyword), segment("criterion", rest)];
    case "acceptance":
      return acceptance(keyword, rest);
    case "recommendation":
    case "unknown":
      return recommendation(line);
  }
}

/** `accept gap where C because "..."` */
function acceptance(keyword: readonly IToken[], rest: readonly IToken[]): readonly Segment[] {
  const because = rest.findIndex((token, at) => nameOf(token) === "Because" && nameOf(rest[at + 1]).endsWith("Text"));
  const [said, reason] = because < 0 ? [rest, []] : [rest.slice(0, because), rest.slice(because)];
  const where = said.findIndex((token) => nameOf(token) === "Where");
  const named = where < 0 ? said : said.slice(0, where);
  return [
    segment("keyword", keyword),
    segment("accepted", named),
    ...(where < 0
      ? []
      : [segment("keyword", said.slice(where, where + 1)), segment("criterion", said.slice(where + 1))]),
    ...(because < 0 ? [] : [segment("keyword", reason.slice(0, 1)), segment("wording", reason.slice(1))]),
  ];
}

function recommendation(line: readonly IToken[]): readonly Segment[] {
  const at = relationIn(line);
  if (at < 0) return [segment("unread", line)];
  const [relation, next] = line.slice(at);
  const end = at + (relation && beforeIf(relation, next) ? 2 : 1);
  return [
    segment("service name", line.slice(0, at)),
    segment("keyword", line.slice(at, end)),
    segment("criterion", line.slice(end)),
  ];
}

const afterKeyword: Readonly<Record<string, Role>> = {
  As: "criterion",
  WaivedIf: "criterion",
  ButNotIf: "criterion",
  AppliesWhen: "criterion",
  When: "criterion",
  Requires: "criterion",
  LimitedTo: "criterion",
  Attests: "wording",
  Cite: "citation",
  Source: "citation",
  AdoptedBy: "citation",
  RestsOn: "citation",
  Effective: "dates",
  Needs: "needs",
  CountedOnce: "counted once",
  Note: "wording",
  SuchAs: "wording",
  ChangedBecause: "wording",
  TakenAwayBecause: "wording",
  FilledInBecause: "wording",
  AskedFor: "unread",
};

function clauseLine(line: readonly IToken[], kind: DeclarationKind, belowAskedFor: boolean): readonly Segment[] {
  const [first, rest] = [line.slice(0, 1), line.slice(1)];
  const name = nameOf(first[0]);
  if (kind === "authority" && (name === "Bullet" || line.some((token) => nameOf(token) === "Colon")))
    return rankLine(line, name === "Bullet");
  if (kind === "guideline" && (name === "Use" || name === "Changes")) return taken(first, rest);
  const colon = line.some((token) => nameOf(token) === "Colon");
  if (name === "Bullet" && kind === "table") return [segment("label", first), ...row(rest)];
  if (name === "Bullet")
    return [segment("label", first), ...(kind === "example" ? fieldEntries(rest) : [segment("criterion", rest)])];
  if (name === "Expect") return [segment("keyword", first), ...atColon(rest, "expected name", "expected answer")];
  if (kind === "example" && colon) return entry(line);
  const role = afterKeyword[name];
  if (role) return [segment("keyword", first), segment(role, rest)];
  if (name === "ReadAs") return readAs(first, rest);
  if (name === "Text" || name === "UnterminatedText") return [segment("wording", line)];
  if (kind === "fact" && colon) return atColon(line, "field name", "type");
  if (kind === "service") return belowAskedFor ? atColon(line, "field name", "type") : [segment("item", line)];
  if (kind === "table") return [segment("policy", line)];
  return [segment(kind === "example" ? "entry name" : "unread", line)];
}

const entry = (line: readonly IToken[]): readonly Segment[] => atColon(line, "entry name", "entry value");

/** `date: 2024-01-01, relief: 50 %`: a comma before a name and its colon begins another. */
function fieldEntries(tokens: readonly IToken[]): readonly Segment[] {
  const commas = tokens.flatMap((token, at) => (nameOf(token) === "Comma" && namesField(tokens, at) ? [at] : []));
  const starts = [0, ...commas.map((at) => at + 1)];
  return starts.flatMap((start, index) => entry(tokens.slice(start, commas[index])));
}

function namesField(tokens: readonly IToken[], comma: number): boolean {
  const next = tokens.slice(comma + 1).find((token) => ["Comma", "Colon"].includes(nameOf(token)));
  return nameOf(next) === "Colon";
}

/** `2. ACOEM, ODG when silent`, `evidence for treatment: systematic review, randomized trial` */
function rankLine(line: readonly IToken[], isRank: boolean): readonly Segment[] {
  if (!isRank) {
    const colon = line.findIndex((token) => nameOf(token) === "Colon");
    return [segment("keyword", line.slice(0, colon)), segment("ranked", line.slice(colon + 1))];
  }
  const when = line.findLastIndex((token, at) => at > 0 && token.image.toLowerCase() === "when");
  const end = when < 0 ? line.length : when;
  return [
    segment("label", line.slice(0, 1)),
    segment("ranked", line.slice(1, end)),
    ...(when < 0 ? [] : [segment("keyword", line.slice(when))]),
  ];
}

/** `use "Title"`, `use a, b from "Title"`, `changes "Title"` */
function taken(keyword: readonly IToken[], rest: readonly IToken[]): readonly Segment[] {
  const title = rest.findIndex((token) => nameOf(token) === "Text" || nameOf(token) === "UnterminatedText");
  if (title <= 0) return [segment("keyword", keyword), segment(title < 0 ? "taken names" : "wording", rest)];
  return [
    segment("keyword", keyword),
    segment("taken names", rest.slice(0, title - 1)),
    segment("keyword", rest.slice(title - 1, title)),
    segment("wording", rest.slice(title)),
  ];
}

/** `1.5 if heart rate above 100 /min`, `1 otherwise`; a bullet below a row has no `if`. */
function row(tokens: readonly IToken[]): readonly Segment[] {
  const at = tokens.findIndex((token) => nameOf(token) === "If");
  if (at >= 0)
    return [
      segment("row value", tokens.slice(0, at)),
      segment("keyword", tokens.slice(at, at + 1)),
      segment("criterion", tokens.slice(at + 1)),
    ];
  const last = tokens.at(-1);
  if (last?.image.toLowerCase() !== "otherwise") return [segment("criterion", tokens)];
  return [segment("row value", tokens.slice(0, -1)), segment("keyword", [last])];
}

/** `read as "..." because "..."` */
function readAs(keyword: readonly IToken[], rest: readonly IToken[]): readonly Segment[] {
  const at = rest.findIndex((token) => nameOf(token) === "Because");
  if (at < 0) return [segment("keyword", keyword), segment("wording", rest)];
  return [
    segment("keyword", keyword),
    segment("wording", rest.slice(0, at)),
    segment("keyword", rest.slice(at, at + 1)),
    segment("wording", rest.slice(at + 1)),
  ];
}

/** `name: value`; without a colon there is only a name so far. */
function atColon(tokens: readonly IToken[], before: Role, after: Role): readonly Segment[] {
  const at = tokens.findIndex((token) => nameOf(token) === "Colon");
  if (at < 0) return [segment(before, tokens)];
  return [segment(before, tokens.slice(0, at)), segment(after, tokens.slice(at + 1))];
}

const segment = (role: Role, tokens: readonly IToken[]): Segment => ({ role, tokens });

const relations: ReadonlySet<string> = new Set([
  "If",
  "OnlyIf",
  "ExcludedIf",
  "NotCovered",
  "Covered",
  "RedFlagIf",
  "LimitedTo",
  "OtherwiseNotAddressed",
]);
