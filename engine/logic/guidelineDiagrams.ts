import type { Checked, Diagnostic } from "../../dsl/index.ts";
import {
  definitionOf,
  everyNode,
  type Formula,
  type GuidelineProgram,
  outcomeGoals,
  type Quantity,
  rootsOf,
  type ServiceProgram,
} from "../ir/index.ts";
import { DiagramBuilder } from "./build.ts";
import { type Variable, variablesOf } from "./cells.ts";
import { readingOrder } from "./order.ts";
import { DiagramStore, type NodeId, TOO_LARGE, TRUE } from "./store.ts";
import { IMPOSSIBLE, outcomeTerminal, terminalCount } from "./terminals.ts";

/** Every function of a guideline as a diagram in one store. All are `IMPOSSIBLE` where the assumptions do not hold. */
export interface GuidelineDiagrams {
  readonly store: DiagramStore;
  /** By level. */
  readonly variables: readonly Variable[];
  /** Of every formula of the program, down to its tests: true or false. */
  readonly formulas: ReadonlyMap<Formula, NodeId>;
  /** By service: the outcomes. */
  readonly outcomes: ReadonlyMap<string, NodeId>;
  /** True where the assumptions hold. */
  readonly assumptions: NodeId;
}

export interface DiagramOptions {
  /** Nodes that each criterion and each outcome may add. */
  readonly budget: number;
  readonly order: (program: GuidelineProgram) => readonly Quantity[];
}

/** A quarter of a second of work; written rules need some ten nodes each, 95 of 100 under 20. */
export const defaultOptions: DiagramOptions = { budget: 100_000, order: readingOrder };

/** `null` when a criterion does not fit into the budget; a diagnostic E0901 names each. */
export function guidelineDiagrams(
  program: GuidelineProgram,
  options: Partial<DiagramOptions> = {},
): Checked<GuidelineDiagrams | null> {
  const { budget, order } = { ...defaultOptions, ...options };
  const variables = variablesOf(order(program), rootsOf(program));
  const store = new DiagramStore(variables.length, terminalCount);
  const construction = new Construction(program, store, variables, budget);
  const value = construction.build(variables);
  return { value: construction.diagnostics.length === 0 ? value : null, diagnostics: construction.diagnostics };
}

class Construction {
  readonly diagnostics: Diagnostic[] = [];
  readonly #program: GuidelineProgram;
  readonly #store: DiagramStore;
  readonly #builder: DiagramBuilder;
  readonly #budget: number;
  #assumptions: NodeId = TRUE;

  constructor(program: GuidelineProgram, store: DiagramStore, variables: readonly Variable[], budget: number) {
    this.#program = program;
    this.#store = store;
    this.#builder = new DiagramBuilder(program, store, variables);
    this.#budget = budget;
  }

  build(variables: readonly Variable[]): GuidelineDiagrams {
    this.#assumptions = this.#buildAssumptions();
    for (const [name, formula] of namedFormulas(this.#program)) this.#buildNamed(name, formula);
    return {
      store: this.#store,
      variables,
      formulas: this.#assumed(),
      outcomes: new Map(this.#program.services.map((service) => [service.service, this.#outcome(service)])),
      assumptions: this.#assumptions,
    };
  }

  #buildNamed(name: string, formula: Formula): NodeId {
    const parts = usedCriteria(formula).map((each) => definitionOf(this.#program, each));
    return this.#within({ name, formula, parts }, () => this.#builder.node(formula));
  }

  #buildAssumptions(): NodeId {
    const parts = this.#program.assumptions;
    const nodes = parts.map((each) => this.#buildNamed(each.text, each));
    const [first] = parts;
    if (first === undefined) return TRUE;
    return this.#within({ name: first.text, formula: first, parts }, () => this.#builder.all(nodes));
  }

  #assumed(): ReadonlyMap<Formula, NodeId> {
    const { nodes } = this.#builder;
    if (this.#assumptions === TRUE) return nodes;
    return new Map(
      [...nodes].map(([formula, node]) => [
        formula,
        this.#within({ name: formula.text, formula, parts: [formula] }, () =>
          this.#store.choose(this.#assumptions, node, IMPOSSIBLE),
        ),
      ]),
    );
  }

  /** The first outcome in rank whose goals hold. */
  #outcome({ service, criteria, exclusion }: ServiceProgram): NodeId {
    const parts = [this.#program.scope, exclusion, criteria];
    return this.#within({ name: service, formula: criteria, parts }, () => {
      const ranked = outcomeGoals(this.#program, service).toReversed();
      const outcome = ranked.reduce((lower, [name, goals]) => {
        const nodes = goals.map(({ formula, wanted }) => this.#signed(formula, wanted));
        return this.#store.choose(this.#builder.all(nodes), outcomeTerminal(name), lower);
      }, IMPOSSIBLE);
      return this.#store.choose(this.#assumptions, outcome, IMPOSSIBLE);
    });
  }

  #signed(formula: Formula, wanted: boolean): NodeId {
    const node = this.#builder.node(formula);
    return wanted ? node : this.#builder.not(node);
  }

  /** Builds with a fresh budget. What is made of a part that is too large is too large as well; that is said of the part. */
  #within(task: Task, build: () => NodeId): NodeId {
    const said = task.parts.some((part) => this.#builder.nodes.get(part) === TOO_LARGE);
    this.#store.allow(this.#budget);
    const node = build();
    if (node === TOO_LARGE && !said) this.diagnostics.push(tooLarge(this.#program, task, this.#budget));
    return node;
  }
}

/** Something to build under its own name; `parts` are built before it and speak for themselves. */
interface Task {
  readonly name: string;
  readonly formula: Formula;
  readonly parts: readonly Formula[];
}

/** Criteria before those that use them, then scope and services. */
function namedFormulas(program: GuidelineProgram): readonly (readonly [string, Formula])[] {
  return [
    ...criteriaByUse(program).map((name) => [name, definitionOf(program, name)] as const),
    ["applies when", program.scope],
    ...program.services.flatMap(({ service, exclusion, criteria }) => [
      [`${service} excluded if`, exclusion] as const,
      [`${service} if`, criteria] as const,
    ]),
  ];
}

function criteriaByUse(program: GuidelineProgram): readonly string[] {
  const ordered = new Set<string>();
  const visit = (name: string): void => {
    if (ordered.has(name)) return;
    usedCriteria(definitionOf(program, name)).forEach(visit);
    ordered.add(name);
  };
  [...program.criteria.keys()].forEach(visit);
  return [...ordered];
}

function usedCriteria(formula: Formula): readonly string[] {
  return everyNode(formula).flatMap((node) => (node.kind === "criterion" ? [node.definition] : []));
}

function tooLarge(program: GuidelineProgram, { name, formula }: Task, budget: number): Diagnostic {
  return {
    code: "E0901",
    severity: "error",
    message: `\`${name}\` combines its facts in too many ways to be answered exactly.`,
    file: program.file,
    span: formula.span,
    labels: [],
    hint: `Its decision diagram needs more than ${budget.toLocaleString("en")} nodes. Test a fact in fewer places, or say the criterion in smaller parts that share fewer facts.`,
    fixes: [],
  };
}
