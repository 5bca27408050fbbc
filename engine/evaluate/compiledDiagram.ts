import type { Diagram, NodeId } from "../logic/index.ts";
import type { Known } from "./evaluator.ts";
import { CellLayout } from "./knownCells.ts";
import { type Question, ReachCompiler } from "./reach.ts";

/** A diagram ready to be asked about many cases. */
export class CompiledDiagram {
  readonly #layout: CellLayout;
  readonly #compiler: ReachCompiler;
  readonly #seenBy: Int32Array;
  /** The case asked about last: most are asked about several times in a row. */
  #last: { readonly quantities: Known["quantities"]; readonly masks: Int32Array | null } | null = null;
  #questions = 0;

  constructor({ store, variables }: Diagram) {
    this.#layout = new CellLayout(variables);
    this.#compiler = new ReachCompiler(store, this.#layout);
    this.#seenBy = new Int32Array(store.size);
  }

  /** Bit t: some completion reaches terminal t from the node. No bits: there is no completion. */
  reached(node: NodeId, known: Known): number {
    const masks = this.#masksOf(known);
    return masks === null ? 0 : this.#compiler.closure(node)(this.#question(masks));
  }

  #masksOf(known: Known): Int32Array | null {
    if (this.#last?.quantities === known.quantities) return this.#last.masks;
    const masks = this.#layout.reachedBy(known);
    this.#last = { quantities: known.quantities, masks };
    return masks;
  }

  #question(masks: Int32Array): Question {
    if (this.#questions === lastQuestion) this.#forgetQuestions();
    this.#questions += 1;
    return { masks, seenBy: this.#seenBy, number: this.#questions };
  }

  #forgetQuestions(): void {
    this.#questions = 0;
    this.#seenBy.fill(0);
  }
}

const lastQuestion = 2 ** 31 - 1;
