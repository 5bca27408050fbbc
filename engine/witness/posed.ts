import type { Fact, List } from "../../dsl/index.ts";
import type { GuidelineProgram, ListReduction, Quantity } from "../ir/index.ts";
import { isSubset, type ValueSet } from "../values/index.ts";
import { groundsOf } from "./grounds.ts";
import type { WitnessPart } from "./wanted.ts";

/** What is wanted of one quantity. */
export interface Ask {
  readonly part: number;
  readonly quantity: Quantity;
  /** `null`: it is to be left undocumented. */
  readonly values: ValueSet | null;
  /** The keys of the facts, and of the list, that it rests on. */
  readonly rests: readonly string[];
}

/** What a case states in one place: a fact, as each guideline declares it. */
export interface Subject {
  readonly key: string;
  readonly declared: readonly { readonly part: number; readonly fact: Fact }[];
  /** Of the fact itself. */
  readonly asks: readonly Ask[];
}

/** A list, with what is wanted of all that is reduced from it. */
export interface ListSubject {
  readonly key: string;
  readonly declared: readonly { readonly part: number; readonly list: List }[];
  readonly asks: readonly ListAsk[];
}

export interface ListAsk extends Ask {
  readonly reduction: ListReduction;
}

/** What is wanted of one case, by what the case states. */
export interface Posed {
  readonly parts: readonly WitnessPart[];
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly lists: ReadonlyMap<string, ListSubject>;
  /** Of the dates that every case has. */
  readonly dates: readonly Ask[];
  /** Of facts held against each other, and of numbers calculated from facts. */
  readonly joint: readonly Ask[];
}

/** `renamed`: from keys of the second part to keys of the first. */
export function pose(parts: readonly WitnessPart[], renamed: ReadonlyMap<string, string>): Posed {
  const shared = (part: number, key: string): string => (part === 0 ? key : (renamed.get(key) ?? key));
  const sorted = parts.flatMap((part, at) => asksOf(part, at, shared));
  const of = (kind: Sorted["kind"]): readonly Sorted[] => sorted.filter((one) => one.kind === kind);
  const lists = of("list").flatMap(({ ask, reduction }) => (reduction ? [{ ...ask, reduction }] : []));
  const stated = of("fact").map(({ ask }) => ask);
  const joint = of("joint").map(({ ask }) => ask);
  const listKeys = new Set(lists.flatMap(({ rests }) => rests.slice(0, 1)));
  const keys = new Set([...stated, ...joint, ...lists].flatMap(({ rests }) => rests));
  const subjects = [...keys].filter((key) => !listKeys.has(key)).map((key) => subject(key, stated, parts, shared));
  return {
    parts,
    subjects: new Map(subjects.map((one) => [one.key, one])),
    lists: new Map([...listKeys].map((key) => [key, listSubject(key, lists, parts, shared)])),
    dates: of("date").map(({ ask }) => ask),
    joint,
  };
}

type Shared = (part: number, key: string) => string;

interface Sorted {
  readonly kind: "fact" | "list" | "date" | "joint";
  readonly ask: Ask;
  readonly reduction?: ListReduction;
}

function asksOf({ program, wanted, open = new Set() }: WitnessPart, part: number, shared: Shared): readonly Sorted[] {
  const byId = new Map(program.quantities.map((quantity) => [quantity.id, quantity]));
  const asked: readonly (readonly [string, ValueSet | null])[] = [
    ...[...wanted].filter(([id, values]) => !open.has(id) && !isSubset(byId.get(id)?.domain ?? [], values)),
    ...[...open].map((id) => [id, null] as const),
  ];
  return asked.map(([id, values]) => {
    const quantity = byId.get(id);
    if (quantity === undefined) throw new Error(`The program has no quantity ${id}`);
    return sortedBy(program, { part, quantity, values, rests: [] }, shared);
  });
}

function sortedBy(program: GuidelineProgram, ask: Ask, shared: Shared): Sorted {
  const grounds = groundsOf(program, ask.quantity);
  const rests = [...new Set(grounds.keys.map((key) => shared(ask.part, key)))];
  const resting = { ...ask, rests };
  return grounds.kind === "list"
    ? { kind: "list", ask: resting, reduction: grounds.reduction }
    : { kind: grounds.kind, ask: resting };
}

function subject(key: string, asks: readonly Ask[], parts: readonly WitnessPart[], shared: Shared): Subject {
  const declared = parts.flatMap(({ guideline }, part) =>
    guideline.facts.filter((fact) => shared(part, fact.key) === key).map((fact) => ({ part, fact })),
  );
  return { key, declared, asks: asks.filter(({ rests }) => rests[0] === key) };
}

function listSubject(
  key: string,
  asks: readonly ListAsk[],
  parts: readonly WitnessPart[],
  shared: Shared,
): ListSubject {
  const declared = parts.flatMap(({ guideline }, part) =>
    guideline.lists.filter((list) => shared(part, list.key) === key).map((list) => ({ part, list })),
  );
  return { key, declared, asks: asks.filter(({ rests }) => rests[0] === key) };
}
