import type { Example, Guideline } from "../../dsl/index.ts";
import type { Formula, GuidelineProgram } from "../ir/index.ts";
import { type Assignment, type NodeId, quantitiesOf, Space, type SpaceOptions } from "../logic/index.ts";
import { exampleAsCase } from "../values/case/index.ts";
import { holds } from "../values/index.ts";
import { reduceCase } from "../values/reduce/index.ts";
import { hangTogether } from "./hangTogether.ts";
import { realise } from "./realise.ts";
import { type Attempt, search } from "./search.ts";

/** One guideline, and what is going to be asked of it. */
export interface AskedOf {
  readonly guideline: Guideline;
  readonly program: GuidelineProgram;
  readonly formulas: readonly Formula[];
}

/**
 * The space of one guideline, in which a thing can be only if a case can say so. A space alone takes quantities to be independent:
 * of those that are not, a case is made, and what no case can say is learned.
 */
export class CaseSpace extends Space {
  readonly #of: AskedOf;
  /** By node. */
  readonly #known = new Map<NodeId, boolean | null>();

  constructor(of: AskedOf, options: Partial<SpaceOptions> = {}) {
    super([{ program: of.program, formulas: of.formulas }], options);
    this.#of = of;
  }

  /** `null`: neither a case that makes it true nor a proof that there is none was found within the budget. */
  override canBe(node: NodeId): boolean | null {
    const can = super.canBe(node);
    if (can !== true || !hangTogether(this.#of.program, this.supportOf(this.all([this.possible, node])))) return can;
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const found = this.#isSaid(node);
    this.#known.set(node, found);
    return found;
  }

  /** By an example of the guideline, or by a case that is made; first with little work for each, since one is easily made most often. */
  #isSaid(node: NodeId): boolean | null {
    const possibly = this.all([this.possible, node]);
    if (examplesKnown(this.#of).some((known) => this.isCertain(possibly, known))) return true;
    for (const steps of stepsOfRounds) {
      const { kind } = search(this, node, (assignment) => this.#attempt(assignment, steps));
      if (kind !== "not found") return kind === "found";
    }
    return null;
  }

  #attempt(assignment: Assignment, steps: number): Attempt<true> {
    const { guideline, program } = this.#of;
    const wanted = withoutUndocumented(program, assignment);
    const made = realise([{ guideline, program, wanted }], request, { steps });
    if (made.kind === "case") return { kind: "shown", shown: true };
    return { kind: "impossible", quantities: made.quantities.map(({ quantity }) => quantity), proved: made.proved };
  }
}

/** What the examples of a guideline leave of its quantities, each as a case says it. */
function examplesKnown({ guideline, program }: AskedOf): readonly Assignment[] {
  const known =
    knownExamples.get(program) ?? guideline.examples.flatMap((each) => knownOf({ guideline, program }, each));
  knownExamples.set(program, known);
  return known;
}

const knownExamples = new WeakMap<GuidelineProgram, readonly Assignment[]>();

function knownOf({ guideline, program }: Omit<AskedOf, "formulas">, example: Example): readonly Assignment[] {
  const of = exampleAsCase(guideline, example);
  return of.requests.slice(0, 1).map((requested) => {
    const { quantities } = reduceCase(guideline, program, of, requested).value;
    return new Map(program.quantities.map(({ id }) => [id, quantities.get(id)?.values ?? []]));
  });
}

/** A case in which a fact is not documented leaves it every value: what is wanted of them needs no statement. */
function withoutUndocumented(program: GuidelineProgram, assignment: Assignment): Assignment {
  const quantities = quantitiesOf(program);
  const absent = new Set(
    [...assignment].flatMap(([id, values]) => {
      const quantity = quantities.get(id);
      return quantity?.part === "undocumented" && !holds(values, 0) ? [quantity.fact] : [];
    }),
  );
  if (absent.size === 0) return assignment;
  const isLeft = (id: string): boolean => {
    const quantity = quantities.get(id);
    return quantity === undefined || quantity.part === "undocumented" || !absent.has(quantity.fact);
  };
  return new Map([...assignment].filter(([id]) => isLeft(id)));
}

const stepsOfRounds = [60, 600];

const request = { id: "", title: "", summary: "", service: "" };
