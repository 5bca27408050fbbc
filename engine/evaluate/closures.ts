import type { Checked } from "../../dsl/index.ts";
import { definitionOf, type Formula, type GuidelineProgram, type SettledOutcome } from "../ir/index.ts";
import {
  type Diagram,
  type DiagramOptions,
  type DiagramStore,
  FALSE,
  type GuidelineDiagrams,
  guidelineDiagrams,
  type NodeId,
  type QuantityWay,
  openDiagram,
  settledOutcomesIn,
  stillMatters,
  type TableDiagram,
  TRUE,
  tableDiagram,
  valuesReached,
  waysTo,
} from "../logic/index.ts";
import { CompiledDiagram } from "./compiledDiagram.ts";
import { type Answers, type Evaluator, type Known, type Verdict, verdictOf } from "./evaluator.ts";
import { interpret } from "./interpreter.ts";

/** A guideline ready to answer for many cases. */
export interface CompiledGuideline extends Answers {
  /** What the answers are read from. */
  readonly diagrams: GuidelineDiagrams;
  /**
   * The open quantities on which the outcome still depends, in reading order (scope first): there is a completion where
   * another value of that quantity alone, as the case leaves it possible, gives another outcome.
   */
  stillMatters(service: string, known: Known): readonly string[];
  /** At most ten ways to settle the outcome, smallest first; none when it is settled. See `QuantityWay`. */
  ways(service: string, known: Known): readonly QuantityWay[];
  /**
   * What a score, table or schedule may come to, by its key: the scaled values of its type that completions give, ascending,
   * `null` (no value) last. `null` when there are too many to be told.
   */
  values(table: string, known: Known): readonly (number | null)[] | null;
}

/** Decision diagrams as closures: every question is whether a terminal can be reached. */
export const closures = {
  /** What `previous`, compiled with the same options before an edit, asks as the program does is not drawn again. */
  compile(
    program: GuidelineProgram,
    options: Partial<DiagramOptions> = {},
    previous?: CompiledGuideline,
  ): Checked<CompiledGuideline | null> {
    const { value, diagnostics } = guidelineDiagrams(program, options, previous?.diagrams);
    return { value: value === null ? null : new Closures(program, value), diagnostics };
  },
} satisfies Evaluator;

class Closures implements CompiledGuideline {
  readonly program: GuidelineProgram;
  readonly diagrams: GuidelineDiagrams;
  #places: ReadonlyMap<Formula, Place> | undefined;
  readonly #tables = new Map<string, TableDiagram | null>();

  constructor(program: GuidelineProgram, diagrams: GuidelineDiagrams) {
    this.program = program;
    this.diagrams = diagrams;
  }

  answer(criterion: Formula | string, known: Known): Verdict {
    const formula = typeof criterion === "string" ? definitionOf(this.program, criterion) : criterion;
    const drawn = this.#drawnIn(formula);
    if (drawn === undefined) return interpret(this.program).answer(formula, known);
    const reached = this.#reached(drawn.diagram, drawn.node, known);
    return verdictOf(hasTerminal(reached, TRUE), hasTerminal(reached, FALSE));
  }

  outcomes(service: string, known: Known): readonly SettledOutcome[] {
    const diagram = this.#outcomeDiagram(service);
    return settledOutcomesIn(this.#reached(diagram, diagram.root, known));
  }

  contradicted(known: Known): readonly Formula[] {
    const { assumptions } = this.diagrams;
    const holds = hasTerminal(this.#reached(assumptions, assumptions.root, known), TRUE);
    return holds ? [] : interpret(this.program).contradicted(known);
  }

  stillMatters(service: string, known: Known): readonly string[] {
    const open = openDiagram(this.#outcomeDiagram(service), known.quantities);
    return open === null ? [] : stillMatters(open);
  }

  ways(service: string, known: Known): readonly QuantityWay[] {
    const open = openDiagram(this.#outcomeDiagram(service), known.quantities);
    return open === null ? [] : waysTo(open, this.outcomes(service, known));
  }

  /** Found when first asked for: an edit is often followed by the next before anybody asks. */
  #drawnIn(formula: Formula): Place | undefined {
    this.#places ??= placesIn([...this.diagrams.criteria.values(), ...this.diagrams.outcomes.values()]);
    return this.#places.get(formula);
  }

  values(table: string, known: Known): readonly (number | null)[] | null {
    const drawn = this.#tableDiagram(table);
    return drawn && valuesReached(drawn, known.quantities);
  }

  /** Drawn when it is first asked for: only findings show what a table comes to. */
  #tableDiagram(key: string): TableDiagram | null {
    const known = this.#tables.get(key);
    if (known !== undefined) return known;
    const table = this.program.tables.get(key);
    const drawn = table === undefined ? null : tableDiagram(this.program, table);
    this.#tables.set(key, drawn);
    return drawn;
  }

  #outcomeDiagram(service: string): Diagram {
    const diagram = this.diagrams.outcomes.get(service);
    if (diagram === undefined) throw new Error(`The program has no service named ${service}`);
    return diagram;
  }

  #reached(diagram: Diagram, node: NodeId, known: Known): number {
    const compiled = compiledOf.get(diagram.store) ?? new CompiledDiagram(diagram);
    compiledOf.set(diagram.store, compiled);
    return compiled.reached(node, known);
  }
}

/** Diagrams taken over from before an edit share their store, and what it was compiled to. */
const compiledOf = new WeakMap<DiagramStore, CompiledDiagram>();

/** Where a formula of the program is drawn. */
interface Place {
  readonly diagram: Diagram;
  readonly node: NodeId;
}

function placesIn(diagrams: readonly Diagram[]): ReadonlyMap<Formula, Place> {
  const places = new Map<Formula, Place>();
  for (const diagram of diagrams)
    for (const [formula, node] of diagram.formulas) places.set(formula, { diagram, node });
  return places;
}

function hasTerminal(reached: number, terminal: NodeId): boolean {
  return (reached & (1 << terminal)) !== 0;
}
