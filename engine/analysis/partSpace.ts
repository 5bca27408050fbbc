import type { Formula, GuidelineProgram } from "../ir/index.ts";
import { everyFormula, type NodeId, quantitiesOf } from "../logic/index.ts";
import { one } from "../values/index.ts";
import { CaseSpace } from "../witness/index.ts";
import { acceptedIn, type Part, type Parts } from "./parts.ts";

/** Whether a fact is documented, and what else is asked of it, by id. */
interface Absence {
  readonly id: string;
  readonly values: readonly string[];
}

function absencesIn({ variables }: CaseSpace, program: GuidelineProgram): readonly Absence[] {
  const tested = variables.flatMap(({ quantity }) => quantitiesOf(program).get(quantity) ?? []);
  return tested.flatMap(({ id, part, fact }) => {
    const others = tested.filter((each) => each.fact === fact && each.part !== "undocumented");
    const values = others.flatMap((each) => (each.part === "documentation" ? [] : [each.id]));
    return part === "undocumented" && values.length > 0 ? [{ id, values }] : [];
  });
}

/** One criterion in a space of its own. Answers of `null` are not known within the budget. */
export class PartSpace {
  readonly space: CaseSpace;
  readonly part: Part;
  readonly root: NodeId;
  readonly #unsaid: readonly Absence[];

  /** `parts`: those of its guideline. */
  constructor(part: Part, parts: Parts, budget: number) {
    this.part = part;
    const formulas = [part.formula, ...acceptedIn(parts)];
    this.space = new CaseSpace({ guideline: parts.guideline, program: part.program, formulas }, { budget });
    this.root = this.node(part.formula);
    this.#unsaid = absencesIn(this.space, part.program);
  }

  node(formula: Formula): NodeId {
    return this.space.formula(this.part.program, formula);
  }

  not(formula: Formula): NodeId {
    return this.space.not(this.node(formula));
  }

  /** A named criterion under a formula that every case meets, or none, of which it is told by itself; `null` without any. */
  constantUnder(formula: Formula): string | null {
    const { program } = this.part;
    const named = everyFormula(program, [formula]).flatMap((each) => (each.kind === "criterion" ? [each] : []));
    const constant = named.find((each) => this.never(this.node(each)) === true || this.never(this.not(each)) === true);
    return constant?.text ?? null;
  }

  /** Whether no case makes all of it true. */
  never(...nodes: readonly NodeId[]): boolean | null {
    const can = this.space.canBe(this.space.all(nodes));
    return can === null ? null : !can;
  }

  /**
   * Whether no case makes all of it true whatever is not documented there: of a fact that a case says nothing of, any value may be so, and
   * what asks for its absence and for a value besides is met by none.
   */
  neverSure(...nodes: readonly NodeId[]): boolean | null {
    return this.never(this.#unsaid.reduce((each, absence) => this.#sureOf(absence, each), this.space.all(nodes)));
  }

  #sureOf({ id, values }: Absence, node: NodeId): NodeId {
    const { space } = this;
    const when = (undocumented: number): NodeId => space.all([space.where(new Map([[id, one(undocumented)]])), node]);
    const whatever = values.reduce((each, value) => space.always(value, each), space.sometimes(id, when(1)));
    return space.any([when(0), space.all([space.where(new Map([[id, one(1)]])), whatever])]);
  }

  /** Whether both are the same wherever anything is possible. */
  same(one: NodeId, other: NodeId): boolean | null {
    return this.never(this.space.differ(one, other));
  }
}
