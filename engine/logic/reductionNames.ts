import type { Formula, GuidelineProgram, ListReduction, Quantity, ServiceProgram } from "../ir/index.ts";

/**
 * The program with each value reduced from a list named by `nameOf`, in place of the words of its author: two spellings of
 * one reduction are one quantity.
 */
export function withReductionsNamed(
  program: GuidelineProgram,
  nameOf: (reduction: ListReduction) => string,
): GuidelineProgram {
  if (program.reductions.length === 0) return program;
  const names = new Map(program.reductions.map((reduction) => [reduction.fact.key, nameOf(reduction)]));
  const quantities = program.quantities.map((quantity) => ({ ...quantity, id: idWithReductionNamed(quantity, names) }));
  const ids = new Map(program.quantities.map((quantity) => [quantity.id, idWithReductionNamed(quantity, names)]));
  const change = renaming(ids);
  return {
    ...program,
    quantities: [...new Map(quantities.toReversed().map((quantity) => [quantity.id, quantity])).values()].toReversed(),
    scope: change(program.scope),
    services: program.services.map((service) => renamedService(service, change)),
    criteria: new Map([...program.criteria].map(([key, formula]) => [key, change(formula)])),
    assumptions: program.assumptions.map(change),
  };
}

/** What follows the fact in an id, such as ` · documentation`, stays. */
export function idWithReductionNamed({ id, fact }: Quantity, names: ReadonlyMap<string, string>): string {
  const name = names.get(fact);
  return name === undefined ? id : `${name}${id.slice(fact.length)}`;
}

/** Each formula once, however often others share it. */
function renaming(ids: ReadonlyMap<string, string>): (formula: Formula) => Formula {
  const known = new Map<Formula, Formula>();
  const change = (formula: Formula): Formula => {
    const changed = known.get(formula) ?? renamed(formula);
    known.set(formula, changed);
    return changed;
  };
  const renamed = (formula: Formula): Formula => {
    switch (formula.kind) {
      case "test":
        return { ...formula, quantity: ids.get(formula.quantity) ?? formula.quantity };
      case "not":
        return { ...formula, operand: change(formula.operand) };
      case "criterion":
      case "constant":
        return formula;
      default:
        return { ...formula, operands: formula.operands.map(change) };
    }
  };
  return change;
}

function renamedService(service: ServiceProgram, change: (formula: Formula) => Formula): ServiceProgram {
  return {
    ...service,
    addressed: change(service.addressed),
    criteria: change(service.criteria),
    within: change(service.within),
    exclusion: change(service.exclusion),
    limits: service.limits.map(({ formula, of }) => ({
      formula: change(formula),
      of: of === null ? null : change(of),
    })),
  };
}
