import { nameKey } from "../../../dsl/index.ts";
import type { Case, CaseFact } from "../../values/index.ts";

/** The case with what another says of one fact besides. */
export function alsoSaying(of: Case, fact: string, other: Case): Case {
  const joined = (stated: readonly CaseFact[], more: readonly CaseFact[]): readonly CaseFact[] =>
    stated.map((each) => {
      const also = more.find((one) => nameKey(one.fact) === nameKey(each.fact));
      if (nameKey(each.fact) !== fact || also === undefined) return each;
      return { ...each, statements: [...each.statements, ...also.statements] };
    });
  const requests = of.requests.map((request, at) => ({
    ...request,
    askedFor: joined(request.askedFor, other.requests[at]?.askedFor ?? []),
  }));
  return { ...of, facts: joined(of.facts, other.facts), requests };
}
