import type { Checked, Diagnostic } from "../../dsl/index.ts";
import { type Formula, type GuidelineProgram, outcomeGoals, serviceOf } from "../ir/index.ts";
import { type Diagram, type DiagramOptions, formulaDiagram, outcomeDiagram, type RankedGoals } from "./diagram.ts";
import { Earlier } from "./earlier.ts";
import { gatheredOrder } from "./gatheredOrder.ts";
import { definitionsUsed } from "./named.ts";
import { everyFormula, readingOrder } from "./order.ts";
import { type Drawn, GuidelineRails } from "./rails/index.ts";
import { levelsLimit } from "./store.ts";

/** What a guideline is answered by: circuits, and a diagram a service, for what is still open and what would change it. */
export interface GuidelineDiagrams extends Drawn {
  readonly rails: GuidelineRails;
  /** Definitions that no service rests on, and that need no diagram. */
  readonly inParts: ReadonlySet<string>;
}

/** A quarter of a second of work; written rules need some ten nodes each, 95 of 100 under 20. */
const defaultBudget = 100_000;

/**
 * `null` when a criterion does not fit into the budget; a diagnostic E0901 names each. Of `previous`, drawn with the same
 * options, those are taken over whose formulas ask the same.
 */
export function guidelineDiagrams(
  program: GuidelineProgram,
  options: Partial<DiagramOptions> = {},
  previous?: GuidelineDiagrams,
): Checked<GuidelineDiagrams | null> {
  return new Drawings(
    program,
    { budget: defaultBudget, orders: [readingOrder, gatheredOrder], ...options },
    previous,
  ).all();
}

class Drawings {
  readonly #program: GuidelineProgram;
  readonly #options: DiagramOptions;
  readonly #diagnostics: Diagnostic[] = [];
  /** Formulas of which it has been said that they are too large. */
  readonly #blamed = new Set<Formula>();
  readonly #previous: GuidelineDiagrams | undefined;
  readonly #earlier: Earlier | undefined;

  constructor(program: GuidelineProgram, options: DiagramOptions, previous: GuidelineDiagrams | undefined) {
    this.#program = program;
    this.#options = options;
    this.#previous = previous;
    this.#earlier = previous && new Earlier(program, previous.program);
  }

  all(): Checked<GuidelineDiagrams | null> {
    const assumed = everyAssumption(this.#program);
    const assumptions = this.#formula(assumed.text, assumed);
    const value = assumptions && this.#onAssumptions(assumptions);
    return { value: this.#diagnostics.length === 0 ? value : null, diagnostics: this.#diagnostics };
  }

  #onAssumptions(assumptions: Diagram): GuidelineDiagrams {
    const outcomes = new Map(this.#program.services.map(({ service }) => [service, this.#outcome(service)]));
    const criteria = new Map<string, Diagram>();
    const drawn = {
      program: this.#program,
      options: this.#options,
      assumptions,
      outcomes: present(outcomes),
      criteria,
    };
    const rails = new GuidelineRails(drawn);
    const { inParts = [], entangled = [] } = Object.groupBy(this.#unused(), ([key, formula]) =>
      this.#wasInParts(key, formula) || rails.inParts(formula) !== null ? "inParts" : "entangled",
    );
    const whole = new Map(entangled.map(([key, formula]) => [key, this.#criterion(key, formula)]));
    for (const [key, diagram] of present(whole)) criteria.set(key, diagram);
    if ([...outcomes.values(), ...whole.values()].includes(null)) this.#blameFor(outcomes);
    return { ...drawn, rails, inParts: new Set(inParts.map(([key]) => key)) };
  }

  #unused(): readonly (readonly [string, Formula])[] {
    const used = definitionsUsed(
      this.#program,
      this.#program.services.flatMap(({ addressed, exclusion, criteria, within }) => [
        addressed,
        exclusion,
        criteria,
        within,
      ]),
    );
    return [...this.#program.criteria].filter(([key]) => !used.has(key));
  }

  #wasInParts(key: string, formula: Formula): boolean {
    const before = this.#previous?.inParts.has(key) ? this.#previous.program.criteria.get(key) : undefined;
    return before !== undefined && (this.#earlier?.askTheSame([formula], [before]) ?? false);
  }

  #blameFor(outcomes: MaybeDrawn): void {
    this.#blameCriteria();
    for (const [service, diagram] of outcomes) if (diagram === null) this.#blameForOutcome(service);
  }

  /** Criteria before those that rest on them, so that the innermost is blamed. */
  #blameCriteria(): void {
    const extents = [...this.#program.criteria].map(
      ([key, formula]) => [key, formula, everyFormula(this.#program, [formula]).length] as const,
    );
    for (const [key, formula] of extents.toSorted(([, , a], [, , b]) => a - b)) this.#formula(key, formula);
  }

  #criterion(key: string, formula: Formula): Diagram | null {
    return this.#keptCriterion(key, formula) ?? formulaDiagram(this.#program, formula, this.#options);
  }

  #keptCriterion(key: string, formula: Formula): Diagram | null {
    const before = this.#previous?.program.criteria.get(key);
    const diagram = this.#previous?.criteria.get(key);
    return (before && diagram && this.#earlier?.takenOver(diagram, [formula], [before])) ?? null;
  }

  /** Blames it when it is too large; what rests on something blamed already is not drawn. */
  #formula(name: string, formula: Formula): Diagram | null {
    if (this.#restsOnBlamed(formula)) return null;
    const diagram = formulaDiagram(this.#program, formula, this.#options);
    if (diagram === null) this.#blame(name, formula);
    return diagram;
  }

  #outcome(service: string): Diagram | null {
    const goals = outcomeGoals(this.#program, service);
    return this.#keptOutcome(service, goals) ?? outcomeDiagram(this.#program, goals, this.#options);
  }

  #keptOutcome(service: string, goals: RankedGoals): Diagram | null {
    const diagram = this.#previous?.outcomes.get(service);
    if (this.#previous === undefined || diagram === undefined) return null;
    const before = outcomeGoals(this.#previous.program, service);
    return this.#earlier?.outcomeTakenOver(diagram, goals, before) ?? null;
  }

  /** The parts of the outcome that are too large by themselves, or else the service. */
  #blameForOutcome(service: string): void {
    const { exclusion, criteria, within } = serviceOf(this.#program, service);
    this.#formula("applies when", this.#program.scope);
    this.#formula(`${service} excluded if`, exclusion);
    this.#formula(`${service} if`, criteria);
    this.#formula(`${service} limited to`, within);
    if (![this.#program.scope, exclusion, criteria, within].some((part) => this.#restsOnBlamed(part)))
      this.#blame(service, criteria);
  }

  #blame(name: string, formula: Formula): void {
    this.#blamed.add(formula);
    this.#diagnostics.push(tooLarge(this.#program, name, formula, this.#options.budget));
  }

  #restsOnBlamed(formula: Formula): boolean {
    return everyFormula(this.#program, [formula]).some((each) => this.#blamed.has(each));
  }
}

/** `null`: too large. */
type MaybeDrawn = ReadonlyMap<string, Diagram | null>;

/** Too large ones are left out: they have been blamed. */
function present(diagrams: MaybeDrawn): ReadonlyMap<string, Diagram> {
  return new Map([...diagrams].flatMap(([name, diagram]) => (diagram === null ? [] : [[name, diagram]])));
}

function everyAssumption({ assumptions }: GuidelineProgram): Formula {
  const [first] = assumptions;
  return { kind: "all", operands: assumptions, text: first?.text ?? "", span: first?.span ?? { start: 0, end: 0 } };
}

function tooLarge(program: GuidelineProgram, name: string, formula: Formula, budget: number): Diagnostic {
  return {
    code: "E0901",
    severity: "error",
    message: `\`${name}\` combines its facts in too many ways to be answered exactly.`,
    file: program.file,
    span: formula.span,
    labels: [],
    hint: `Its decision diagram does not fit into ${budget.toLocaleString("en")} nodes over ${levelsLimit.toLocaleString("en")} facts. Test a fact in fewer places, or say the criterion in smaller parts that share fewer facts.`,
    fixes: [],
  };
}
