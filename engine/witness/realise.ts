import { type Case, type CaseList, isEmpty, type Statement } from "../values/index.ts";
import { caseDates, datedAsks } from "./caseDates.ts";
import { type Draft, Reducer } from "./draft.ts";
import { isDated } from "./dated.ts";
import { solveList } from "./lists/index.ts";
import { type Ask, pose, type Posed } from "./posed.ts";
import { componentsOf, solve, type Solved } from "./together.ts";
import {
  type Realised,
  type RealiseOptions,
  type WantedQuantity,
  type WitnessPart,
  type WitnessRequest,
  Work,
} from "./wanted.ts";

const usually: RealiseOptions = { renamed: new Map(), steps: 4_000, shouldStop: () => false };

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
    if (solved.always || !solved.failed.some((ask) => isDated(posed, ask)) || reducer.isSpent) break;
  }
  return first ?? failure(askedOfDates(posed), false);
}

function failure(asks: readonly Ask[], proved: boolean): Failure {
  return { quantities: asks.map(({ part, quantity }) => ({ part, quantity: quantity.id })), proved };
}

const allAsks = ({ subjects, lists, dates, joint }: Posed): readonly Ask[] => [
  ...dates,
  ...[...subjects.values()].flatMap(({ asks }) => asks),
  ...joint,
  ...[...lists.values()].flatMap(({ asks }) => asks),
];

const askedOfDates = (posed: Posed): readonly Ask[] => datedAsks(posed).map(({ ask }) => ask);

type OnDates = { readonly draft: Draft } | Extract<Solved, { readonly failed: readonly Ask[] }>;

/** Facts first, since entries of lists may be held against them; then each list; then the whole is checked once more. */
function onDates(reducer: Reducer, dates: Case["dates"]): OnDates {
  const said = new Map<string, readonly Statement[]>();
  for (const component of componentsOf(reducer.posed)) {
    const solved = solve(reducer, component, dates);
    if ("failed" in solved) return solved;
    for (const [key, statements] of solved.said) if (statements.length > 0) said.set(key, statements);
  }
  const lists = new Map<string, Pick<CaseList, "complete" | "entries">>();
  for (const list of reducer.posed.lists.values()) {
    const solved = solveList(reducer, list, { dates, said, lists });
    if ("failed" in solved) return solved;
    if (solved.list !== null) lists.set(list.key, solved.list);
  }
  const draft: Draft = { dates, said, lists };
  const wrong = reducer.unsatisfied(draft, allAsks(reducer.posed));
  return wrong === null ? { draft } : { failed: [wrong], proved: false, always: false };
}

/** Drops one quantity after the other as long as the rest still cannot be had; everything wanted, where more than was blamed is to blame. */
function fewest(
  parts: readonly WitnessPart[],
  blamed: Failure,
  retry: (fewer: readonly WitnessPart[]) => Attempt,
): Failure {
  const alone = retry(onlyThese(parts, blamed.quantities));
  if ("case" in alone) return { quantities: everything(parts), proved: blamed.proved };
  let needed: Failure = { quantities: blamed.quantities, proved: blamed.proved && alone.proved };
  if (needed.quantities.length > mostDropped) return needed;
  for (const each of needed.quantities) {
    const others = needed.quantities.filter((one) => one !== each);
    const without = others.length === 0 ? null : retry(onlyThese(parts, others));
    if (without !== null && !("case" in without) && (without.proved || !needed.proved))
      needed = { quantities: others, proved: without.proved };
  }
  return needed;
}

function everything(parts: readonly WitnessPart[]): readonly WantedQuantity[] {
  return parts.flatMap(({ wanted, open = new Set() }, part) =>
    [...new Set([...wanted.keys(), ...open])].map((quantity) => ({ part, quantity })),
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
