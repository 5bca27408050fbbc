import type { DiagramStore, NodeId } from "../logic/index.ts";
import type { CellLayout } from "./knownCells.ts";

/** One question put to one case. */
export interface Question {
  /** By word of the cell layout. */
  readonly masks: Int32Array;
  /** By node: the question that last came by. A node's terminals are counted once a question. */
  readonly seenBy: Int32Array;
  readonly number: number;
}

/** The terminals that completions of the case reach below a node: bit t for terminal t. */
export type Reach = (question: Question) => number;

/** Turns diagram nodes into closures, each once. */
export class ReachCompiler {
  readonly #store: DiagramStore;
  readonly #layout: CellLayout;
  readonly #closures: Reach[] = [];
  readonly #shared: ReadonlySet<NodeId>;

  constructor(store: DiagramStore, layout: CellLayout) {
    this.#store = store;
    this.#layout = layout;
    this.#shared = sharedNodes(store);
  }

  closure(node: NodeId): Reach {
    const known = this.#closures[node];
    if (known !== undefined) return known;
    const compiled = this.#compile(node);
    this.#closures[node] = compiled;
    return compiled;
  }

  #compile(node: NodeId): Reach {
    if (this.#store.isTerminal(node)) return () => 1 << node;
    const ways = this.#waysDown(node);
    const [first, second] = ways;
    const branch = ways.length === 2 && first && second ? either(first, second) : anyOf(ways);
    return this.#shared.has(node) ? oncePerQuestion(node, branch) : branch;
  }

  /** One for each child and word of cells: several cells with one child are one test of bits. */
  #waysDown(node: NodeId): readonly WayDown[] {
    const bits = new Map<string, { word: number; bits: number; child: NodeId }>();
    for (const [cell, child] of this.#store.children(node).entries()) {
      const { word, bit } = this.#layout.bitOf(this.#store.level(node), cell);
      const key = `${word} ${child}`;
      bits.set(key, { word, child, bits: (bits.get(key)?.bits ?? 0) | bit });
    }
    return [...bits.values()].map((way) => ({ word: way.word, bits: way.bits, below: this.closure(way.child) }));
  }
}

interface WayDown {
  readonly word: number;
  readonly bits: number;
  readonly below: Reach;
}

function either(first: WayDown, second: WayDown): Reach {
  const { word: firstWord, bits: firstBits, below: belowFirst } = first;
  const { word: secondWord, bits: secondBits, below: belowSecond } = second;
  return (question) => {
    const { masks } = question;
    let reached = 0;
    if (((masks[firstWord] ?? 0) & firstBits) !== 0) reached = belowFirst(question);
    if (((masks[secondWord] ?? 0) & secondBits) !== 0) reached |= belowSecond(question);
    return reached;
  };
}

function anyOf(ways: readonly WayDown[]): Reach {
  return (question) => {
    let reached = 0;
    for (const { word, bits, below } of ways) {
      if (((question.masks[word] ?? 0) & bits) !== 0) reached |= below(question);
    }
    return reached;
  };
}

function oncePerQuestion(node: NodeId, branch: Reach): Reach {
  return (question) => {
    if (question.seenBy[node] === question.number) return 0;
    question.seenBy[node] = question.number;
    return branch(question);
  };
}

/** Nodes with several ways in; only there can a question come by twice. */
function sharedNodes(store: DiagramStore): ReadonlySet<NodeId> {
  const met = new Set<NodeId>();
  const shared = new Set<NodeId>();
  for (let node = 0; node < store.size; node++) {
    for (const child of new Set(store.children(node))) {
      if (store.isTerminal(child)) continue;
      if (met.has(child)) shared.add(child);
      met.add(child);
    }
  }
  return shared;
}
