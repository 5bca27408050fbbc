import { type Fact, nameKey } from "../../dsl/index.ts";
import type { CaseDeterminations } from "../../engine/determine/index.ts";
import { letterOf } from "../../engine/letter/index.ts";
import type { Case, CaseFact } from "../../engine/values/index.ts";
import type { InForce } from "./inForce.ts";
import type { CaseView, FactView } from "./protocol.ts";

/** The open case as the right-hand pane shows it. */
export function caseView(path: string, of: Case, determined: CaseDeterminations, guidelines: InForce): CaseView {
  const matters = new Set(determined.determinations.flatMap(({ stillMatters }) => stillMatters.map(nameKey)));
  return {
    path,
    case: of,
    determinations: determined.determinations,
    facts: factViews(of, guidelines, matters),
    letter: letterOf(of, determined),
    outdated: guidelines.outdated,
  };
}

/** One entry a declared fact, in the order of the guidelines; then what the case states beyond them. */
function factViews(of: Case, guidelines: InForce, matters: ReadonlySet<string>): readonly FactView[] {
  const stated = new Map(of.facts.map((fact) => [nameKey(fact.fact), fact]));
  const views = new Map<string, FactView>();
  for (const { guideline } of guidelines.guidelines) {
    for (const fact of guideline.facts) {
      if (!views.has(fact.key))
        views.set(fact.key, declared(fact, stated.get(fact.key) ?? null, matters.has(fact.key)));
    }
  }
  const others = [...stated].filter(([key]) => !views.has(key)).map(([key, fact]) => undeclared(key, fact));
  return [...views.values(), ...others];
}

function declared(fact: Fact, stated: CaseFact | null, stillMatters: boolean): FactView {
  const { key, name, wording, type, askedFor } = fact;
  return { key, name, wording, type, askedFor, needs: fact.needs.map(({ text }) => text), stated, stillMatters };
}

function undeclared(key: string, stated: CaseFact): FactView {
  return { key, name: stated.fact, wording: null, type: null, askedFor: null, needs: [], stated, stillMatters: false };
}
