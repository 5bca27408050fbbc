import type { Formula, Goal, WeightedFormula } from "../../ir/index.ts";
import { between, complement, intersect, intersects, isSubset, type ValueSet } from "../../values/index.ts";
import { ALWAYS, type Circuit, type GateId, NEVER } from "./circuit.ts";

/** Operands and sums looked at for one score; one of thirty rows with points up to thirty has some 5,000. */
const mostSums = 20_000;

/** A score that is to come out as wanted: the sums that do, of those its operands can reach. */
export interface SumWanted {
  readonly terms: readonly Term[];
  readonly least: number;
  readonly most: number;
  readonly sums: ValueSet;
  /** `more`: where a sum is good, every greater one is. `less`: every smaller one. Else an operand may be wanted both ways. */
  readonly better: "more" | "less" | "exactly";
}

interface Term {
  readonly formula: Formula;
  readonly points: number;
}

export function sumWanted({ operands, points, values }: WeightedFormula, wanted: boolean): SumWanted {
  const terms = operands.map((formula, at) => ({ formula, points: points[at] ?? 0 }));
  const least = terms.reduce((sum, term) => sum + Math.min(0, term.points), 0);
  const most = terms.reduce((sum, term) => sum + Math.max(0, term.points), 0);
  const reached = between(least, most);
  const sums = wanted ? intersect(values, reached) : complement(values, reached);
  return { terms, least, most, sums, better: betterOf(sums, least, most) };
}

function betterOf(sums: ValueSet, least: number, most: number): SumWanted["better"] {
  const [only, ...others] = sums;
  if (only === undefined || others.length > 0) return "exactly";
  if (only.high === most) return "more";
  return only.low === least ? "less" : "exactly";
}

/** What each operand is to be: those with points one way where only more, or only less, is better. */
export function goalsOfSum(formula: WeightedFormula, wanted: boolean): readonly (readonly Goal[])[] {
  const { terms, better } = sumWanted(formula, wanted);
  return terms.map(({ formula: operand, points }) => {
    const both = [true, false].map((each) => ({ formula: operand, wanted: each }));
    return better === "exactly" ? both : both.filter((goal) => (goal.wanted === (better === "more")) === points > 0);
  });
}

/**
 * The sums that operands can reach which share nothing, the heaviest first, down to where the rest changes nothing any more:
 * never by listing which operands hold. `canBe`: whether an operand can be true, or false. `null`: too many sums.
 */
export function sumGate(circuit: Circuit, wanted: SumWanted, canBe: (goal: Goal) => GateId | null): GateId | null {
  const terms = wanted.terms.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const steps = terms.map(({ formula, points }) => {
    const [met, failed] = [true, false].map((each) =>
      isWanted(wanted, points, each) ? canBe({ formula, wanted: each }) : ALWAYS,
    );
    return { points, met: met ?? null, failed: failed ?? null };
  });
  const open = steps.flatMap(({ points, met, failed }) =>
    met === null || failed === null ? [] : [{ points, met, failed }],
  );
  return open.length < steps.length ? null : new ReachableSums(circuit, wanted, open).gate();
}

/** Where more is better, an operand that adds points can always be left out: its other way is never asked for. */
function isWanted({ better }: SumWanted, points: number, met: boolean): boolean {
  return better === "exactly" || (met === (better === "more")) === points > 0;
}

interface Step {
  readonly points: number;
  readonly met: GateId;
  readonly failed: GateId;
}

class ReachableSums {
  readonly #circuit: Circuit;
  readonly #wanted: SumWanted;
  readonly #steps: readonly Step[];
  readonly #known: readonly Map<number, GateId>[];
  #left = mostSums;

  constructor(circuit: Circuit, wanted: SumWanted, steps: readonly Step[]) {
    this.#circuit = circuit;
    this.#wanted = wanted;
    this.#steps = steps;
    this.#known = steps.map(() => new Map());
  }

  gate(): GateId | null {
    const { least, most } = this.#wanted;
    const gate = this.#from(0, 0, { least, most });
    return this.#left < 0 ? null : gate;
  }

  /** When the operands before `at` add up to `sum`, and it and those after it add something of `rest`. */
  #from(at: number, sum: number, rest: { readonly least: number; readonly most: number }): GateId {
    const reached = between(sum + rest.least, sum + rest.most);
    if (!intersects(reached, this.#wanted.sums)) return NEVER;
    if (isSubset(reached, this.#wanted.sums)) return ALWAYS;
    const step = this.#steps[at];
    const known = this.#known[at]?.get(sum);
    if (known !== undefined) return known;
    if (step === undefined || --this.#left < 0) return NEVER;
    const after = { least: rest.least - Math.min(0, step.points), most: rest.most - Math.max(0, step.points) };
    const gate = this.#circuit.any([
      this.#circuit.all([step.met, this.#from(at + 1, sum + step.points, after)]),
      this.#circuit.all([step.failed, this.#from(at + 1, sum, after)]),
    ]);
    this.#known[at]?.set(sum, gate);
    return gate;
  }
}
