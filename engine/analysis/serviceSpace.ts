import type { Guideline, Recommendation, Service } from "../../dsl/index.ts";
import {
  type Formula,
  type GuidelineProgram,
  lowerServices,
  outcomeGoals,
  serviceOf,
  type ServiceProgram,
  type SettledOutcome,
  settledOutcomes,
} from "../ir/index.ts";
import { type NodeId } from "../logic/index.ts";
import { CaseSpace } from "../witness/index.ts";
import { once } from "../values/index.ts";
import { acceptedIn, type Parts } from "./parts.ts";

/** What a guideline says of one service, in a space of its own. Answers of `null` are not known within the budget. */
export class ServiceSpace {
  readonly parts: Parts;
  readonly service: Service;
  readonly recommendations: readonly Recommendation[];
  readonly space: CaseSpace;
  readonly #outcomes: ReadonlyMap<SettledOutcome, NodeId>;

  constructor(parts: Parts, service: Service, budget: number) {
    this.parts = parts;
    this.service = service;
    this.recommendations = recommendationsOf(parts, service);
    const formulas = [...formulasOf(parts, service), ...acceptedIn(parts)];
    this.space = new CaseSpace({ guideline: parts.guideline, program: parts.program, formulas }, { budget });
    this.#outcomes = this.outcomesOf(this.program, serviceOf(this.program, service.key));
  }

  get program(): GuidelineProgram {
    return this.parts.program;
  }

  outcome(outcome: SettledOutcome): NodeId {
    return this.#outcomes.get(outcome) ?? this.space.any([]);
  }

  node(formula: Formula): NodeId {
    return this.space.formula(this.program, formula);
  }

  criterion(recommendation: Recommendation): NodeId {
    return this.node(this.formulaOf(recommendation));
  }

  formulaOf(recommendation: Recommendation): Formula {
    return lowered(this.parts, recommendation).criterion;
  }

  /** Whether every case meets its criterion, or none, of which it is told by itself. */
  isConstant(recommendation: Recommendation): boolean {
    const node = this.criterion(recommendation);
    return this.never(node) === true || this.never(this.space.not(node)) === true;
  }

  addressed(): NodeId {
    return this.node(serviceOf(this.program, this.service.key).addressed);
  }

  never(...nodes: readonly NodeId[]): boolean | null {
    const can = this.space.canBe(this.space.all(nodes));
    return can === null ? null : !can;
  }

  /** Whether the service comes out as it does on every case when it is said so instead. */
  isSameWith(changed: ServiceProgram): boolean | null {
    const now = this.outcomesOf(this.program, changed);
    return this.never(
      this.space.any(settledOutcomes.map((each) => this.space.differ(now.get(each) ?? 0, this.outcome(each)))),
    );
  }

  /** The service as it would be with these recommendations. */
  with(recommendations: readonly Recommendation[]): ServiceProgram {
    const { guideline, program } = this.parts;
    const [changed] = lowerServices(
      { ...guideline, services: [this.service], recommendations },
      program.scope,
      (each) => lowered(this.parts, each),
    );
    if (changed === undefined) throw new Error("One service was lowered to none");
    return changed;
  }

  outcomesOf(program: GuidelineProgram, service: ServiceProgram): ReadonlyMap<SettledOutcome, NodeId> {
    const goals = outcomeGoals({ ...program, services: [service] }, service.service);
    return new Map(
      goals.map(([outcome, all]) => [
        outcome,
        this.space.all(
          all.map(({ formula, wanted }) => (wanted ? this.node(formula) : this.space.not(this.node(formula)))),
        ),
      ]),
    );
  }
}

export function recommendationsOf(
  { guideline }: Pick<Parts, "guideline">,
  { key }: Service,
): readonly Recommendation[] {
  return byService(guideline).get(key) ?? [];
}

const byService = once(({ recommendations }: Guideline) => Map.groupBy(recommendations, ({ service }) => service));

function lowered({ recommendations, limits }: Parts, each: Recommendation) {
  const criterion = recommendations.get(each);
  if (criterion === undefined) throw new Error("Only what the guideline recommends can be said of its services");
  return { criterion, limits: each.limits.flatMap((limit) => limits.get(limit) ?? []) };
}

/** All that bears on how a service comes out. */
export function formulasOf(parts: Parts, service: Service): readonly Formula[] {
  const own = recommendationsOf(parts, service);
  const { addressed, criteria, exclusion, within } = serviceOf(parts.program, service.key);
  const said = own.flatMap((each) => parts.recommendations.get(each) ?? []);
  const limits = own.flatMap((each) => each.limits.flatMap((limit) => parts.limits.get(limit) ?? []));
  return [addressed, criteria, exclusion, within, ...said, ...limits];
}
