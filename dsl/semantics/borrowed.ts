import type { BorrowedNames, Origin } from "./borrowedNames.ts";
import type { Meaning, Resolved } from "./resolve.ts";

/** What a guideline takes from others of its set: names, and what they mean. */
export interface Borrowed extends BorrowedNames {
  /** Everything that a name taken may rest on, spans with their files. */
  readonly available: readonly Available[];
}

export interface Available extends Origin {
  readonly resolved: Resolved;
}

export const nothingBorrowed: Borrowed = {
  names: new Map(),
  scales: new Map(),
  codeLists: new Map(),
  origins: new Map(),
  available: [],
  incomplete: false,
  beyond: new Map(),
  signature: "",
};

/** The declarations among `available` that `own` names, and those that these name, each once, in their order. */
export function needed(own: readonly Resolved[], available: readonly Available[]): readonly Available[] {
  if (available.length === 0) return [];
  const declaring = new Map(available.flatMap((one) => keysDeclared(one.resolved).map((key) => [key, one] as const)));
  const reached = new Set<Available>();
  const open: Resolved[] = [...own];
  for (let next = open.pop(); next; next = open.pop())
    for (const key of wordsIn(next)) {
      const one = declaring.get(key);
      if (!one || reached.has(one)) continue;
      reached.add(one);
      open.push(one.resolved);
    }
  return available.filter((one) => reached.has(one));
}

/** The names that a declaration gives. */
export function keysDeclared(resolved: Resolved): readonly string[] {
  return Object.entries(resolved).flatMap(([room, declared]) =>
    room === "uses" || !Array.isArray(declared)
      ? []
      : declared.flatMap((one: unknown) => (hasKey(one) ? [one.key] : [])),
  );
}

const hasKey = (one: unknown): one is { readonly key: string } =>
  typeof one === "object" && one !== null && "key" in one && typeof one.key === "string";

const known = new WeakMap<object, ReadonlySet<string>>();

/** Every text in what a declaration means: each key it may rest on, in whatever form of criterion, is one of them. */
function wordsIn(resolved: Resolved): ReadonlySet<string> {
  const before = known.get(resolved);
  if (before) return before;
  const found = new Set<string>();
  collect({ ...resolved, uses: [], problems: [], header: null }, found);
  known.set(resolved, found);
  return found;
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value === "string") found.add(value);
  if (value === null || typeof value !== "object") return;
  for (const inner of Object.values(value)) collect(inner, found);
}

/** What stands for itself in another file: no recommendation, service or example of its own goes along. */
export function withoutPurpose(resolved: Meaning): Resolved {
  return {
    ...resolved,
    header: null,
    authorities: [],
    scope: null,
    facts: resolved.facts.filter(({ askedFor }) => askedFor === null),
    services: [],
    recommendations: [],
    examples: [],
    uses: [],
    problems: [],
  };
}
