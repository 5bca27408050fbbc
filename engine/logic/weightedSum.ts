import type { WeightedFormula } from "../ir/index.ts";
import { intersects, isSubset, type ValueSet } from "../values/index.ts";
import { type DiagramStore, FALSE, type NodeId, TOO_LARGE, TRUE } from "./store.ts";

/** Operands and sums looked at for one weighted count; a score of thirty rows with points up to thirty has some 5,000. */
const mostSums = 100_000;

/**
 * Points added up: a diagram for each operand and each sum that the operands before it can reach, down to where the rest can
 * no longer change the answer. The heaviest go first, so that this is soon. `nodes` are those of the operands, in their order.
 */
export function weightedSum(store: DiagramStore, formula: WeightedFormula, nodes: readonly NodeId[]): NodeId {
  const heaviestFirst = formula.points
    .map((points, at) => ({ points, node: nodes[at] ?? TOO_LARGE }))
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
  return new WeightedSum(store, formula.values, heaviestFirst).from(0, 0);
}

class WeightedSum {
  readonly #store: DiagramStore;
  readonly #nodes: readonly NodeId[];
  readonly #points: readonly number[];
  readonly #values: ValueSet;
  /** By operand: the least and the most that it and those after it add. */
  readonly #rest: readonly { readonly low: number; readonly high: number }[];
  readonly #known: readonly Map<number, NodeId>[];
  #sumsLeft = mostSums;

  constructor(
    store: DiagramStore,
    values: ValueSet,
    operands: readonly { readonly points: number; readonly node: NodeId }[],
  ) {
    this.#store = store;
    this.#nodes = operands.map(({ node }) => node);
    this.#points = operands.map(({ points }) => points);
    this.#values = values;
    this.#rest = restsOf(this.#points);
    this.#known = operands.map(() => new Map());
  }

  /** The answer when the operands before `operand` add up to `sum`. */
  from(operand: number, sum: number): NodeId {
    const decided = this.#decided(operand, sum);
    if (decided !== null) return decided;
    const known = this.#known[operand]?.get(sum);
    if (known !== undefined) return known;
    if (--this.#sumsLeft < 0) return TOO_LARGE;
    const node = this.#nodes[operand] ?? TOO_LARGE;
    const ifMet = this.from(operand + 1, sum + (this.#points[operand] ?? 0));
    const made = this.#store.choose(node, ifMet, this.from(operand + 1, sum));
    this.#known[operand]?.set(sum, made);
    return made;
  }

  #decided(operand: number, sum: number): NodeId | null {
    const { low, high } = this.#rest[operand] ?? { low: 0, high: 0 };
    const reached = [{ low: sum + low, high: sum + high }];
    if (!intersects(reached, this.#values)) return FALSE;
    return isSubset(reached, this.#values) ? TRUE : null;
  }
}

function restsOf(points: readonly number[]) {
  const rests = [{ low: 0, high: 0 }];
  let [low, high] = [0, 0];
  for (const point of points.toReversed()) {
    low += Math.min(0, point);
    high += Math.max(0, point);
    rests.push({ low, high });
  }
  return rests.toReversed();
}
