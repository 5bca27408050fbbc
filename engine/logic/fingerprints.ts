import type { OpenDiagram } from "./openDiagram.ts";
import type { NodeId } from "./store.ts";

/** A prime below 2^15, so that products of two remainders are small integers; few different numbers meet by chance. */
const prime = 32_749;

const half = (prime + 1) / 2;

const halves = [half, half];

/**
 * What a function comes to on average, in arithmetic modulo a prime, once a quantity is in a cell: two quantities that may
 * change places have the same numbers. The terminals stand for numbers of no meaning; cells count alike where there are two.
 */
export class Fingerprints {
  /** By level: for each cell. */
  readonly #prints: readonly (readonly number[])[];

  constructor({ store, root, variables }: OpenDiagram) {
    const weights = variables.map(({ cells }) => weightsOf(cells.length));
    const average = averages(store, root, weights);
    const share = shares(store, root, weights);
    const prints = variables.map(({ cells }) => cells.map(() => average[root] ?? 0));
    for (let node = store.terminals; node <= root; node++) {
      const print = prints[store.level(node)] ?? [];
      const children = store.children(node);
      for (let cell = 0; cell < children.length; cell++) {
        const more = ((average[children[cell] ?? 0] ?? 0) - (average[node] ?? 0) + prime) % prime;
        print[cell] = ((print[cell] ?? 0) + (share[node] ?? 0) * more) % prime;
      }
    }
    this.#prints = prints;
  }

  of(level: number, cell: number): number | undefined {
    return this.#prints[level]?.[cell];
  }
}

/** They add up to one, so that a quantity that is not asked makes no difference. */
function weightsOf(cells: number): readonly number[] {
  if (cells === 2) return halves;
  const some = Array.from({ length: cells - 1 }, (_, cell) => cell + 2);
  return [...some, (((1 - some.reduce((sum, weight) => sum + weight, 0)) % prime) + prime) % prime];
}

type Weights = readonly (readonly number[])[];

/** By node. */
function averages(store: OpenDiagram["store"], root: NodeId, weights: Weights): Int32Array {
  const average = new Int32Array(root + 1);
  for (let terminal = 0; terminal < store.terminals; terminal++)
    average[terminal] = ((terminal + 7) * 40_503_431) % prime;
  for (let node = store.terminals; node <= root; node++) {
    let sum = 0;
    const children = store.children(node);
    const weight = weights[store.level(node)] ?? [];
    for (let cell = 0; cell < children.length; cell++)
      sum = (sum + (weight[cell] ?? 0) * (average[children[cell] ?? 0] ?? 0)) % prime;
    average[node] = sum;
  }
  return average;
}

/** By node: the share of completions that come by. */
function shares(store: OpenDiagram["store"], root: NodeId, weights: Weights): Int32Array {
  const share = new Int32Array(root + 1);
  share[root] = 1;
  for (let node = root; node >= store.terminals; node--) {
    const children = store.children(node);
    const weight = weights[store.level(node)] ?? [];
    for (let cell = 0; cell < children.length; cell++) {
      const child = children[cell] ?? 0;
      share[child] = ((share[child] ?? 0) + (share[node] ?? 0) * (weight[cell] ?? 0)) % prime;
    }
  }
  return share;
}
