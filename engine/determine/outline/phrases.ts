import type { Fact, Range } from "../../../dsl/index.ts";
import type { Formula, Quantity } from "../../ir/index.ts";
import { once } from "../../values/index.ts";
import {
  clause,
  fitting,
  isOrAre,
  negated,
  noun,
  phrase,
  type Phrase,
  valuesInWords,
  withoutEvidence,
} from "../../words/index.ts";

/** A test of one fact: a yes or no in its published wording, what is measured by its name and what the author compares it with. */
export function testPhrase(formula: Formula & { kind: "test" }, fact: Fact, quantity: Quantity): Phrase {
  if (quantity.part === "value") return valuePhrase(formula, fact, quantity);
  if (quantity.part === "response") return responsePhrase(formula.text, fact);
  if (quantity.anchor !== undefined) return compared(formula.text, fact);
  const comparison = comparisonIn(formula.text, fact);
  return comparison === null ? phrase(formula.text, formula.text) : told(fact, comparison);
}

function valuePhrase(formula: Formula & { kind: "test" }, fact: Fact, quantity: Quantity): Phrase {
  const kind = fact.type.kind;
  if (kind === "yes or no") return isYes(formula.values) ? subject(fact) : negated(subject(fact));
  if (kind === "body site") return clause(`${theSubject(fact)} ${comparisonIn(formula.text, fact) ?? ""}`.trim());
  if (kind !== "one of" && kind !== "code") return compared(formula.text, fact);
  const inLists = kind === "code" ? codesListed(formula.text) : null;
  const values = `${isOrAre(fact.name)} ${valuesInWords(formula.values, quantity)}`;
  return clause(`${theSubject(fact)} ${inLists ?? values}`);
}

/** `is one of the codes for herpes zoster` for `diagnosis is in herpes zoster`; `null` where no list is named. */
function codesListed(text: string): string | null {
  const [, not, list] = /\bis (not )?in (.*)$/iu.exec(text) ?? [];
  if (list === undefined) return null;
  return `is ${not === undefined ? "one" : "none"} of the codes for ${list}`;
}

/** `NSAIDs were not tolerated` for `NSAIDs not tolerated`. */
function responsePhrase(text: string, fact: Fact): Phrase {
  const response = comparisonIn(text, fact);
  if (response === null) return clause(text);
  const { text: what } = subject(fact);
  const verb = isOrAre(what) === "are" ? "were " : "was ";
  return clause(`${what} ${/^(?:not tolerated|contraindicated|not tried)\b/u.test(response) ? verb : ""}${response}`);
}

/** `age at least 18 years` in a list, `age is at least 18 years` by itself. */
function compared(text: string, fact: Fact): Phrase {
  const comparison = comparisonIn(text, fact);
  return comparison === null ? phrase(text, text) : told(fact, comparison);
}

/** A fact and what the author asks of it: `PO2 at or below 55 mmHg`, `strengthening program lasted at least 6 weeks` */
function told(fact: Fact, comparison: string): Phrase {
  const { text: what } = subject(fact);
  if (startsAsVerb.test(comparison)) return clause(`${what} ${comparison}`);
  const published = what.toLowerCase() !== fact.name.toLowerCase() && fact.type.kind !== "date";
  const of = published && /^(?:at least|at most|more than|less than|no more|no less)\b/iu.test(comparison) ? "of " : "";
  const verb = /^[\p{L}\d]/u.test(comparison) ? `${isOrAre(what)} ` : "";
  return { text: `${what} ${of}${comparison}`, form: "noun", clause: `${what} ${verb}${comparison}` };
}

const startsAsVerb = /^(?:is|are|was|were|has|have|fell|rose|lasted|improved|failed|succeeded|partially succeeded)\b/u;

/** What the author wrote after the name of the fact. */
function comparisonIn(text: string, fact: Fact): string | null {
  const name = fact.name.toLowerCase();
  return text.toLowerCase().startsWith(`${name} `) ? text.slice(name.length).trim() : null;
}

function isYes(values: readonly Range[]): boolean {
  return values.some((range) => range.low <= 1 && 1 <= range.high);
}

/**
 * What a fact is about: what the publication calls it, where that is sure to fit and names no more than the fact, else its name.
 */
export const subject = once((fact: Fact): Phrase => {
  const published = fact.wording === null ? null : namedBy(fact.wording, fact);
  return published ?? (fact.type.kind === "yes or no" ? phrase(fact.name, fact.name) : noun(fact.name));
});

/** Published words for what is asked; of what is measured a short noun without the threshold or the outcome of a test. */
function namedBy(wording: string, { name, type }: Fact): Phrase | null {
  const worded = fitting(wording, name);
  if (type.kind === "yes or no") return isDenialOf(wording, name) ? null : worded;
  if (!measured.has(type.kind) || worded?.form !== "noun") return null;
  return wording.split(" ").length > 8 || saysMore.test(wording) ? null : worded;
}

const measured = new Set<Fact["type"]["kind"]>([
  "number",
  "whole number",
  "age",
  "date",
  "treatment trial",
  "calculated",
]);

/** `ejection fraction of 35% or less`, `symptoms refractory to drug therapy`, `surgery within the last months` */
const saysMore =
  /\d|[<>≤≥=]|\b(?:at least|at most|(?:more|less|fewer|greater|higher|lower|older|younger) than|or (?:less|more|greater|above|below|higher|lower)|within|fail\w*|refractory|unresponsive|despite|intoleran\w*|\w*tolerated|response|inadequate|not|no|without)\b/iu;

/** A wording that denies what the name affirms: `Have not been previously tested` of the fact `previously tested`. */
function isDenialOf(wording: string, name: string): boolean {
  const [asked = ""] = wording.split(/\b(?:that|which|who|whose|where|when|while|if|as)\b/iu);
  return denial.test(asked) && !denial.test(name) && !/\b(?:un|in|non|dis)\p{L}+/u.test(name);
}

const denial = /\b(?:not|no|never|none|cannot|without|absence|absent|lack|lacks|free)\b|n['’]t\b/iu;

/** `the planned procedure`: its name, since a wording may already say one of its values. */
function theSubject(fact: Fact): string {
  return /^(?:an?|the|any|its|no)\b/iu.test(fact.name) ? fact.name : `the ${fact.name}`;
}

/** What the record speaks on: `tissue insult`, `the planned procedure`, `whether anatomy is unclear`. */
export const topic = once((fact: Fact): string => {
  if (["one of", "code", "body site"].includes(fact.type.kind)) return theSubject(fact);
  const about = subject(fact);
  return about.form === "clause" ? `whether ${about.text}` : withoutEvidence(about.text);
});
