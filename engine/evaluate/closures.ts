import type { Checked } from "../../dsl/index.ts";
import { definitionOf, type Formula, type GuidelineProgram, type SettledOutcome } from "../ir/index.ts";
import {
  type DiagramOptions,
  FALSE,
  type GuidelineDiagrams,
  guidelineDiagrams,
  type NodeId,
  type QuantityWay,
  openDiagram,
  settledOutcomesIn,
  stillMatters,
  TRUE,
  waysTo,
} from "../logic/index.ts";
import { type Answers, type Evaluator, type Known, type Verdict, verdictOf } from "./evaluator.ts";
import { interpret } from "./interpreter.ts";
import { CellLayout } from "./knownCells.ts";
import { type Question, ReachCompiler } from "./reach.ts";

/** A guideline ready to answer for many cases. */
export interface CompiledGuideline extends Answers {
  /**
   * The open quantities on which the outcome still depends, in reading order (scope first): there is a completion where
   * another value of that quantity alone, as the case leaves it possible, gives another outcome.
   */
  stillMatters(service: string, known: Known): readonly string[];
  /** At most ten ways to settle the outcome, smallest first; none when it is settled. See `QuantityWay`. */
  ways(service: string, known: Known): readonly QuantityWay[];
}

/** Decision diagrams as closures: every question is whether a terminal can be reached. */
export const closures = {
  compile(program: GuidelineProgram, options: Partial<DiagramOptions> = {}): Checked<CompiledGuideline | null> {
    const { value, diagnostics } = guidelineDiagrams(program, options);
    return { value: value === null ? null : new Closures(program, value), diagnostics };
  },
} satisfies Evaluator;

class Closures implements CompiledGuideline {
  readonly program: GuidelineProgram;
  readonly #diagrams: GuidelineDiagrams;
  readonly #layout: CellLayout;
  readonly #compiler: ReachCompiler;
  /** The case asked about last: most are asked about several times in a row. */
  #last: { readonly quantities: Known["quantities"]; readonly masks: Int32Array | null } | null = null;
  readonly #seenBy: Int32Array;
  #questions = 0;

  constructor(program: GuidelineProgram, diagrams: GuidelineDiagrams) {
    this.program = program;
    this.#diagrams = diagrams;
    this.#layout = new CellLayout(diagrams.variables);
    this.#compiler = new ReachCompiler(diagrams.store, this.#layout);
    this.#seenBy = new Int32Array(diagrams.store.size);
  }

  answer(criterion: Formula | string, known: Known): Verdict {
    const formula = typeof criterion === "string" ? definitionOf(this.program, criterion) : criterion;
    const node = this.#diagrams.formulas.get(formula);
    if (node === undefined) return interpret(this.program).answer(formula, known);
    const reached = this.#reached(node, known);
    return verdictOf(hasTerminal(reached, TRUE), hasTerminal(reached, FALSE));
  }

  outcomes(service: string, known: Known): readonly SettledOutcome[] {
    return settledOutcomesIn(this.#reached(this.#outcomeNode(service), known));
  }

  contradicted(known: Known): readonly Formula[] {
    return hasTerminal(this.#reached(this.#diagrams.assumptions, known), TRUE)
      ? []
      : interpret(this.program).contradicted(known);
  }

  stillMatters(service: string, known: Known): readonly string[] {
    const open = openDiagram(this.#diagrams, this.#outcomeNode(service), known.quantities);
    return open === null ? [] : stillMatters(open);
  }

  ways(service: string, known: Known): readonly QuantityWay[] {
    const open = openDiagram(this.#diagrams, this.#outcomeNode(service), known.quantities);
    return open === null ? [] : waysTo(open, this.outcomes(service, known));
  }

  #outcomeNode(service: string): NodeId {
    const node = this.#diagrams.outcomes.get(service);
    if (node === undefined) throw new Error(`The program has no service named ${service}`);
    return node;
  }

  #reached(node: NodeId, known: Known): number {
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

function hasTerminal(reached: number, terminal: NodeId): boolean {
  return (reached & (1 << terminal)) !== 0;
}
