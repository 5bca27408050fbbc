import { closest, type List, nameKey, type Span } from "../../../dsl/index.ts";
import type { Case, CaseFact, CaseList } from "../case.ts";
import type { Declarations } from "./checkCase.ts";

/** What a case states and no guideline of a set takes from a case. */
export interface Undeclared {
  /** The fact or list as the case writes it; of a field `LIST: FIELD`. */
  readonly name: string;
  /** What the set declares that the case may have meant, spelt alike; `null`: nothing is like it. */
  readonly near: string | null;
  readonly place?: Span | undefined;
}

interface Named {
  readonly name: string;
}

/** Each name once, in the order of the case: facts, lists with their fields, what is asked for. */
export function undeclaredIn({ facts, lists, requests }: Case, declared: Declarations): readonly Undeclared[] {
  const found = [
    ...facts.flatMap((fact) => undeclaredFact(fact, declared.ofRecord, elsewhereOf(declared))),
    ...lists.flatMap((list) => [...undeclaredList(list, declared), ...undeclaredFields(list, declared)]),
    ...requests.flatMap(({ askedFor }) =>
      askedFor.flatMap((fact) => undeclaredFact(fact, declared.askedFor, declared.ofRecord)),
    ),
  ];
  return [...new Map(found.map((one) => [nameKey(one.name), one])).values()];
}

/** The case without what no guideline declares of these names; `leftOut`: those of its names that were. */
export function leavingOut(
  of: Case,
  names: readonly string[],
  declared: Declarations,
): { readonly case: Case; readonly leftOut: readonly string[] } {
  const wanted = new Set(names.map(nameKey));
  const leftOut = undeclaredIn(of, declared).flatMap(({ name }) => (wanted.has(nameKey(name)) ? [name] : []));
  if (leftOut.length === 0) return { case: of, leftOut };
  const gone = new Set(leftOut.map(nameKey));
  const stays = ({ fact }: CaseFact, among: readonly Named[]) => isAmong(fact, among) || !gone.has(nameKey(fact));
  const facts = of.facts.filter((fact) => stays(fact, declared.ofRecord));
  const lists = of.lists.filter(({ list }) => isAmong(list, listNames(declared)) || !gone.has(nameKey(list)));
  const requests = of.requests.map((request) => ({
    ...request,
    askedFor: request.askedFor.filter((fact) => stays(fact, declared.askedFor)),
  }));
  return { case: { ...of, facts, lists: lists.map((list) => withoutFields(list, gone)), requests }, leftOut };
}

const isAmong = (name: string, among: readonly Named[]): boolean =>
  among.some((one) => nameKey(one.name) === nameKey(name));

const elsewhereOf = ({ askedFor, calculations, lists }: Declarations): readonly Named[] => [
  ...askedFor,
  ...calculations,
  ...lists,
];

/** A list that is declared as a single fact is not unknown: it is stated otherwise than the set asks. */
const listNames = ({ lists, ofRecord }: Declarations): readonly Named[] => [...lists, ...ofRecord];

/** One that stands where it does not belong is meant by its own name. */
function undeclaredFact(
  { fact, place }: CaseFact,
  declared: readonly Named[],
  elsewhere: readonly Named[],
): readonly Undeclared[] {
  if (isAmong(fact, declared)) return [];
  const here = declared.map(({ name }) => name);
  return [{ name: fact, near: sameName(fact, elsewhere) ?? closest(fact, here), place }];
}

function undeclaredList({ list, place }: CaseList, declared: Declarations): readonly Undeclared[] {
  const names = listNames(declared);
  if (isAmong(list, names)) return [];
  const near =
    sameName(list, declared.askedFor) ??
    closest(
      list,
      names.map(({ name }) => name),
    );
  return [{ name: list, near, place }];
}

/** Where several guidelines declare the list, a field that one of them lacks is refused by it. */
function undeclaredFields({ list, entries }: CaseList, { lists }: Declarations): readonly Undeclared[] {
  const declared = lists.filter(({ key }) => key === nameKey(list));
  const fields = new Map(entries.flatMap((entry) => entry.fields.map((one) => [nameKey(one.field), one] as const)));
  return [...fields.values()].flatMap(({ field, place }) => {
    if (declared.every((one) => isAmong(field, one.fields))) return [];
    const near = nearField(field, declared);
    return [{ name: fieldName(list, field), near: near === null ? null : fieldName(list, near), place }];
  });
}

function nearField(field: string, declared: readonly List[]): string | null {
  const names = declared.flatMap(({ fields }) => fields);
  return (
    sameName(field, names) ??
    closest(
      field,
      names.map(({ name }) => name),
    )
  );
}

/** A colon ends no name. */
export const fieldName = (list: string, field: string): string => `${list}: ${field}`;

const sameName = (name: string, among: readonly Named[]): string | null =>
  among.find((one) => nameKey(one.name) === nameKey(name))?.name ?? null;

function withoutFields(list: CaseList, gone: ReadonlySet<string>): CaseList {
  const stays = ({ field }: { readonly field: string }) => !gone.has(nameKey(fieldName(list.list, field)));
  return { ...list, entries: list.entries.map((entry) => ({ ...entry, fields: entry.fields.filter(stays) })) };
}
