import type { Checked } from "../../../dsl/index.ts";
import { definitionOf, type Formula, type GuidelineProgram, type SettledOutcome } from "../../ir/index.ts";
import {
  ALWAYS,
  type Diagram,
  type DiagramOptions,
  type GuidelineDiagrams,
  type GuidelineRails,
  guidelineDiagrams,
  NEVER,
  type QuantityWay,
  decidedBy,
  type OpenDiagram,
  openDiagram,
  stillMatters,
  type TableDiagram,
  tableDiagram,
  valuesReached,
  waysTo,
} from "../../logic/index.ts";
import { type Answers, type Evaluator, type Known, type Verdict, verdictOf } from "../evaluator.ts";
import { interpret } from "../interpreter.ts";
import { GateClosures, type On } from "./gateClosures.ts";

/** A guideline ready to answer for many cases. */
export interface CompiledGuideline extends Answers {
  /** What is still open is read from these. */
  readonly diagrams: GuidelineDiagrams;
  /**
   * The open quantities on which the outcome still depends, in reading order (scope first): there is a completion where
   * another value of that quantity alone, as the case leaves it possible, gives another outcome.
   */
  stillMatters(service: string, known: Known): readonly string[];
  /** At most ten ways to settle the outcome, smallest first; none when it is settled. See `QuantityWay`. */
  ways(service: string, known: Known): readonly QuantityWay[];
  /**
   * The documented quantities that decided the outcome, in reading order: the outcome is the same whatever all others are,
   * and would be open without one of these. None while it is open, or when no fact is needed to decide it.
   */
  decidedBy(service: string, known: Known): readonly string[];
  /**
   * What a score, table or schedule may come to, by its key: the scaled values of its type that completions give, ascending,
   * `null` (no value) last. `null` when there are too many to be told.
   */
  values(table: string, known: Known): readonly (number | null)[] | null;
}

/** The rails of a guideline as closures: fast without making code at run time, so that a browser's policy allows it. */
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
  readonly #rails: GuidelineRails;
  readonly #gates: GateClosures;
  readonly #asked = new Map<Formula, Asked | null>();
  readonly #outcomes = new Map<string, readonly (readonly [SettledOutcome, On])[]>();
  readonly #tables = new Map<string, TableDiagram | null>();
  #lastOpen: {
    readonly service: string;
    readonly quantities: Known["quantities"];
    readonly open: OpenDiagram | null;
  } | null = null;

  constructor(program: GuidelineProgram, diagrams: GuidelineDiagrams) {
    this.program = program;
    this.diagrams = diagrams;
    this.#rails = diagrams.rails;
    this.#gates = new GateClosures(this.#rails.circuit);
  }

  answer(criterion: Formula | string, known: Known): Verdict {
    const formula = typeof criterion === "string" ? definitionOf(this.program, criterion) : criterion;
    const asked = this.#asked.get(formula) ?? this.#compiled(formula);
    if (asked === null) return interpret(this.program).answer(formula, known);
    return this.#isPossible(known) ? verdictOf(asked.canMeet(), asked.canFail()) : "contradictory";
  }

  outcomes(service: string, known: Known): readonly SettledOutcome[] {
    const outcomes = this.#outcomes.get(service) ?? this.#compiledOutcomes(service);
    if (!this.#isPossible(known)) return [];
    const possible: SettledOutcome[] = [];
    for (const [outcome, isOn] of outcomes) if (isOn()) possible.push(outcome);
    return possible;
  }

  contradicted(known: Known): readonly Formula[] {
    return this.#isPossible(known) ? [] : interpret(this.program).contradicted(known);
  }

  /** Takes the case in hand. */
  #isPossible(known: Known): boolean {
    this.#gates.bits.take(known);
    if (this.#gates.bits.isEmpty) return false;
    return this.#rails.possible === ALWAYS || this.#gates.closure(this.#rails.possible)();
  }

  /** `null`: a formula that is no part of the guideline, and too large for a circuit. */
  #compiled(formula: Formula): Asked | null {
    const rails = this.#rails.of(formula);
    const asked = rails && {
      canMeet: this.#gates.closure(rails.canMeet),
      canFail: this.#gates.closure(rails.canFail),
    };
    this.#asked.set(formula, asked);
    return asked;
  }

  #compiledOutcomes(service: string): readonly (readonly [SettledOutcome, On])[] {
    const gates = [...this.#rails.outcomes(service)].filter(([, gate]) => gate !== NEVER);
    const compiled = gates.map(([outcome, gate]) => [outcome, this.#gates.closure(gate)] as const);
    this.#outcomes.set(service, compiled);
    return compiled;
  }

  stillMatters(service: string, known: Known): readonly string[] {
    const open = this.#openDiagram(service, known);
    return open === null ? [] : stillMatters(open);
  }

  ways(service: string, known: Known): readonly QuantityWay[] {
    const open = this.#openDiagram(service, known);
    return open === null ? [] : waysTo(open, this.outcomes(service, known));
  }

  /** What still matters and the ways are asked about one case in a row. */
  #openDiagram(service: string, { quantities }: Known): OpenDiagram | null {
    if (this.#lastOpen?.quantities === quantities && this.#lastOpen.service === service) return this.#lastOpen.open;
    const open = openDiagram(this.#outcomeDiagram(service), quantities);
    this.#lastOpen = { service, quantities, open };
    return open;
  }

  decidedBy(service: string, known: Known): readonly string[] {
    const [only, ...more] = this.outcomes(service, known);
    if (only === undefined || more.length > 0) return [];
    return decidedBy(this.#outcomeDiagram(service), known.quantities, only);
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
}

/** The rails of a formula. */
interface Asked {
  readonly canMeet: On;
  readonly canFail: On;
}
