import {
  definitionOf,
  type Formula,
  type Goal,
  type GuidelineProgram,
  outcomeGoals,
  type SettledOutcome,
} from "../../ir/index.ts";
import type { Diagram, DiagramOptions } from "../diagram.ts";
import { outcomeTerminal } from "../terminals.ts";
import { FALSE, type NodeId, TRUE } from "../store.ts";
import { assumedIn, nothingAssumed } from "./assumed.ts";
import { Circuit, type GateId } from "./circuit.ts";
import { RailBuilder } from "./railBuilder.ts";
import { reachGate } from "./reachGate.ts";

/** Whether some completion of a case satisfies a formula, and whether some does not. */
export interface Rails {
  readonly canMeet: GateId;
  readonly canFail: GateId;
}

/** What is too entangled to be asked in parts is read from diagrams of the whole. */
export interface Drawn {
  readonly program: GuidelineProgram;
  readonly options: DiagramOptions;
  /** True where every assumption holds. */
  readonly assumptions: Diagram;
  /** By service: the outcomes. */
  readonly outcomes: ReadonlyMap<string, Diagram>;
  /** By the key of a definition that no service rests on, and that cannot be asked in parts: true or false. */
  readonly criteria: ReadonlyMap<string, Diagram>;
}

/**
 * The two-valued circuits of a guideline, built when they are first asked for. They hold where `possible` does: where it does
 * not, the case contradicts the assumptions.
 */
export class GuidelineRails {
  readonly circuit = new Circuit();
  readonly #diagrams: Drawn;
  readonly #builder: RailBuilder;
  readonly #rails = new Map<Formula, Rails | null>();
  readonly #outcomes = new Map<string, ReadonlyMap<SettledOutcome, GateId>>();
  #possible: GateId | undefined;
  #places: ReadonlyMap<Formula, Place> | undefined;

  constructor(diagrams: Drawn) {
    this.#diagrams = diagrams;
    this.#builder = new RailBuilder(this.program, this.circuit, assumedIn(this.program), diagrams.options);
  }

  get program(): GuidelineProgram {
    return this.#diagrams.program;
  }

  /** Whether some completion satisfies the assumptions. */
  get possible(): GateId {
    this.#possible ??= this.#assumptionsHold();
    return this.#possible;
  }

  criterion(key: string): Rails {
    const rails = this.of(definitionOf(this.program, key));
    if (rails === null) throw new Error(`The criterion ${key} is not drawn`);
    return rails;
  }

  /** `null`: a formula that is no part of the guideline, and too large. */
  of(formula: Formula): Rails | null {
    const known = this.#rails.get(formula);
    if (known !== undefined) return known;
    const rails = this.inParts(formula) ?? this.#drawn(formula);
    this.#rails.set(formula, rails);
    return rails;
  }

  /** By outcome of a service: whether some completion gives it. */
  outcomes(service: string): ReadonlyMap<SettledOutcome, GateId> {
    const known = this.#outcomes.get(service);
    if (known !== undefined) return known;
    const goals = outcomeGoals(this.program, service);
    const gates = new Map(goals.map(([outcome, all]) => [outcome, this.#outcome(service, outcome, all)]));
    this.#outcomes.set(service, gates);
    return gates;
  }

  #assumptionsHold(): GateId {
    const { assumptions, options } = this.#diagrams;
    const builder = new RailBuilder(this.program, this.circuit, nothingAssumed, options);
    const goals = this.program.assumptions.map((formula) => ({ formula, wanted: true }));
    return builder.canAllBe(goals) ?? reachGate(this.circuit, assumptions, TRUE);
  }

  /** `null`: what is entangled in the formula is too large. */
  inParts(formula: Formula): Rails | null {
    const canMeet = this.#builder.canBe({ formula, wanted: true });
    const canFail = this.#builder.canBe({ formula, wanted: false });
    return canMeet === null || canFail === null ? null : { canMeet, canFail };
  }

  #drawn(formula: Formula): Rails | null {
    this.#places ??= placesIn([...this.#diagrams.criteria.values(), ...this.#diagrams.outcomes.values()]);
    const place = this.#places.get(formula);
    if (place === undefined) return null;
    const [canMeet, canFail] = [TRUE, FALSE].map((terminal) =>
      reachGate(this.circuit, place.diagram, terminal, place.node),
    );
    return canMeet === undefined || canFail === undefined ? null : { canMeet, canFail };
  }

  #outcome(service: string, outcome: SettledOutcome, goals: readonly Goal[]): GateId {
    const gate = this.#builder.canAllBe(goals);
    if (gate !== null) return gate;
    const diagram = this.#diagrams.outcomes.get(service);
    if (diagram === undefined) throw new Error(`The program has no service named ${service}`);
    return reachGate(this.circuit, diagram, outcomeTerminal(outcome));
  }
}

/** Where a formula of the guideline is drawn. */
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
