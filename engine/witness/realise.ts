import { type Case, isEmpty, type Statement } from "../values/index.ts";
import { caseDates, datedAsks } from "./caseDates.ts";
import { candidatesFor } from "./candidates.ts";
import { type Draft, Reducer, stating } from "./draft.ts";
import { entriesFor, solveList, type StatedList } from "./lists/index.ts";
import { type Ask, type ListSubject, pose, type Posed } from "./posed.ts";
import { componentsOf, solve, type Unsolved } from "./together.ts";
import {
  type Realised,
  type RealiseOptions,
  type WantedQuantity,
  type WitnessPart,
  type WitnessRequest,
  Work,
} from "./wanted.ts";

const usually: RealiseOptions = { renamed: new Map(), steps: 2_000, shouldStop: () => false };

/**
 * A plausible case that gives each of the guidelines the information sets wanted of it: with few statements, values near what
 * is asked for but not at its edge, on a day when the guidelines are in force. Facts of one key are one statement.
 */
export function realise(
  parts: readonly WitnessPart[],
  request: WitnessRequest,
  options: Partial<RealiseOptions> = {},
): Realised {
  const { renamed, steps, shouldStop } = { ...usually, ...options };
  const found = attempt(parts, request, { renamed, steps, shouldStop });
  if ("case" in found) return { kind: "case", case: found.case };
  const few = fewest(parts, found, (fewer) =>
    attempt(fewer, request, { renamed, steps: Math.ceil(steps / 8), shouldStop }),
  );
  return { kind: "impossible", ...few };
}

interface Failure {
  readonly quantities: readonly WantedQuantity[];
  readonly proved: boolean;
}

type Attempt = { readonly case: Case } | Failure;

function attempt(parts: readonly WitnessPart[], request: WitnessRequest, options: RealiseOptions): Attempt {
  const posed = pose(parts, options.renamed);
  const reducer = new Reducer(posed, request, new Work(options.steps, options.shouldStop));
  const empty = allAsks(posed).filter(({ values }) => values !== null && isEmpty(values));
  if (empty.length > 0) return failure(empty.slice(0, 1), true);
  const dates = caseDates(posed);
  if (dates === null) return failure(askedOfDates(posed), true);
  let first: Failure | null = null;
  for (const each of dates) {
    const solved = onDates(reducer, each);
    if ("draft" in solved) return { case: reducer.caseOf(solved.draft) };
    first ??= failure(solved.failed, solved.always);
    if (!solved.dated || reducer.isSpent) break;
  }
  return first ?? failure(askedOfDates(posed), false);
}

function failure(asks: readonly Ask[], proved: boolean): Failure {
  return {
    quantities: asks.map(({ part, quantity, values }) => ({ part, quantity: quantity.id, open: values === null })),
    proved,
  };
}

const allAsks = ({ subjects, lists, dates, joint }: Posed): readonly Ask[] => [
  ...dates,
  ...[...subjects.values()].flatMap(({ asks }) => asks),
  ...joint,
  ...[...lists.values()].flatMap(({ asks }) => asks),
];

const askedOfDates = (posed: Posed): readonly Ask[] => datedAsks(posed).map(({ ask }) => ask);

type OnDates = { readonly draft: Draft } | Unsolved;

/** Facts first, since entries of lists may be held against them; then each list; then the whole is checked once more. */
function onDates(reducer: Reducer, dates: Case["dates"]): OnDates {
  const said = new Map<string, readonly Statement[]>();
  for (const component of componentsOf(reducer.posed)) {
    const solved = solve(reducer, component, dates);
    if ("failed" in solved) return solved;
    for (const [key, statements] of solved.said) if (statements.length > 0) said.set(key, statements);
  }
  const lists = new Map<string, StatedList>();
  for (const list of reducer.posed.lists.values()) {
    const solved = solveList(reducer, list, { dates, said, lists });
    const other = "failed" in solved && !solved.always ? otherwise(reducer, list, { dates, said, lists }) : null;
    if ("failed" in solved && other === null) return solved;
    for (const [key, statements] of other?.said ?? []) said.set(key, statements);
    const entries = other?.list ?? ("list" in solved ? solved.list : null);
    if (entries !== null) lists.set(list.key, entries);
  }
  const draft: Draft = { dates, said, lists };
  const wrong = reducer.unsatisfied(draft, allAsks(reducer.posed));
  return wrong === null ? { draft } : { failed: [wrong], always: false, dated: true };
}

/** What else may be said of the facts that entries are held against, where what was said first allows no entries. */
function otherwise(
  reducer: Reducer,
  list: ListSubject,
  draft: Draft,
): (Pick<Draft, "said"> & { readonly list: StatedList }) | null {
  const { subjects } = reducer.posed;
  const compared = [...new Set(list.asks.flatMap(({ rests }) => rests))].flatMap((key) => subjects.get(key) ?? []);
  for (const subject of compared) {
    const own = allAsks(reducer.posed).filter(({ rests }) => rests.includes(subject.key) && !rests.includes(list.key));
    for (const statements of candidatesFor(subject, list.asks, draft.dates).statements.slice(1, mostOthers)) {
      const changed = stating(draft, subject.key, statements);
      const entries = reducer.unsatisfied(changed, own) === null ? entriesFor(reducer, list, changed) : null;
      if (entries !== null) return { said: changed.said, list: entries };
      if (reducer.isSpent) return null;
    }
  }
  return null;
}

const mostOthers = 12;

/**
 * Of what is proved impossible one quantity after the other is dropped, as long as the rest still is. What was only not found is
 * left as it is: with less to look for, less may be found by chance.
 */
function fewest(
  parts: readonly WitnessPart[],
  blamed: Failure,
  retry: (fewer: readonly WitnessPart[]) => Attempt,
): Failure {
  if (!blamed.proved) return blamed;
  if (!isProved(retry(onlyThese(parts, blamed.quantities)))) return { quantities: everything(parts), proved: true };
  let needed = blamed.quantities;
  if (needed.length > mostDropped) return blamed;
  for (const each of blamed.quantities) {
    const others = needed.filter((one) => one !== each);
    if (others.length > 0 && isProved(retry(onlyThese(parts, others)))) needed = others;
  }
  return { quantities: needed, proved: true };
}

const isProved = (attempted: Attempt): boolean => "proved" in attempted && attempted.proved;

function everything(parts: readonly WitnessPart[]): readonly WantedQuantity[] {
  return parts.flatMap(({ wanted, open = new Set<string>() }, part) =>
    [...new Set([...wanted.keys(), ...open])].map((quantity) => ({ part, quantity, open: open.has(quantity) })),
  );
}

const mostDropped = 16;

function onlyThese(parts: readonly WitnessPart[], quantities: readonly WantedQuantity[]): readonly WitnessPart[] {
  return parts.map((each, part) => {
    const own = new Set(quantities.filter((one) => one.part === part).map(({ quantity }) => quantity));
    const open = new Set([...(each.open ?? [])].filter((id) => own.has(id)));
    return { ...each, open, wanted: new Map([...each.wanted].filter(([id]) => own.has(id))) };
  });
}
