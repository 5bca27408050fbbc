import {
  anchors,
  type Beginning,
  documentationTests,
  type FactType,
  type LiteralType,
  operators,
  patternsAfter,
  relationPatterns,
  trialResponses,
  type View,
  viewsOf,
  wordKey,
} from "../../semantics/index.ts";
import type { Word } from "../../syntax/index.ts";
import { helpOnTest } from "../describe/index.ts";
import type { Completion, Proposal } from "./completion.ts";
import { afterComma, from, isSpaced, propose, startOf, type Typing } from "./typing.ts";
import { literalValues } from "./values.ts";

/** One way to write a test: words and, between braces, what they take. `canonical` ones are offered unasked. */
interface Form {
  readonly elements: readonly string[];
  readonly help: string;
  readonly canonical: boolean;
  readonly literal: LiteralType | null;
}

/** What may come next after a fact's name: the words of a test, then its values. */
export function testCompletions({ named, rest }: Beginning, offset: number): readonly Completion[] {
  if (named.kind === "definition") return [];
  const typing: Typing = { words: rest, offset };
  const found = formsOf(named.type, named.name).flatMap((form) => continuations(form, typing, 0, 0));
  return [...new Map(found.map((each) => [each.label, each])).values()];
}

function formsOf(type: FactType, name: string): readonly Form[] {
  const dates = type.kind === "date" ? relationPatterns : [];
  const documented = documentationTests.filter(({ as }) => as === "not documented" || type.kind === "yes or no");
  return [
    ...viewsOf(type, name).flatMap((view) => view.lead.flatMap((lead) => viewForms(view, lead))),
    ...dates.map((pattern) => plainForm(pattern, true)),
    ...documented.map(({ pattern }) => plainForm(pattern, true)),
  ];
}

function viewForms(view: View, lead: string): readonly Form[] {
  const applicable = operators.filter(({ takes }) => takes === view.takes);
  return applicable.flatMap((operator) =>
    patternsAfter(lead, operator, view).map((pattern) => ({
      elements: `${lead} ${pattern}`.trim().split(" "),
      help: operator.help,
      canonical: isUsual(view, lead) && pattern === operator.patterns[0],
      literal: view.literal,
    })),
  );
}

/** Of the words that may stand before an operator, those that read best: `hematocrit at least`, `procedure is`. */
function isUsual({ lead, takes, literal }: View, said: string): boolean {
  const isResponse = literal.kind === "choice" && literal.options === trialResponses;
  return isResponse ? said === "" || said === "was" : said === (takes === "choice" ? "is" : (lead[0] ?? ""));
}

const plainForm = (pattern: string, canonical: boolean): Form => ({
  elements: pattern.split(" "),
  help: helpOnTest(pattern),
  canonical,
  literal: { kind: "number", unit: { word: "months", ucum: "mo" }, decimals: 0 },
});

/** Everything that may follow the words from `at` on, when they are read as the form from `element` on. */
function continuations(form: Form, typing: Typing, element: number, at: number): readonly Completion[] {
  const next = form.elements[element];
  if (next === undefined) return [];
  const rest = from(typing, at);
  if (next.startsWith("{")) return inSlot(form, typing, element, at);
  if (isLast(rest) || rest.words.length === 0) return wordsNext(form, rest, element);
  return wordKey(rest.words[0]?.text ?? "") === wordKey(next) ? continuations(form, typing, element + 1, at + 1) : [];
}

/** The word before the cursor may still grow. */
const isLast = (typing: Typing): boolean => typing.words.length === 1 && !isSpaced(typing);

/** The words up to the next value, if the author has begun them or they are the usual ones. */
function wordsNext(form: Form, rest: Typing, element: number): readonly Completion[] {
  const slot = form.elements.findIndex((each, index) => index >= element && each.startsWith("{"));
  const words = form.elements.slice(element, slot < 0 ? undefined : slot);
  const label = words.join(" ");
  const begun = rest.words.length > 0 && !form.elements.slice(0, element).some((each) => each.startsWith("{"));
  const typed = rest.words[0]?.text.toLowerCase() ?? "";
  if ((!form.canonical && !begun) || !label.startsWith(typed) || label === typed) return [];
  const proposal: Proposal = { label, kind: "operator", detail: form.help, insert: slot < 0 ? label : `${label} ` };
  return propose(rest, [proposal]);
}

function inSlot(form: Form, typing: Typing, element: number, at: number): readonly Completion[] {
  const rest = from(typing, at);
  const own = form.elements[element] === "{list}" ? afterComma(rest) : rest;
  const values = form.literal && isOffered(form, element) ? literalValues(own, form.literal) : [];
  const later = rest.words.flatMap((_, taken) =>
    taken === 0 || !endsAmount(rest.words.slice(0, taken)) ? [] : continuations(form, typing, element + 1, at + taken),
  );
  const all =
    rest.words.length > 0 && isSpaced(rest) && endsAmount(rest.words)
      ? continuations(form, typing, element + 1, at + rest.words.length)
      : [];
  return [...values, ...later, ...all].filter(({ replace }) => replace.start >= startOf(rest));
}

/** Values right after the name only in the usual form: `strengthening program failed`. */
const isOffered = (form: Form, element: number): boolean => element > 0 || form.canonical;

/** `6`, `6 weeks`, `request date`: words after which the next part of a test may begin. */
function endsAmount(words: readonly Word[]): boolean {
  return words.every(({ text }) => text !== ",") && !anchors.some((anchor) => anchor.startsWith(words[0]?.text ?? ","));
}
