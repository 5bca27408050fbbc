import type { Formula, GuidelineProgram } from "../../ir/index.ts";
import { everyFormula } from "../order.ts";

/** Assumptions that are about the same quantities, or about quantities that others of them tie together. */
export interface Assumed {
  /** By number. */
  readonly groups: readonly (readonly Formula[])[];
  /** By quantity: the number of the group that is about it. */
  readonly groupOf: ReadonlyMap<string, number>;
}

export const nothingAssumed: Assumed = { groups: [], groupOf: new Map() };

export function assumedIn(program: GuidelineProgram): Assumed {
  let groups: readonly TiedTogether[] = [];
  for (const formula of program.assumptions) {
    const quantities = new Set(testedIn(program, formula));
    const tied = groups.filter((group) => [...quantities].some((quantity) => group.quantities.has(quantity)));
    const joined = tied.reduce<TiedTogether>(join, { formulas: [formula], quantities });
    groups = [...groups.filter((group) => !tied.includes(group)), joined];
  }
  return {
    groups: groups.map(({ formulas }) => formulas),
    groupOf: new Map(groups.flatMap(({ quantities }, number) => [...quantities].map((quantity) => [quantity, number]))),
  };
}

interface TiedTogether {
  readonly formulas: readonly Formula[];
  readonly quantities: ReadonlySet<string>;
}

function join(all: TiedTogether, other: TiedTogether): TiedTogether {
  return {
    formulas: [...other.formulas, ...all.formulas],
    quantities: new Set([...all.quantities, ...other.quantities]),
  };
}

function testedIn(program: GuidelineProgram, formula: Formula): readonly string[] {
  return everyFormula(program, [formula]).flatMap((each) => (each.kind === "test" ? [each.quantity] : []));
}
