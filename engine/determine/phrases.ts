import type { Fact, Range } from "../../dsl/index.ts";
import type { Formula, Quantity } from "../ir/index.ts";
import { asClause, clause, listed, negated, noun, phrase, type Phrase, valuesInWords } from "../words/index.ts";
import { type Group, groupWords, joiner } from "./node.ts";

/** A test of one fact in the guideline's words: the fact's wording where it has one, the author's words for the rest. */
export function testPhrase(formula: Formula & { kind: "test" }, fact: Fact, quantity: Quantity): Phrase {
  if (quantity.part === "value") return valuePhrase(formula, fact, quantity);
  if (quantity.anchor !== undefined) return compared(formula.text, fact);
  return phrase(worded(formula.text, fact));
}

function valuePhrase(formula: Formula & { kind: "test" }, fact: Fact, quantity: Quantity): Phrase {
  const kind = fact.type.kind;
  if (kind === "yes or no") return isYes(formula.values) ? subject(fact) : negated(subject(fact));
  if (kind === "body site") return clause(`${theSubject(fact)} ${comparisonIn(formula.text, fact) ?? ""}`.trim());
  if (kind !== "one of" && kind !== "code") return compared(formula.text, fact);
  const inLists = kind === "code" ? /\bis (?:not )?in .*$/iu.exec(formula.text)?.[0] : undefined;
  return clause(`${theSubject(fact)} ${inLists ?? `is ${valuesInWords(formula.values, quantity)}`}`);
}

/** `age at least 18 years` in a list, `age is at least 18 years` by itself. */
function compared(text: string, fact: Fact): Phrase {
  const said = phrase(worded(text, fact));
  const comparison = comparisonIn(text, fact);
  if (said.form === "clause" || comparison === null) return said;
  const verb = /^[\p{L}\d]/u.test(comparison) ? "is " : "";
  return { ...said, clause: `${subject(fact).text} ${verb}${comparison}` };
}

/** What the author wrote after the name of the fact. */
function comparisonIn(text: string, fact: Fact): string | null {
  const name = fact.name.toLowerCase();
  return text.toLowerCase().startsWith(`${name} `) ? text.slice(name.length).trim() : null;
}

function isYes(values: readonly Range[]): boolean {
  return values.some((range) => range.low <= 1 && 1 <= range.high);
}

/** What a fact is about: its wording, or its name. */
export function subject(fact: Fact): Phrase {
  return phrase(fact.wording ?? fact.name, fact.name);
}

/** `the planned procedure`: its name, since a wording may already say one of its values. */
function theSubject(fact: Fact): string {
  return /^(?:an?|the|any|its|no)\b/iu.test(fact.name) ? fact.name : `the ${fact.name}`;
}

/** What the record speaks on: `tissue insult`, `the planned procedure`, `whether anatomy is unclear`. */
export function topic(fact: Fact): string {
  if (["one of", "code", "body site"].includes(fact.type.kind)) return theSubject(fact);
  const about = subject(fact);
  return about.form === "noun" ? about.text : `whether ${about.text}`;
}

/** `PO2 at or below 55 mmHg` as `arterial PO2 at or below 55 mmHg`, when the wording of `PO2` is `arterial PO2`. */
function worded(text: string, fact: Fact): string {
  const name = fact.name.toLowerCase();
  if (fact.wording === null || !text.toLowerCase().startsWith(name)) return text;
  const rest = text.slice(name.length).trimStart();
  const amount =
    fact.type.kind !== "date" && /^(?:at least|at most|more than|less than|no more|no less)\b/iu.test(rest);
  return `${subject(fact).text} ${amount ? "of " : ""}${rest}`;
}

/** Several criteria in one phrase. */
export function groupPhrase(group: Group, parts: readonly Phrase[]): Phrase {
  const first = parts[0] ?? noun("nothing");
  if (group.kind === "not") return negated(first);
  if (parts.length === 1) return first;
  if (group.kind === "waived") return waivable(first, parts.slice(1));
  if (group.kind === "when") return clause(`${parts.slice(1).map(asClause).join(" and ")} when ${asClause(first)}`);
  if (group.kind === "none" && parts.length === 2) return neither(parts);
  return parts.every((part) => part.form === "noun") ? nouns(group, parts) : clauses(group, parts);
}

/** `analgesics lasted at least 3 weeks, waived if analgesics were not tolerated` */
function waivable(criterion: Phrase, waivers: readonly Phrase[]): Phrase {
  const aside = `, ${waivedIf(waivers)}`;
  const said = { ...criterion, text: `${criterion.text}${aside}` };
  return criterion.clause === undefined ? said : { ...said, clause: `${criterion.clause}${aside}` };
}

/** `waived if analgesics were not tolerated or pain is worsening` */
export function waivedIf(waivers: readonly Phrase[]): string {
  return `waived if ${listed(waivers.map(asClause), "or")}`;
}

/** `neither pain nor weakness`, `neither anatomy is unclear nor there is pain` */
function neither(parts: readonly Phrase[]): Phrase {
  const form = parts.every((part) => part.form === "noun") ? "noun" : "clause";
  const words = parts.map((part) => (form === "noun" ? part.text : asClause(part)));
  return { text: `neither ${words.join(" nor ")}`, form };
}

function nouns(group: Group, parts: readonly Phrase[]): Phrase {
  const words = parts.map((part) => part.text);
  return noun(`${determiner(group, parts.length)} ${listed(words, joiner(group))}`);
}

function clauses(group: Group, parts: readonly Phrase[]): Phrase {
  const words = parts.map(asClause);
  if (parts.length === 2 && group.kind !== "count")
    return clause(`${determiner(group, 2)} ${listed(words, joiner(group))}`);
  return clause(
    `${groupWords(group)} these ${joiner(group) === "or" ? "holds" : "hold"}: ${listed(words, joiner(group))}`,
  );
}

function determiner(group: Group, count: number): string {
  if (count === 2 && group.kind === "any") return "either";
  return count === 2 && group.kind === "all" ? "both" : groupWords(group);
}
