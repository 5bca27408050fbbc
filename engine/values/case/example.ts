import {
  type EvidenceKind,
  type Example,
  type ExampleEntry,
  type ExampleList,
  type Fact,
  type Guideline,
  type Need,
  rolesIn,
} from "../../../dsl/index.ts";
import type { Answer, Case, CaseFact, CaseList, Evidence, Expectation, Outcome, RequestedService } from "../case.ts";

/** The day examples are set on when their guideline does not say since when it holds. */
const someDay = "2020-01-01";

/**
 * An `example` block of a guideline as a case: its entries with the evidence they name, else with the evidence their fact
 * needs; one request for each service it expects an outcome of, on the dates it states, else on the first day the
 * guideline is in force.
 */
export function exampleAsCase(guideline: Guideline, example: Example): Case {
  const first = guideline.effective.from ?? guideline.effective.to ?? someDay;
  const day = example.dates["request date"] ?? example.dates["service date"] ?? first;
  const stated = factsStated(guideline, example);
  return {
    id: `${guideline.file}: ${example.title}`,
    title: example.title,
    summary: [],
    review: { reviewer: null, statement: [] },
    dates: { "request date": day, "service date": example.dates["service date"] ?? day },
    documents: [],
    facts: stated.filter(({ askedFor }) => askedFor === null).map((fact) => statedOf(fact, example.entries, day)),
    lists: example.lists.map((list) => listOf(guideline, list, day)),
    requests: requestsOf(guideline, example, stated, day),
  };
}

/** The declared facts that an example speaks of, in the order of their declaration. */
function factsStated({ facts }: Guideline, { entries }: Example): readonly Fact[] {
  const named = new Set(entries.map(({ fact }) => fact));
  return named.size === 0 ? [] : facts.filter(({ key }) => named.has(key));
}

function statedOf(fact: Fact, entries: readonly ExampleEntry[], day: string): CaseFact {
  const own = entries.filter((entry) => entry.fact === fact.key);
  const said = own.filter((entry) => entry.parts.length > 0);
  return {
    fact: fact.name,
    statements: said.map((entry) => ({
      value: { kind: "text", text: entry.value },
      evidence: evidenceFor(fact, entry, day),
      place: entry.span,
    })),
    asked: said.length < own.length,
    remark: null,
  };
}

function listOf({ lists }: Guideline, stated: ExampleList, day: string): CaseList {
  const declared = lists.find(({ key }) => key === stated.list);
  const evidence = declared === undefined ? null : evidenceFor(declared, { by: null }, day);
  return {
    list: declared?.name ?? stated.list,
    complete: stated.complete,
    entries: stated.entries.map((entry) => ({
      fields: entry.map(({ field, value, span }) => ({ field, value: { kind: "text", text: value }, place: span })),
      evidence,
    })),
  };
}

/** Evidence that satisfies every need, but of the kind the author names when one is named. */
function evidenceFor(fact: Pick<Fact, "needs">, entry: Pick<ExampleEntry, "by">, day: string): Evidence | null {
  if (fact.needs.length === 0 && entry.by === null) return null;
  const kinds = fact.needs.flatMap(kindsFor);
  const author = fact.needs.find((need) => need.kind === "author");
  const kind = entry.by === null ? (kinds[0] ?? null) : kindNamed(entry.by);
  return {
    kind,
    document: null,
    date: day,
    author: author === undefined ? null : (rolesIn(author.role)[0] ?? null),
    page: null,
    quote: null,
  };
}

/** The kinds of evidence that satisfy a need. */
function kindsFor(need: Need): readonly EvidenceKind[] {
  if (need.kind === "attestation") return ["attestation"];
  return need.kind === "evidence kind" ? need.admits : [];
}

const kindsByName: Readonly<Record<string, Evidence["kind"]>> = {
  "test result": "test result",
  "objective finding": "objective finding",
  "patient report": "patient report",
  opinion: "opinion",
  attestation: "attestation",
};

function kindNamed(name: string): Evidence["kind"] {
  return kindsByName[name] ?? null;
}

function requestsOf(
  guideline: Guideline,
  example: Example,
  stated: readonly Fact[],
  day: string,
): readonly RequestedService[] {
  const expected = example.expectations.filter((one) => one.kind === "service");
  const first = guideline.services[0]?.key;
  const services = expected.length > 0 ? expected.map((one) => one.subject) : first === undefined ? [] : [first];
  return [...new Set(services)].map((service) => requestFor(guideline, example, { service, stated, day }));
}

interface Asked {
  readonly service: string;
  readonly stated: readonly Fact[];
  readonly day: string;
}

function requestFor(guideline: Guideline, example: Example, { service, stated, day }: Asked): RequestedService {
  const declared = guideline.services.find((one) => one.key === service);
  const asked = stated.filter((fact) => fact.askedFor === service);
  return {
    service: declared?.items[0]?.name ?? declared?.name ?? service,
    code: null,
    askedFor: asked.map((fact) => statedOf(fact, example.entries, day)),
    administrator: null,
    decision: null,
    expect: expectationFor(guideline, example, service),
    place: example.span,
  };
}

function expectationFor(guideline: Guideline, { expectations, text, filledIn }: Example, service: string): Expectation {
  const outcome = expectations.find((one) => one.kind === "service" && one.subject === service);
  const answers = expectations.flatMap((one) => {
    const answer = one.kind === "criterion" ? answersByName[one.answer] : undefined;
    return answer === undefined ? [] : [[nameOf(guideline, one.subject), answer] as const];
  });
  const values = expectations.flatMap((one) =>
    one.kind === "value" ? [[nameOf(guideline, one.subject), one.answer] as const] : [],
  );
  return {
    outcome: outcome === undefined ? null : (outcomesByName[outcome.answer] ?? null),
    review: null,
    answers: Object.fromEntries(answers),
    values: Object.fromEntries(values),
    source: filledIn ?? text.citation ?? `An example of the guideline \`${guideline.title}\``,
    ...(filledIn === null ? {} : { filledInBy: "engine" as const }),
    ...(outcome === undefined ? {} : { place: outcome.span }),
  };
}

function nameOf({ definitions, facts, tables, calculations }: Guideline, key: string): string {
  return [...definitions, ...facts, ...tables, ...calculations].find((one) => one.key === key)?.name ?? key;
}

const answersByName: Readonly<Record<string, Answer>> = {
  met: "met",
  "not met": "not met",
  "not documented": "not documented",
};

const outcomesByName: Readonly<Record<string, Outcome>> = {
  "criteria met": "criteria met",
  "criteria not met": "criteria not met",
  "information needed": "information needed",
  modified: "modified",
  excluded: "excluded",
  "not addressed": "not addressed",
};
