import { type Fact, type List, nameKey } from "../../dsl/index.ts";
import { type CaseDeterminations, requestedService } from "../../engine/determine/index.ts";
import { letterOf } from "../../engine/letter/index.ts";
import { caseDigest } from "../../engine/record/index.ts";
import type { Case, CaseFact, CaseList } from "../../engine/values/index.ts";
import type { InForce } from "./inForce.ts";
import type { CaseView, FactView, ListView } from "./protocol.ts";

/** The open case as the right-hand pane shows it. */
export function caseView(path: string, of: Case, determined: CaseDeterminations, guidelines: InForce): CaseView {
  const matters = new Set(determined.determinations.flatMap(({ stillMatters }) => stillMatters.map(nameKey)));
  return {
    path,
    case: of,
    digest: caseDigest(of),
    determinations: determined.determinations,
    facts: factViews(of, guidelines, matters),
    lists: listViews(of, guidelines, matters),
    letter: letterOf(of, determined),
    outdated: guidelines.outdated,
  };
}

/** The facts of the record, then for each request what its service is asked for with. */
function factViews(of: Case, { guidelines }: InForce, matters: ReadonlySet<string>): readonly FactView[] {
  const declared = guidelines.flatMap(({ guideline }) => guideline.facts.filter(({ askedFor }) => askedFor === null));
  const ofRequests = of.requests.flatMap((request, index) => {
    const asked = guidelines.flatMap(({ guideline }) => {
      const service = requestedService(guideline, request);
      return guideline.facts.filter(({ askedFor }) => service !== null && askedFor === service.key);
    });
    return views(asked, request.askedFor, { index, service: request.service }, matters);
  });
  return [...views(declared, of.facts, null, matters), ...ofRequests];
}

/** One entry a declared fact, in the order of the guidelines; then what the case states beyond them. */
function views(
  declared: readonly Fact[],
  facts: readonly CaseFact[],
  request: FactView["request"],
  matters: ReadonlySet<string>,
): readonly FactView[] {
  const stated = new Map(facts.map((fact) => [nameKey(fact.fact), fact]));
  const first = new Map(declared.toReversed().map((fact) => [fact.key, fact]));
  const questions = declared.filter((fact) => first.get(fact.key) === fact);
  return [
    ...questions.map((fact) => question(fact, request, stated.get(fact.key) ?? null, matters.has(fact.key))),
    ...[...stated].flatMap(([key, fact]) => (first.has(key) ? [] : [undeclared(key, request, fact)])),
  ];
}

function question(
  { key, name, wording, type, orNone, needs }: Fact,
  request: FactView["request"],
  stated: CaseFact | null,
  stillMatters: boolean,
): FactView {
  const attested = needs.find((need) => need.kind === "attestation")?.statement ?? null;
  const others = needs.filter((need) => need.kind !== "attestation").map(({ text }) => text);
  return { key, name, wording, type, orNone, attested, request, needs: others, stated, stillMatters };
}

function undeclared(key: string, request: FactView["request"], stated: CaseFact): FactView {
  const unknown = { wording: null, type: null, orNone: false, attested: null, needs: [], stillMatters: false };
  return { key, name: stated.fact, request, stated, ...unknown };
}

/** The lists that the guidelines declare, then what the case lists beyond them. */
function listViews(of: Case, { guidelines }: InForce, matters: ReadonlySet<string>): readonly ListView[] {
  const stated = new Map(of.lists.map((list) => [nameKey(list.list), list]));
  const declared = guidelines.flatMap(({ guideline, compiled }) =>
    guideline.lists.map((list) => {
      const reducedTo = compiled.program.reductions.flatMap((each) =>
        each.list.key === list.key ? [each.fact.name] : [],
      );
      return listView(list, reducedTo, stated.get(list.key) ?? null, matters);
    }),
  );
  const first = new Map(declared.toReversed().map((view) => [view.key, view]));
  return [
    ...declared.filter((view) => first.get(view.key) === view),
    ...[...stated].flatMap(([key, list]) => (first.has(key) ? [] : [undeclaredList(key, list)])),
  ];
}

function listView(
  { key, name, wording, needs, fields }: List,
  reducedTo: readonly string[],
  stated: CaseList | null,
  matters: ReadonlySet<string>,
): ListView {
  return {
    key,
    name,
    wording,
    needs: needs.map(({ text }) => text),
    fields: fields.map(({ name, type, orNone }) => ({ name, type, orNone })),
    reducedTo,
    stated,
    stillMatters: reducedTo.some((reduced) => matters.has(nameKey(reduced))),
  };
}

function undeclaredList(key: string, stated: CaseList): ListView {
  const names = new Set(stated.entries.flatMap(({ fields }) => fields.map(({ field }) => field)));
  const fields = [...names].map((name) => ({ name, type: null, orNone: false }));
  return { key, name: stated.list, wording: null, needs: [], fields, reducedTo: [], stated, stillMatters: false };
}
