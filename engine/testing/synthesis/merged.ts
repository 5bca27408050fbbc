import { nameKey } from "../../../dsl/index.ts";
import type { CaseFact } from "../../values/index.ts";
import type { WitnessCase } from "./witnessCase.ts";

/** A case that says what both say; `null` where they speak of one thing, are of other dates or ask for other services. */
export function mergedCase(one: WitnessCase, other: WitnessCase): WitnessCase | null {
  const [a, b] = [one.case, other.case];
  if (one.service !== other.service || JSON.stringify(a.dates) !== JSON.stringify(b.dates)) return null;
  const [first] = a.requests;
  const [second] = b.requests;
  const facts = together(a.facts, b.facts);
  const askedFor = together(first?.askedFor ?? [], second?.askedFor ?? []);
  const lists = [...a.lists, ...b.lists];
  const names = new Set(lists.map(({ list }) => nameKey(list)));
  if (first === undefined || facts === null || askedFor === null || names.size < lists.length) return null;
  return { service: one.service, case: { ...a, facts, lists, requests: [{ ...first, askedFor }] } };
}

/** `null`: they say different things of one fact. */
function together(some: readonly CaseFact[], more: readonly CaseFact[]): readonly CaseFact[] | null {
  const known = new Map(some.map((each) => [nameKey(each.fact), JSON.stringify(each.statements)]));
  const added = more.filter(({ fact }) => !known.has(nameKey(fact)));
  const same = more.every((each) => {
    const before = known.get(nameKey(each.fact));
    return before === undefined || before === JSON.stringify(each.statements);
  });
  return same ? [...some, ...added] : null;
}
