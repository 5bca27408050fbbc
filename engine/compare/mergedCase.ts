import type { Case, CaseFact } from "../values/index.ts";

/** A case that says of each fact all that either says. Where they say otherwise, its evidence contradicts itself. */
export function merged(one: Case, other: Case): Case {
  return {
    ...one,
    facts: bothOf(one.facts, other.facts),
    requests: one.requests.map((request, at) => ({
      ...request,
      askedFor: bothOf(request.askedFor, other.requests[at]?.askedFor ?? []),
    })),
  };
}

function bothOf(some: readonly CaseFact[], others: readonly CaseFact[]): readonly CaseFact[] {
  const byName = new Map(some.map((fact) => [fact.fact, fact]));
  for (const fact of others) {
    const known = byName.get(fact.fact);
    byName.set(fact.fact, known === undefined ? fact : { ...known, statements: different(known, fact) });
  }
  return [...byName.values()];
}

function different(one: CaseFact, other: CaseFact): CaseFact["statements"] {
  const all = [...one.statements, ...other.statements];
  return [...new Map(all.map((statement) => [JSON.stringify(statement), statement])).values()];
}
