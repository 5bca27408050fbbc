import { definitionOf, type Formula, type GuidelineProgram, operandsOf } from "../ir/index.ts";
import { type Diagram, formulasOf, type RankedGoals } from "./diagram.ts";
import { namedIn } from "./named.ts";
import { everyFormula, quantitiesOf } from "./order.ts";
import type { NodeId } from "./store.ts";

/**
 * The program that diagrams were drawn of before an edit. A diagram whose formulas ask now what they asked then, however
 * else they are worded and wherever they stand, is taken over instead of drawn again.
 */
export class Earlier {
  readonly #now: GuidelineProgram;
  readonly #before: GuidelineProgram;
  /** The earlier formula that each formula was found to ask the same as. */
  readonly #counterparts = new Map<Formula, Formula>();
  readonly #untouched = new Map<Formula, boolean>();
  #assumptionsUntouched: boolean | undefined;
  #changed: ReadonlySet<string> | undefined;

  constructor(now: GuidelineProgram, before: GuidelineProgram) {
    this.#now = now;
    this.#before = before;
  }

  /** The diagram drawn of `before`, for the formulas of `now`; `null` when they ask something else. */
  takenOver(diagram: Diagram, now: readonly Formula[], before: readonly Formula[]): Diagram | null {
    if (this.#areUntouched(now, before)) return diagram;
    if (!this.askTheSame(now, before)) return null;
    const formulas = new Map<Formula, NodeId>();
    for (const formula of everyFormula(this.#now, [...now, ...this.#now.assumptions])) {
      const node = diagram.formulas.get(this.#counterparts.get(formula) ?? formula);
      if (node === undefined) return null;
      formulas.set(formula, node);
    }
    return { ...diagram, formulas };
  }

  /** Whether formulas ask the same as those before the edit, under the same assumptions. */
  askTheSame(now: readonly Formula[], before: readonly Formula[]): boolean {
    return (
      this.#areUntouched(now, before) ||
      pairwise([...now, ...this.#now.assumptions], [...before, ...this.#before.assumptions], (one, other) =>
        this.#asksTheSame(one, other),
      )
    );
  }

  #areUntouched(now: readonly Formula[], before: readonly Formula[]): boolean {
    this.#assumptionsUntouched ??= this.#eachUntouched(this.#now.assumptions, this.#before.assumptions);
    return this.#assumptionsUntouched && this.#eachUntouched(now, before);
  }

  #eachUntouched(now: readonly Formula[], before: readonly Formula[]): boolean {
    return pairwise(now, before, (one, other) => one === other && this.#isUntouched(one));
  }

  /** As `takenOver`, for a diagram drawn of ranked outcomes. */
  outcomeTakenOver(diagram: Diagram, now: RankedGoals, before: RankedGoals): Diagram | null {
    return sameData(now, before) ? this.takenOver(diagram, formulasOf(now), formulasOf(before)) : null;
  }

  #asksTheSame(now: Formula, before: Formula): boolean {
    if (this.#counterparts.get(now) === before) return true;
    const same =
      sameData(now, before) &&
      pairwise(operandsOf(now), operandsOf(before), (one, other) => this.#asksTheSame(one, other)) &&
      this.#restsOnTheSame(now, before);
    if (same) this.#counterparts.set(now, before);
    return same;
  }

  /** An edit leaves most formulas as they are: the same objects, whose names stand for the same. */
  #isUntouched(formula: Formula): boolean {
    const known = this.#untouched.get(formula);
    if (known !== undefined) return known;
    const { definitions, quantities } = namedIn(formula);
    const untouched =
      definitions.every((definition) => this.#isDefinedAsBefore(definition)) &&
      quantities.every((quantity) => this.#hasSameDomain(quantity));
    this.#untouched.set(formula, untouched);
    return untouched;
  }

  #isDefinedAsBefore(definition: string): boolean {
    const now = this.#now.criteria.get(definition);
    return now !== undefined && now === this.#before.criteria.get(definition) && this.#isUntouched(now);
  }

  /** Found once for all formulas: an edit changes few quantities, mostly none. */
  #hasSameDomain(quantity: string): boolean {
    this.#changed ??= changedDomains(this.#now, this.#before);
    return !this.#changed.has(quantity);
  }

  /** What a formula only names: the criterion of a definition, the values that a quantity can have. */
  #restsOnTheSame(now: Formula, before: Formula): boolean {
    if (now.kind === "criterion" && before.kind === "criterion")
      return this.#asksTheSame(definitionOf(this.#now, now.definition), definitionOf(this.#before, before.definition));
    if (now.kind !== "test") return true;
    return this.#hasSameDomain(now.quantity);
  }
}

/** The quantities that can have other values than before, or that are new. */
function changedDomains(now: GuidelineProgram, before: GuidelineProgram): ReadonlySet<string> {
  const earlier = quantitiesOf(before);
  const changed = now.quantities.filter(({ id, domain }) => !sameData(domain, earlier.get(id)?.domain));
  return new Set(changed.map(({ id }) => id));
}

function pairwise<Item>(
  now: readonly Item[],
  before: readonly Item[],
  same: (now: Item, before: Item) => boolean,
): boolean {
  return (
    now.length === before.length &&
    now.every((item, at) => {
      const other = before[at];
      return other !== undefined && same(item, other);
    })
  );
}

/** The words of a formula and its place are no part of what it asks; formulas inside are compared by themselves. */
const passedOver: ReadonlySet<string> = new Set([
  "text",
  "span",
  "label",
  "wording",
  "citation",
  "formula",
  "operand",
  "operands",
]);

function sameData(now: unknown, before: unknown): boolean {
  if (now === before) return true;
  if (Array.isArray(now)) return Array.isArray(before) && pairwise<unknown>(now, before, sameData);
  return isRecord(now) && isRecord(before) && sameParts(now, before);
}

/** Compares thousands of formulas at each edit: `for ... in` makes no list of their parts. */
function sameParts(now: Parts, before: Parts): boolean {
  for (const key in now) if (!passedOver.has(key) && !sameData(now[key], before[key])) return false;
  for (const key in before) if (!passedOver.has(key) && !(key in now)) return false;
  return true;
}

type Parts = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Parts {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
