import type { Formula } from "../ir/index.ts";
import { everyFormula, type NodeId } from "../logic/index.ts";
import { CaseSpace } from "../witness/index.ts";
import { acceptedIn, type Part, type Parts } from "./parts.ts";

/** One criterion in a space of its own. Answers of `null` are not known within the budget. */
export class PartSpace {
  readonly space: CaseSpace;
  readonly part: Part;
  readonly root: NodeId;

  /** `parts`: those of its guideline. */
  constructor(part: Part, parts: Parts, budget: number) {
    this.part = part;
    const formulas = [part.formula, ...acceptedIn(parts)];
    this.space = new CaseSpace({ guideline: parts.guideline, program: part.program, formulas }, { budget });
    this.root = this.node(part.formula);
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

  /** Whether both are the same wherever anything is possible. */
  same(one: NodeId, other: NodeId): boolean | null {
    return this.never(this.space.differ(one, other));
  }
}
