import { type Calculation, type Fact, HIGHEST, LOWEST, type Moment, NONE, rational } from "../../../../dsl/index.ts";
import { type CalculatedQuantity, quantityOf } from "../../../ir/index.ts";
import { epochDays } from "../../calendar.ts";
import type { Case } from "../../case.ts";
import type { FactEvidence, Information, NotDocumentedReason, WeighedStatement } from "../../information.ts";
import type { Declarations } from "../../onDemand.ts";
import { hull, one, onlyValue, subtract, union, type ValueSet } from "../../valueSet.ts";
import { type FactReading, neverAsked } from "../facts.ts";
import { informationOf } from "../information.ts";
import { certainly, evaluate, type Operands, type Possible } from "./arithmetic.ts";
import { halfSteps, roundedSteps } from "./halfSteps.ts";
import { anyNumber, exactly } from "./interval.ts";

/** Where a calculation finds its operands. */
export interface Known {
  readonly readings: { readonly get: (key: string) => FactReading | undefined };
  readonly facts: Pick<Declarations<Fact>, "get">;
  readonly calculations: Pick<Declarations<CalculatedQuantity>, "get">;
  readonly dates: Case["dates"];
}

export interface Calculated {
  readonly information: Information;
  readonly evidence: FactEvidence;
  /** Whether a fact that it needs is not documented. */
  readonly undocumented: boolean;
}

/** What a case leaves possible for a calculated number, and what its operands rest on. */
export function calculate(of: CalculatedQuantity, known: Known): Calculated {
  const { type } = of.calculation;
  const { numbers, none } = valueOf(of.calculation, known, new Map());
  const without = none ? one(NONE) : [];
  const values = union(without, numbers === null ? [] : halfSteps(numbers, type.decimals));
  const readings = of.operands.map((fact) => readingOf(fact, known));
  const reason = onlyValue(values) === null ? reasonOf(readings, known) : null;
  return {
    undocumented: readings.some(({ admitted }) => admitted.length === 0),
    information: { values, reason },
    evidence: {
      admitted: readings.flatMap((reading) => named(reading, reading.evidence.admitted)),
      demoted: readings.flatMap((reading) => named(reading, reading.evidence.demoted)),
      reason,
      remark: readings.map(({ evidence }) => evidence.remark).find((remark) => remark !== null) ?? null,
      calculated: values,
      rounded: union(without, numbers === null ? [] : roundedSteps(numbers, type.decimals)),
    },
  };
}

const readingOf = (fact: Fact, { readings }: Known): FactReading => readings.get(fact.key) ?? neverAsked(fact);

/** `found`: what other calculations came to, each worked out once; one that needs itself is open. */
function valueOf({ key, value }: Calculation, known: Known, found: Map<string, Possible>): Possible {
  found.set(key, certainly(anyNumber));
  const operands: Operands = {
    fact: (operand) => {
      const calculated = known.calculations.get(operand);
      if (!calculated) return factValue(operand, known);
      return found.get(operand) ?? valueOf(calculated.calculation, known, found);
    },
    moment: (moment) => momentValue(moment, known),
  };
  const possible = evaluate(value, operands);
  found.set(key, possible);
  return possible;
}

function factValue(key: string, known: Known): Possible {
  const fact = known.facts.get(key);
  return fact === undefined ? certainly(anyNumber) : possible(informationAt(fact, known).values);
}

function informationAt(fact: Fact, known: Known): Information {
  return informationOf(quantityOf(fact, "value"), readingOf(fact, known), known.dates);
}

function momentValue(moment: Moment, known: Known): Possible {
  if (moment.kind === "fact") return factValue(moment.fact, known);
  const day = epochDays(known.dates[moment.anchor]);
  return certainly(day === null ? anyNumber : exactly(rational(BigInt(day))));
}

function possible(values: ValueSet): Possible {
  const [range] = hull(subtract(values, one(NONE)));
  const none = values.some(({ low }) => low === NONE);
  if (range === undefined) return { numbers: null, none };
  const low = range.low <= LOWEST ? null : rational(BigInt(range.low));
  const high = range.high >= HIGHEST ? null : rational(BigInt(range.high));
  return { numbers: { low, high }, none };
}

/** Nearest to documented last: what is wholly unknown leaves the number open, whatever else is known. */
const farthest: readonly NotDocumentedReason[] = [
  "never asked",
  "asked and unknown",
  "too old",
  "weaker evidence",
  "conflicting",
  "imprecise",
];

function reasonOf(readings: readonly FactReading[], known: Known): NotDocumentedReason {
  const reasons = new Set(readings.map(({ fact }) => informationAt(fact, known).reason));
  return farthest.find((reason) => reasons.has(reason)) ?? "imprecise";
}

/** `weight 95 kg` */
function named({ fact }: FactReading, statements: readonly WeighedStatement[]): readonly WeighedStatement[] {
  return statements.map((statement) => ({ ...statement, text: `${fact.name} ${statement.text}` }));
}
