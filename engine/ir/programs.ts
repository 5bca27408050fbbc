import type { Formula, GuidelineProgram, ServiceProgram } from "./ir.ts";

/** The formula a named criterion stands for. The program is closed: a name without one is a bug of ours. */
export function definitionOf(program: GuidelineProgram, definition: string): Formula {
  const formula = program.criteria.get(definition);
  if (formula === undefined) throw new Error(`The program has no criterion named ${definition}`);
  return formula;
}

export function serviceOf(program: GuidelineProgram, service: string): ServiceProgram {
  const found = servicesOf(program).get(service);
  if (found === undefined) throw new Error(`The program has no service named ${service}`);
  return found;
}

const indexed = new WeakMap<GuidelineProgram["services"], ReadonlyMap<string, ServiceProgram>>();

/** By key; every question about a case asks for one. */
function servicesOf({ services }: GuidelineProgram): ReadonlyMap<string, ServiceProgram> {
  const known = indexed.get(services) ?? new Map(services.map((each) => [each.service, each]));
  indexed.set(services, known);
  return known;
}

/** The formulas that have a meaning of their own: scope, services in order, named criteria, assumptions. */
export function rootsOf(program: GuidelineProgram): readonly Formula[] {
  return [
    program.scope,
    ...program.services.flatMap((each) => [each.addressed, each.exclusion, each.criteria, each.within]),
    ...program.criteria.values(),
    ...program.assumptions,
  ];
}
