import {
  type Calculation,
  closest,
  type Diagnostic,
  type Fact,
  type Guideline,
  type List,
  nameKey,
  type Span,
} from "../../../dsl/index.ts";
import type { Case, CaseEntry, CaseFact, CaseList, RequestedService, Statement } from "../case.ts";
import { listed, problem, replacement } from "../yaml/index.ts";
import { unreadable } from "./complaints.ts";
import { readStated } from "./reading.ts";

/** What the guidelines of a set declare together, looked up by key. */
export interface Declarations {
  readonly ofRecord: readonly Fact[];
  readonly askedFor: readonly Fact[];
  readonly lists: readonly List[];
  /** Numbers that other facts give. */
  readonly calculations: readonly Calculation[];
  /** Names as declared, by key. */
  readonly criteria: ReadonlyMap<string, string>;
  readonly services: ReadonlyMap<string, string>;
}

export function declarationsOf(guidelines: readonly Guideline[]): Declarations {
  const facts = guidelines.flatMap((guideline) => guideline.facts);
  const criteria = guidelines.flatMap((guideline) => [
    ...guideline.definitions,
    ...guideline.tables,
    ...guideline.facts,
  ]);
  const services = guidelines.flatMap((guideline) => guideline.services.flatMap((one) => [one, ...one.items]));
  return {
    ofRecord: facts.filter((fact) => fact.askedFor === null),
    askedFor: facts.filter((fact) => fact.askedFor !== null),
    lists: guidelines.flatMap((guideline) => guideline.lists),
    calculations: guidelines.flatMap((guideline) => guideline.calculations.filter((each) => each.declared)),
    criteria: new Map(criteria.map(({ key, name }) => [key, name])),
    services: new Map(services.map(({ key, name }) => [key, name])),
  };
}

/**
 * A case against every guideline of its set: facts that none declares, values that do not fit, services and criteria that
 * none knows. Nothing a case says is passed over in silence.
 */
export function checkCase(of: Case, declared: Declarations): readonly Diagnostic[] {
  const { ofRecord, askedFor } = declared;
  return [
    ...of.facts.flatMap((fact) => checkCalculated(of, fact, declared) ?? checkFact(of, fact, ofRecord, askedFor)),
    ...of.lists.flatMap((list) => checkList(of, list, declared)),
    ...of.requests.flatMap((request) => [
      ...request.askedFor.flatMap((fact) => checkFact(of, fact, askedFor, ofRecord)),
      ...checkService(of, request, declared),
      ...checkAnswers(of, request, declared),
    ]),
  ];
}

/** A number that the guideline calculates is not stated; `null` for any other fact. */
function checkCalculated(
  of: Case,
  { fact, place }: CaseFact,
  { ofRecord, calculations }: Declarations,
): readonly Diagnostic[] | null {
  const found = calculations.find(({ key }) => key === nameKey(fact));
  if (found === undefined || ofRecord.some(({ key }) => key === found.key)) return null;
  const message = `\`${found.name}\` is calculated, so a case does not state it.`;
  return [problem(of.id, "E0617", place ?? nowhere, message, { hint: `State what it comes from: ${found.text}.` })];
}

/** `declared`: the facts that may stand here; `elsewhere`: those that stand in the other place of a case. */
function checkFact(
  of: Case,
  stated: CaseFact,
  declared: readonly Fact[],
  elsewhere: readonly Fact[],
): readonly Diagnostic[] {
  const own = declared.filter((fact) => fact.key === nameKey(stated.fact));
  if (own.length === 0) return [unknownFact(of, stated.fact, stated.place, declared, elsewhere)];
  return distinct(own.flatMap((fact) => stated.statements.flatMap((statement) => checkStatement(of, statement, fact))));
}

/** A list that no guideline declares, one that is a single fact, and fields that its entries do not have. */
function checkList(of: Case, list: CaseList, { ofRecord, askedFor, lists }: Declarations): readonly Diagnostic[] {
  const key = nameKey(list.list);
  const declared = lists.filter((one) => one.key === key);
  if (declared.length > 0)
    return distinct(declared.flatMap((one) => list.entries.flatMap((entry) => checkEntry(of, entry, list, one))));
  const single = ofRecord.some((fact) => fact.key === key);
  if (!single) return [unknownFact(of, list.list, list.place, [...ofRecord, ...lists], askedFor)];
  return [
    problem(of.id, "E0618", list.place ?? nowhere, `\`${list.list}\` is not a list.`, {
      hint: "Give it as a value, or as several statements.",
    }),
  ];
}

function checkEntry(of: Case, entry: CaseEntry, list: CaseList, declared: List): readonly Diagnostic[] {
  return entry.fields.flatMap(({ field, value, place }) => {
    const own = declared.fields.find((each) => each.key === nameKey(field));
    if (own === undefined) return [unknownField(of, field, place ?? list.place, declared)];
    return checkStatement(of, { value, evidence: entry.evidence, ...(place === undefined ? {} : { place }) }, own);
  });
}

function unknownField(of: Case, field: string, place: Span | undefined, { name, fields }: List): Diagnostic {
  const near = closest(
    field,
    fields.map((each) => each.name),
  );
  return problem(of.id, "E0617", place ?? nowhere, `The entries of \`${name}\` have no field \`${field}\`.`, {
    hint: near === null ? `They have ${listed(fields.map((each) => each.name))}.` : `Did you mean \`${near}\`?`,
    fixes: near === null || place === undefined ? [] : [replacement(place, near, false)],
  });
}

function checkStatement(of: Case, statement: Statement, fact: Fact): readonly Diagnostic[] {
  const reading = readStated(statement, fact, of.dates);
  return "problem" in reading
    ? [unreadable(of.id, fact, { problem: reading.problem, place: statement.place ?? null })]
    : [];
}

/** Guidelines that declare one fact alike say the same of its value. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [`${one.code} ${one.span.start} ${one.message}`, one])).values()];
}

function unknownFact(
  of: Case,
  name: string,
  place: Span | undefined,
  declared: readonly { readonly name: string }[],
  elsewhere: readonly Fact[],
): Diagnostic {
  const misplaced = elsewhere.find((fact) => fact.key === nameKey(name));
  const near = closest(
    name,
    declared.map((fact) => fact.name),
  );
  return problem(of.id, "E0617", place ?? nowhere, `No guideline of this set declares the fact \`${name}\`.`, {
    hint: misplaced === undefined ? adviceFor(near) : otherPlace(misplaced),
    fixes: near === null || place === undefined || misplaced !== undefined ? [] : [replacement(place, near, false)],
  });
}

const nowhere: Span = { start: 0, end: 0 };

function adviceFor(near: string | null): string {
  return near === null
    ? "Declare it in a guideline with a `fact` line, or remove it here."
    : `Did you mean \`${near}\`?`;
}

function otherPlace(fact: Fact): string {
  if (fact.askedFor === null) return "It is a fact of the record: it belongs under `facts`.";
  return `The service \`${fact.askedFor}\` is asked for with it: it belongs under \`asked for\` of the request.`;
}

/** A service that no guideline addresses may be asked for; one that is only misspelt is worth a warning. */
function checkService(of: Case, request: RequestedService, { services }: Declarations): readonly Diagnostic[] {
  if (services.has(nameKey(request.service))) return [];
  const near = closest(request.service, services.values());
  if (near === null) return [];
  const place = request.place ?? nowhere;
  const said = problem(of.id, "E0619", place, `No guideline of this set addresses \`${request.service}\`.`, {
    hint: `Did you mean \`${near}\`?`,
    fixes: request.place === undefined ? [] : [replacement(place, near, false)],
  });
  return [{ ...said, severity: "warning" }];
}

function checkAnswers(of: Case, { expect }: RequestedService, { criteria }: Declarations): readonly Diagnostic[] {
  if (expect === null) return [];
  const unknown = Object.keys({ ...expect.answers, ...expect.values }).filter((name) => !criteria.has(nameKey(name)));
  return unknown.map((name) => {
    const near = closest(name, criteria.values());
    const message = `An answer is expected of \`${name}\`, which no guideline of this set declares.`;
    return problem(of.id, "E0620", expect.place ?? nowhere, message, {
      hint: near === null ? whatIsDeclared([...criteria.values()]) : `Did you mean \`${near}\`?`,
    });
  });
}

/** A few names to go by; a set may declare hundreds. */
function whatIsDeclared(names: readonly string[]): string {
  const shown = 8;
  if (names.length <= shown) return `What is declared: ${listed(names)}.`;
  const others = `${names.length - shown} others`;
  return `Write the name of a fact or a definition, such as ${listed(names.slice(0, shown))}; there are ${others}.`;
}
