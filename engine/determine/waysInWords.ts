import type { Fact } from "../../dsl/index.ts";
import type { GuidelineProgram } from "../ir/index.ts";
import type { NeededValues, QuantityWay } from "../logic/index.ts";
import { isEmpty, once, type ValueSet } from "../values/index.ts";
import { againstWords, listed, neededEvidence, ofOrThat, phrase, withArticle } from "../words/index.ts";
import type { Way, WayStep } from "./determination.ts";
import { datesTogether } from "./datesTogether.ts";
import { byFact, type FactValues, saidOf } from "./factValues.ts";
import { subject } from "./outline/index.ts";
import { evidenceFor, factOf, factsBehind, factsForEntries, type Scene } from "./scene.ts";

/** The open facts on which the outcome still depends, by name; each once, in the order in which they are asked. */
export function stillMattersInWords(of: Scene, quantities: readonly string[]): readonly string[] {
  const facts = quantities.flatMap((quantity) => factOf(of, quantity) ?? []);
  return [...new Set(facts.flatMap((fact) => openBehind(of, fact)).map(({ name }) => name))];
}

/** Of two facts that are compared, those that leave it open; first the open ones that entries of a list are held against. */
function openBehind(of: Scene, fact: Fact): readonly Fact[] {
  const isOpen = ({ key }: Fact): boolean => evidenceFor(of, key).reason !== null;
  const behind = factsBehind(of, fact);
  const open = behind.filter(isOpen);
  return [...factsForEntries(of, fact).filter(isOpen), ...(open.length > 0 ? open : behind)];
}

export function waysInWords(of: Scene, ways: readonly QuantityWay[]): readonly Way[] {
  return ways.flatMap((way) => {
    const single = way.steps.filter((step) => step.kind === "values");
    const facts = byFact(of, single);
    return isPossible(of, facts) ? [{ towards: way.towards, steps: stepsInWords(of, way, facts) }] : [];
  });
}

/** Of a way that asks a date to be two things that exclude each other, nobody can document anything. */
function isPossible(of: Scene, facts: readonly FactValues[]): boolean {
  return facts.every((each) => datesTogether(of, each).parts.every(({ values }) => !isEmpty(values)));
}

/** Needs of one fact are one step: a trial's length and its response are said together. */
function stepsInWords(of: Scene, { towards, steps }: QuantityWay, facts: readonly FactValues[]): readonly WayStep[] {
  const alone = facts.map((needed) => asStep(oneFact(of, needed), towards));
  const several = steps.filter((step) => step.kind === "some of");
  return [...alone, ...several.map((step) => asStep(someOf(of, step), towards))];
}

type Words = Omit<WayStep, "towards">;

function asStep({ fact, needed, text }: Words, towards: WayStep["towards"]): WayStep {
  return { fact, needed, text, towards };
}

/** What is said of a fact, by the values that each of its quantities has to have: most cases leave those that the tests tell apart. */
class WordsKept {
  words: Words | null = null;
  readonly #further = new WeakMap<ValueSet, WordsKept>();

  of(values: ValueSet): WordsKept {
    const known = this.#further.get(values) ?? new WordsKept();
    this.#further.set(values, known);
    return known;
  }
}

const wordsKept = once((_program: GuidelineProgram) => new WordsKept());

function oneFact(of: Scene, needed: FactValues): Words {
  if (needed.parts.some(isOfTheCase)) return factInWords(of, needed);
  const kept = needed.parts.reduce((words, { values }) => words.of(values), wordsKept(of.program));
  kept.words ??= factInWords(of, needed);
  return kept.words;
}

/** Days are said by the dates of the case. */
const isOfTheCase = ({ quantity }: FactValues["parts"][number]): boolean =>
  quantity.anchor !== undefined || quantity.window !== undefined;

function factInWords(of: Scene, asked: FactValues): Words {
  const needed = datesTogether(of, asked);
  const { fact, parts } = needed;
  const values = parts.map((part) => saidOf(of, part)).join(", ");
  const backing = fact.needs.length === 0 ? "" : `, on ${neededEvidence(fact.needs)}`;
  return { fact: fact.name, needed: `${values}${backing}`, text: standalone(of, needed, backing) };
}

function standalone(of: Scene, { fact, parts }: FactValues, backing: string): string {
  const [first] = parts;
  if (first === undefined) return fact.name;
  if (fact.type.kind === "treatment trial") return `${trial(of, fact, parts)}${backing}`;
  if (first.quantity.part === "value" && fact.type.kind === "yes or no") return yesOrNo(fact, first.values);
  const values = parts.map((part) => saidOf(of, part)).join(", ");
  if (first.quantity.part === "value" && (fact.type.kind === "number" || fact.type.kind === "calculated"))
    return `${subject(fact).text} ${ofValues(values)}${backing}`;
  return `${fact.name}${of.compared.has(fact.key) ? " is" : ":"} ${values}${backing}`;
}

/** `objective evidence of tissue insult or neurovascular dysfunction`, `evidence against it that anatomy is unclear`. */
function yesOrNo(fact: Fact, values: ValueSet): string {
  const about = subject(fact);
  const evidence = neededEvidence(fact.needs);
  if (values.some((range) => range.high >= 1)) return `${evidence} ${ofOrThat(about)}`;
  return `${evidence} against ${againstWords(about)}`;
}

/** `a strengthening program of at least 6 weeks that failed` */
function trial(of: Scene, fact: Fact, parts: FactValues["parts"]): string {
  const durations = parts
    .filter(({ quantity }) => quantity.part !== "response")
    .map((part) => ofValues(saidOf(of, part)));
  const responses = parts
    .filter(({ quantity }) => quantity.part === "response")
    .map((part) => `that ${response(saidOf(of, part))}`);
  return [withArticle(phrase(fact.name, fact.name).text), ...durations, ...responses].join(" ");
}

/** `of at least 6 weeks`, `of 56 to 59 mmHg` */
function ofValues(values: string): string {
  return `of ${values.replace(/^from /u, "")}`;
}

/** `failed or was not tolerated`: responses that are no verbs of their own take `was`. */
function response(words: string): string {
  return words.replace(/\b(?:not tolerated|contraindicated|not tried)\b/gu, "was $&");
}

/** `2 more of these 5` */
function someOf(of: Scene, step: { readonly count: number; readonly of: readonly NeededValues[] }): Words {
  const each = byFact(of, step.of).map((needed) => oneFact(of, needed));
  const needed = `${step.count} more of these ${step.of.length}`;
  const names = each.map((words) => words.fact);
  return { fact: listed(names, "or"), needed, text: `${needed}: ${each.map((words) => words.text).join("; ")}` };
}
