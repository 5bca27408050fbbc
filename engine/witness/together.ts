import { type Case, intersects, type Statement } from "../values/index.ts";
import { type Candidates, candidatesFor, relaxed } from "./candidates.ts";
import { contradictsItself } from "./courses.ts";
import { isDated } from "./dated.ts";
import { type Draft, emptyDraft, type Reducer, stating } from "./draft.ts";
import type { Ask, Posed, Subject } from "./posed.ts";
import { isNumeric, solvingFor } from "./solving.ts";

/** Facts that hang together, by what is wanted of several of them at once. */
export interface Component {
  readonly subjects: readonly Subject[];
  /** All that is wanted of them. */
  readonly asks: readonly Ask[];
}

export type Solved = { readonly said: ReadonlyMap<string, readonly Statement[]> } | Unsolved;

/** `always`: proved, and on any dates; `dated`: it may be otherwise on other dates. */
export interface Unsolved {
  readonly failed: readonly Ask[];
  readonly always: boolean;
  readonly dated: boolean;
}

/** The subjects by the joint asks that connect them. */
export function componentsOf({ subjects, joint, lists }: Posed): readonly Component[] {
  const links = [...joint, ...[...lists.values()].flatMap(({ asks }) => asks)].map(({ rests }) =>
    rests.filter((key) => subjects.has(key)),
  );
  const groups: Set<string>[] = [];
  for (const keys of [...[...subjects.keys()].map((key) => [key]), ...links]) {
    const touched = groups.filter((group) => keys.some((key) => group.has(key)));
    const merged = new Set([...keys, ...touched.flatMap((group) => [...group])]);
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    if (merged.size > 0) groups.push(merged);
  }
  return groups.map((group) => {
    const own = [...group].flatMap((key) => subjects.get(key) ?? []);
    return {
      subjects: own,
      asks: [...own.flatMap(({ asks }) => asks), ...joint.filter(({ rests }) => rests.some((key) => group.has(key)))],
    };
  });
}

/** What to say of each of the facts so that all that is wanted of them holds. */
export function solve(reducer: Reducer, { subjects, asks }: Component, dates: Case["dates"]): Solved {
  const joint = reducer.posed.joint;
  const listed = [...reducer.posed.lists.values()].flatMap((list) => list.asks);
  const candidates = subjects.map((subject) =>
    candidatesFor(
      subject,
      [...joint, ...listed].filter(({ rests }) => rests.includes(subject.key)),
      dates,
    ),
  );
  const always = candidates.some(({ never }) => never) || subjects.some((subject) => contradictsItself(subject.asks));
  const ruledOut = always || isRuledOut(reducer, candidates, asks, dates);
  const search = ruledOut ? null : new Search(reducer, candidates, asks);
  const found = search?.from(emptyDraft(dates), 0) ?? null;
  if (found !== null) return { said: found.said };
  const allTried = search?.isComplete === true && asks.every(({ values }) => values !== null);
  const proved = ruledOut || allTried;
  const isUnevidenced = candidates.some(
    ({ statements, evidence, never }) => statements.length === 0 && evidence === null && !never,
  );
  const dated = !always && (isUnevidenced || asks.some((ask) => isDated(reducer.posed, ask)));
  return { failed: asks, always: proved && !dated, dated };
}

/** Backtracking over what may be said of one fact after the other. */
class Search {
  /** Whether everything that could be said was tried. */
  isComplete: boolean;
  readonly #reducer: Reducer;
  readonly #candidates: readonly Candidates[];
  readonly #asks: readonly Ask[];

  constructor(reducer: Reducer, candidates: readonly Candidates[], asks: readonly Ask[]) {
    this.#reducer = reducer;
    this.#candidates = candidates.toSorted((a, b) => a.statements.length - b.statements.length);
    this.#asks = asks;
    this.isComplete = candidates.every(({ exhaustive }) => exhaustive);
  }

  from(draft: Draft, at: number): Draft | null {
    const next = this.#candidates[at];
    if (next === undefined) return draft;
    const told = new Set([...draft.said.keys(), next.subject.key]);
    const due = this.#asks.filter(
      ({ rests }) => rests.includes(next.subject.key) && rests.every((key) => told.has(key)),
    );
    for (const statements of this.#ways(draft, next, due)) {
      const longer = stating(draft, next.subject.key, statements);
      const found = this.#reducer.unsatisfied(longer, due) === null ? this.from(longer, at + 1) : null;
      if (found !== null) return found;
    }
    this.isComplete &&= !this.#reducer.isSpent;
    return null;
  }

  /** What a calculation asks for, then the candidates, then what other facts say. */
  *#ways(draft: Draft, next: Candidates, due: readonly Ask[]): Generator<readonly Statement[]> {
    const calculated = due.filter(({ quantity }) => this.#reducer.isCalculated(quantity));
    for (const ask of calculated) yield* solvingFor(this.#reducer, draft, next, ask);
    const isSolved = calculated.length > 0 && isNumeric(next.allowed.fact.type.kind) && next.evidence !== null;
    if (!isSolved || next.exhaustive) yield* next.statements;
    const { evidence } = next;
    if (evidence === null) return;
    const others = due.flatMap(({ rests }) => rests.flatMap((key) => draft.said.get(key) ?? []));
    for (const { value } of others) yield evidence.map((each) => ({ value, evidence: each }));
  }
}

/** Whether even what must hold of each fact contradicts what is wanted. */
function isRuledOut(
  reducer: Reducer,
  candidates: readonly Candidates[],
  asks: readonly Ask[],
  dates: Case["dates"],
): boolean {
  if (candidates.some(isWithoutCandidates)) return true;
  const loose = candidates.map((one) => ({ key: one.subject.key, statements: relaxed(one) }));
  const draft = loose.reduce((sum, { key, statements }) => stating(sum, key, statements ?? []), emptyDraft(dates));
  const told = new Set(
    loose.flatMap(({ key, statements }) => (statements !== null && statements.length > 0 ? [key] : [])),
  );
  const known = reducer.information(draft);
  if (known === null) return false;
  return asks.some((ask) => {
    if (ask.values === null || !ask.rests.every((key) => told.has(key))) return false;
    const { values, reason } = known(ask);
    return reason === "conflicting" || !intersects(values, ask.values);
  });
}

/** Nothing can be enough evidence, or no value is left. */
function isWithoutCandidates({ statements, allowed, evidence, exhaustive }: Candidates): boolean {
  if (statements.length > 0) return false;
  return evidence === null || exhaustive || (allowed.exact && allowed.values.length === 0);
}
