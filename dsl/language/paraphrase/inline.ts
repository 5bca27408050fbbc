import type { Expression, Guideline, Requirement } from "../../semantics/index.ts";
import { leafPhrases, plainWords } from "./leaves.ts";
import { type Names, namesOfEntry } from "./names.ts";

/** What is needed to say a criterion: the guideline for its lists, and the names that hold where it stands. */
export interface Saying {
  readonly guideline: Guideline;
  readonly names: Names;
}

type Place = "alone" | "joined" | "denied";

/** A criterion in one line. `joined` and `denied` ones get brackets where words could be read on into the next. */
export function inline(expression: Expression, saying: Saying, place: Place = "alone"): string {
  const say = (inner: Expression, at: Place): string => inline(inner, saying, at);
  switch (expression.kind) {
    case "test":
    case "criterion":
    case "table test":
    case "interval test":
      return alternatives(leafPhrases(expression, saying.names), place);
    case "list test":
      return reachingOn(listText(expression, saying), place);
    case "not":
      return bracketed(`NOT ${say(expression.operand, "denied")}`, place);
    case "all":
    case "any":
      return connected(expression, saying, place);
    case "none":
    case "at least":
    case "exactly": {
      const parts = expression.operands.map((operand) => say(operand, "alone"));
      const opening = "count" in expression ? `${expression.kind} ${expression.count} of` : "none of";
      return bracketed(`${opening} (${parts.join("; ")})`, place);
    }
    case "by date":
      return plainWords(expression.text);
    case "qualified":
      return inline(spelledOut(expression), saying, place);
  }
}

const bracketed = (text: string, place: Place): string => (place === "alone" ? text : `(${text})`);

const alternatives = (phrases: readonly string[], place: Place): string => {
  const [only = "", ...others] = phrases;
  return others.length === 0 ? reachingOn(only, place) : bracketed(phrases.join(" OR "), place);
};

/** `where` reaches to the end of the bracket it stands in. */
const reachingOn = (text: string, place: Place): string =>
  place !== "alone" && / where /i.test(text) && !/^\(.*\)$/.test(text) ? `(${text})` : text;

type Joined = Extract<Expression, { operands: unknown }>;

function connected(
  { kind, operands }: Pick<Joined, "operands"> & { readonly kind: Expression["kind"] },
  saying: Saying,
  place: Place,
): string {
  const [only, ...others] = operands;
  if (only && others.length === 0) return inline(only, saying, place);
  const parts = operands.map((operand) => inline(operand, saying, "joined"));
  return bracketed(parts.join(kind === "all" ? " AND " : " OR "), place);
}

/** A list is asked in its author's words; what follows `where` is said as any criterion, in one line. */
function listText(asked: Extract<Expression, { kind: "list test" }>, { guideline }: Saying): string {
  const words = plainWords(asked.text);
  const [before = "", ...after] = words.split(/\swhere\s/i);
  const { where, list } = asked.test;
  if (after.length === 0 || where === null) return words;
  const entry: Saying = { guideline, names: namesOfEntry(guideline, list) };
  const given = givenAfterWhere(where, asked);
  return `${before} where ${inline(/^every\s/i.test(before) && given.kind === "not" ? given.operand : given, entry)}`;
}

/** Without the subset and the time that are said before `where`: joined with them it has the place of the whole phrase. */
function givenAfterWhere(where: Expression, { span }: Expression): Expression {
  const isJoined = where.kind === "all" && where.span.start === span.start && where.span.end === span.end;
  return (isJoined ? where.operands.at(-1) : undefined) ?? where;
}

type Qualified = Extract<Expression, { kind: "qualified" }>;

/** `(c OR waiver) AND NOT exception AND (NOT when OR requirement)`: what the clauses below a criterion mean. */
export function spelledOut({ criterion, waivers, exceptions, requirements, span, text }: Qualified): Expression {
  const written = { span, text };
  const waived: Expression =
    waivers.length === 0 ? criterion : { ...written, kind: "any", operands: [criterion, ...waivers] };
  const denials = exceptions.map((operand): Expression => ({ ...written, kind: "not", operand }));
  const asks = requirements.map((requirement) => asCriterion(requirement));
  const operands = [waived, ...denials, ...asks];
  if (operands.length > 1) return { ...written, kind: "all", operands };
  return waived.kind === "qualified" ? spelledOut(waived) : waived;
}

function asCriterion({ when, requires }: Requirement): Expression {
  const { span, text } = when;
  return { kind: "any", operands: [{ kind: "not", operand: when, span, text }, requires], span, text };
}
