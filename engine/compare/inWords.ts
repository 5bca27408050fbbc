import { caseDates, type Fact, HIGHEST, LOWEST, NONE, type Range } from "../../dsl/index.ts";
import { type Quantity, windowInWords } from "../ir/index.ts";
import { type Case, type CaseFact, type CaseList, highest, type StatedValue, type ValueSet } from "../values/index.ts";
import { valuesInWords } from "../words/index.ts";
import type { Sameness, Side } from "./matching/index.ts";

/** Tests in the words of the guideline, by the shared names of quantities. */
export class TestWords {
  readonly #known: ReadonlyMap<string, { readonly fact: Fact; readonly quantity: Quantity }>;
  readonly #of: Sameness;

  constructor(of: Sameness) {
    this.#of = of;
    this.#known = new Map([...this.#named("before"), ...this.#named("now")]);
  }

  /** `failed strengthening`, `NOT anatomy is unclear`, `AHI from 5 to 14 /h`. */
  test(name: string, values: ValueSet): string {
    const known = this.#known.get(name);
    return known === undefined ? name : `${testInWords(known.fact, known.quantity, values)}${this.#version(name)}`;
  }

  /** The name of the fact or list behind a quantity. */
  fact(name: string): string {
    return this.#known.get(name)?.fact.name ?? name;
  }

  /** Of what is asked otherwise now, which of the two is meant. */
  #version(name: string): string {
    if (name.endsWith(" · before")) return " (as asked before)";
    return this.#of.quantities.apart.has(name) ? " (as asked now)" : "";
  }

  *#named(side: Side): Generator<readonly [string, { readonly fact: Fact; readonly quantity: Quantity }]> {
    const { guideline, program } = this.#of[side];
    const derived = [...program.reductions, ...program.comparisons, ...program.calculations].map(({ fact }) => fact);
    const facts = new Map([...caseDates, ...guideline.facts, ...derived].map((fact) => [fact.key, fact]));
    for (const quantity of program.quantities) {
      const fact = facts.get(quantity.fact);
      const name = this.#of.quantities[side].get(quantity.id);
      if (fact !== undefined && name !== undefined) yield [name, { fact, quantity }];
    }
  }
}

function testInWords(fact: Fact, quantity: Quantity, values: ValueSet): string {
  const { part, type, window, anchor } = quantity;
  if (part === "value" && type.kind === "yes or no") return yesOrNo(fact.name, values);
  if (anchor !== undefined) return `${fact.name} ${fromAnchor(quantity, values, anchor)}`;
  const said = valuesInWords(openEnded(quantity, values), quantity);
  if (window !== undefined) return `${fact.name} lasted ${said} ${windowInWords(window)}`;
  if (part === "duration in days" || part === "duration in months") return `${fact.name} lasted ${said}`;
  const named = part === "response" || isMeasured(quantity);
  return `${fact.name} ${named ? "" : "is "}${said}`;
}

/** The oldest age there is needs no mention. */
function openEnded({ type, domain }: Quantity, values: ValueSet): ValueSet {
  const most = highest(domain);
  if (type.kind !== "age") return values;
  return values.map(({ low, high }) => ({ low, high: high === most ? HIGHEST : high }));
}

function yesOrNo(name: string, values: ValueSet): string {
  const holds = (value: number): boolean => values.some(({ low, high }) => low <= value && value <= high);
  if (holds(NONE)) return `${name} is ${holds(1) ? "yes or none" : holds(0) ? "no or none" : "none"}`;
  return holds(1) ? name : `NOT ${name}`;
}

const measured: ReadonlySet<string> = new Set(["number", "whole number", "age", "date", "calculated"]);

const isMeasured = ({ part, type }: Quantity): boolean => part === "value" && measured.has(type.kind);

/** `at least 3 months before service date`: such values count from the anchor, those before it below nought. */
function fromAnchor(quantity: Quantity, values: ValueSet, anchor: string): string {
  return values.map((range) => sideOfAnchor(quantity, range, anchor)).join(" or ");
}

function sideOfAnchor(quantity: Quantity, range: Range, anchor: string): string {
  const { low, high } = range;
  if (high === NONE) return "none";
  if (low <= LOWEST && high >= HIGHEST) return "on any date";
  if (low === 0 && high === 0) return `on the ${anchor}`;
  const say = (one: Range): string => valuesInWords([one], quantity);
  if (high <= 0) return `${say({ low: -high, high: low <= LOWEST ? HIGHEST : -low })} before ${anchor}`;
  if (low >= 0) return `${say(range)} after ${anchor}`;
  if (high >= HIGHEST) return `${say({ low: 0, high: -low })} before ${anchor} or later`;
  if (low <= LOWEST) return `${say({ low: 0, high })} after ${anchor} or earlier`;
  return `${say({ low: 0, high: -low })} before to ${say({ low: 0, high })} after ${anchor}`;
}

/** What a case says, a line a thing: `AHI: 12 /h (test result)`. */
export function caseInWords(of: Case): readonly string[] {
  const asked = of.requests.flatMap(({ askedFor }) => askedFor);
  return [...of.facts, ...asked].flatMap(factLines).concat(of.lists.flatMap(listLines));
}

function factLines({ fact, statements, asked }: CaseFact): readonly string[] {
  if (statements.length === 0) return asked ? [`${fact}: asked and unknown`] : [];
  return statements.map(({ value, evidence }) => {
    const kind = evidence?.kind ?? null;
    return `${fact}: ${valueInWords(value)}${kind === null ? "" : ` (${kind})`}`;
  });
}

function listLines({ list, complete, entries }: CaseList): readonly string[] {
  const end = complete ? "these are all" : "there may be more";
  const lines = entries.map(
    ({ fields }) => `${list}: ${fields.map(({ field, value }) => `${field} ${valueInWords(value)}`).join(", ")}`,
  );
  return entries.length === 0
    ? [`${list}: ${complete ? "none" : "not known to be all"}`]
    : [...lines, `${list}: ${end}`];
}

function valueInWords(value: StatedValue): string {
  switch (value.kind) {
    case "text":
      return value.text;
    case "born":
      return `born ${value.date}`;
    case "interval":
      return `${value.from === null ? "" : `from ${value.from} `}${value.to === null ? "or more" : `to ${value.to}`}`;
    case "trial": {
      const { response, duration, from, to } = value;
      const days = [from === null ? "" : `from ${from}`, to === null ? "" : `to ${to}`];
      return [response ?? "", duration === null ? "" : `for ${duration}`, ...days]
        .filter((each) => each !== "")
        .join(" ");
    }
  }
}
