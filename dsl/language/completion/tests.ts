import {
  type Beginning,
  codeListTests,
  type CodeSystem,
  comparedAs,
  comparisonTests,
  documentationTests,
  type Environment,
  type FactType,
  levelNames,
  type LiteralType,
  type Named,
  operators,
  readUnit,
  patternsAfter,
  relationPatterns,
  siteTests,
  trialResponses,
  type View,
  viewsOf,
  wordKey,
  wordsText,
} from "../../semantics/index.ts";
import type { Word } from "../../syntax/index.ts";
import { helpOnTest } from "../describe/index.ts";
import type { Completion, Proposal } from "./completion.ts";
import { afterComma, from, isSpaced, propose, type Typing } from "./typing.ts";
import { sitesOf } from "./sites.ts";
import { literalValues } from "./values.ts";

/** One way to write a test: words and, between braces, what they take. */
interface Form {
  readonly elements: readonly string[];
  readonly help: string;
  /** How many of the elements only lead to the operator: `is`, `has lasted`. */
  readonly lead: number;
  /** Of several spellings the one offered before the author has begun another. */
  readonly usual: boolean;
  /** Whether its lead is the one that reads best: `hematocrit at least`, `procedure is`. */
  readonly leadsWell: boolean;
  readonly literal: LiteralType;
}

/** What may come next after a fact's name: the words of a test, then its values. */
export function testCompletions(
  { named, rest }: Beginning,
  offset: number,
  environment: Environment,
): readonly Completion[] {
  if (named.kind !== "fact" && named.kind !== "table" && named.kind !== "calculated") return [];
  const typing: Typing = { words: rest, offset };
  const recorded = named.kind === "fact" ? recordedForms(named.type) : [];
  const forms = [
    ...formsOf(named.type, named.name, environment),
    ...recorded,
    ...codeListForms(named.type, environment),
    ...(named.kind === "fact" ? comparisonForms(named, environment) : []),
    ...siteForms(named.type),
  ];
  const found = forms.flatMap((form) => continuations(form, typing, beginning));
  const seen = new Set<string>();
  return found.filter(({ label }) => !seen.has(label) && seen.add(label));
}

function formsOf(type: FactType, name: string, environment: Environment): readonly Form[] {
  const options = type.kind === "code" ? listedCodes(type.system, environment) : [];
  const literal: LiteralType = { kind: "choice", options, what: "the codes of the lists" };
  return viewsOf(type, name)
    .map((view) => (options.length === 0 ? view : { ...view, literal }))
    .flatMap((view) => view.lead.flatMap((lead) => viewForms(view, lead)));
}

/** The codes that the lists of the guideline hold, as they are written there. */
export function listedCodes(system: CodeSystem, { codeLists, outer }: Environment): readonly string[] {
  const lists = [...(outer?.codeLists ?? codeLists).values()];
  const texts = lists.flatMap(({ codes }) => codes.filter((one) => one.system === system).map(({ text }) => text));
  return [...new Set(texts)];
}

/** What is asked of the record, and of dates against those of the case. */
function recordedForms(type: FactType): readonly Form[] {
  const dates = type.kind === "date" ? relationPatterns : [];
  const documented = documentationTests.filter(({ as }) => as === "not documented" || type.kind === "yes or no");
  return [...dates, ...documented.map(({ pattern }) => pattern)].map(plainForm);
}

function viewForms(view: View, said: string): readonly Form[] {
  const lead = said === "" ? 0 : said.split(" ").length;
  const applicable = operators.filter(({ takes }) => takes === view.takes);
  return applicable.flatMap((operator) =>
    patternsAfter(said, operator, view).map((pattern) => ({
      elements: `${said} ${pattern}`.trim().split(" "),
      help: operator.help,
      lead,
      usual: pattern === operator.patterns[0] && !(view.takes === "ordered" && operator.id === "is not"),
      leadsWell: leadsWell(view, said, pattern),
      literal: view.literal,
    })),
  );
}

function leadsWell({ lead, takes, literal }: View, said: string, pattern: string): boolean {
  if (literal.kind === "choice" && literal.options === trialResponses) return said === "" && pattern === "{a}";
  return said === (takes === "choice" ? "is" : (lead[0] ?? ""));
}

/** A test that is no row of the table of operators; what it takes, if anything, is a length of time. */
const plainForm = (pattern: string): Form => ({
  elements: pattern.split(" "),
  help: helpOnTest(pattern),
  lead: 0,
  usual: true,
  leadsWell: true,
  literal: lengthOfTime,
});

/** A number and its unit. */
const lengthOfTime: LiteralType = { kind: "number", unit: { word: "months", ucum: "mo" }, decimals: 0 };

/** `is in` and the lists that hold codes of the fact's system. */
function codeListForms(type: FactType, { codeLists }: Environment): readonly Form[] {
  if (type.kind !== "code") return [];
  const lists = [...codeLists.values()].filter(({ codes }) => codes.some(({ system }) => system === type.system));
  const literal: LiteralType = { kind: "choice", options: lists.map(({ name }) => name), what: "the lists of codes" };
  return lists.length === 0
    ? []
    : codeListTests.map(({ pattern, help }) => ({
        elements: pattern.split(" "),
        help,
        lead: 1,
        usual: true,
        leadsWell: true,
        literal,
      }));
}

function siteForms(type: FactType): readonly Form[] {
  if (type.kind !== "body site") return [];
  const sites: LiteralType = { kind: "choice", options: sitesOf(type.regions), what: "the regions" };
  const levels: LiteralType = {
    kind: "choice",
    options: [...new Set(type.regions.flatMap(levelNames))],
    what: "the levels",
  };
  return siteTests.map(({ pattern, help, asks }) => ({
    elements: pattern.split(" "),
    help,
    lead: 1,
    usual: true,
    leadsWell: true,
    literal: asks === "level" ? levels : sites,
  }));
}

/** `is the same as` and the facts that could be. */
function comparisonForms({ key, type }: Named & { readonly kind: "fact" }, { names }: Environment): readonly Form[] {
  return comparisonTests.flatMap(({ pattern, help, aspect }) => {
    const others = [...names.values()].filter(
      (other) => other.kind === "fact" && other.key !== key && comparedAs(type, other.type, aspect) === null,
    );
    const options = others.map(({ name }) => name);
    const literal: LiteralType = { kind: "choice", options, what: "the facts" };
    const form = { elements: pattern.split(" "), help, lead: 1, usual: true, leadsWell: true, literal };
    return others.length === 0 || type.kind === "yes or no" ? [] : [form];
  });
}

/** How far the words have been read as a form, and where its words since the last value begin. */
interface Progress {
  readonly element: number;
  readonly at: number;
  readonly run: { readonly element: number; readonly at: number };
}

const beginning: Progress = { element: 0, at: 0, run: { element: 0, at: 0 } };

/** Everything that may follow, when the words so far are read as the form. */
function continuations(form: Form, typing: Typing, progress: Progress): readonly Completion[] {
  const { element, at } = progress;
  const next = form.elements[element];
  if (next === undefined) return [];
  if (next.startsWith("{")) return inSlot(form, typing, progress);
  const rest = from(typing, at);
  if (isLast(rest) || rest.words.length === 0) return wordsNext(form, typing, progress);
  if (wordKey(rest.words[0]?.text ?? "") !== wordKey(next)) return [];
  return continuations(form, typing, { ...progress, element: element + 1, at: at + 1 });
}

/** The word before the cursor may still grow. */
const isLast = (typing: Typing): boolean => typing.words.length === 1 && !isSpaced(typing);

/** The words up to the next value, if the author has begun them or they are the usual ones. */
function wordsNext(form: Form, typing: Typing, { element, at, run }: Progress): readonly Completion[] {
  const slot = form.elements.findIndex((each, index) => index >= element && each.startsWith("{"));
  const label = form.elements.slice(run.element, slot < 0 ? undefined : slot).join(" ");
  const typed = typing.words[at]?.text.toLowerCase() ?? "";
  if (!isOffered(form, element, typed !== "") || !form.elements[element]?.startsWith(typed)) return [];
  const proposal: Proposal = { label, kind: "operator", detail: form.help, insert: slot < 0 ? label : `${label} ` };
  return propose(from(typing, run.at), [proposal]);
}

/** Unusual spellings are offered once they are begun, and never for the second half of a test. */
function isOffered(form: Form, element: number, begun: boolean): boolean {
  if (element === 0 && !begun) return form.usual && form.leadsWell;
  if (element < form.lead && !form.usual && !form.leadsWell) return false;
  const inOperator = element > form.lead || begun;
  return form.usual || (inOperator && !form.elements.slice(0, element).some((each) => each.startsWith("{")));
}

function inSlot(form: Form, typing: Typing, progress: Progress): readonly Completion[] {
  const { element, at } = progress;
  const rest = from(typing, at);
  const own = form.elements[element] === "{list}" ? afterComma(rest) : rest;
  const values = element > form.lead || isOffered(form, element, false) ? literalValues(own, form.literal) : [];
  return [...values, ...afterSlot(form, typing, progress)];
}

/** The slot may end after any of the words in it that make an amount. */
function afterSlot(form: Form, typing: Typing, { element, at }: Progress): readonly Completion[] {
  const words = typing.words.slice(at);
  const least = form.literal === lengthOfTime ? 1 : 0;
  return words.flatMap((word, index) => {
    const next = { element: element + 1, at: at + index + 1 };
    const ended = index >= least && word.span.end < typing.offset && isAmount(words.slice(0, index + 1));
    return ended ? continuations(form, typing, { ...next, run: next }) : [];
  });
}

/** `6`, `6 weeks`, `2014-05`: words after which the next part of a test may begin. */
function isAmount(words: readonly Word[]): boolean {
  const [first, ...unit] = words;
  return /^[+-]?\.?\d/.test(first?.text ?? "") && (unit.length === 0 || readUnit(wordsText(unit)) !== null);
}
