import type { CaseList } from "../../values/index.ts";
import { listReader } from "../../values/reduce/index.ts";
import type { Draft, Reducer } from "../draft.ts";
import { evidenceFor } from "../evidence.ts";
import type { ListSubject } from "../posed.ts";
import { entryKinds, type EntryKind, type ReadAsk } from "./kinds.ts";
import type { Unsolved } from "../together.ts";
import { isListRuledOut, isOnAnyDates } from "./ruledOut.ts";
import { grow } from "./grow.ts";

export type StatedList = Pick<CaseList, "complete" | "entries">;

type SolvedList =
  /** `null`: the list is better left unsaid. */
  { readonly list: StatedList | null } | Unsolved;

/** Entries of a list for which all that is reduced from it comes out as wanted; as few as will do. */
export function solveList(reducer: Reducer, subject: ListSubject, draft: Draft): SolvedList {
  const { asks } = subject;
  if (asks.every(({ values }) => values === null)) return { list: null };
  const dated = !isOnAnyDates(asks);
  if (isListRuledOut(asks, draft.dates, reducer.work)) return { failed: asks, always: !dated, dated };
  const list = entriesFor(reducer, subject, draft);
  return list === null ? { failed: asks, always: false, dated } : { list };
}

/** The same, of what is not ruled out; `null` where none is found. */
export function entriesFor(reducer: Reducer, subject: ListSubject, draft: Draft): StatedList | null {
  const { asks, declared } = subject;
  const documenting = new Set(asks.filter(({ values }) => values !== null).map(({ part }) => part));
  const evidence = evidenceFor(
    declared
      .map(({ part, list }) => ({ needs: list.needs, enough: documenting.has(part) }))
      .filter((each, at) => each.enough || asks.some(({ part }) => part === declared[at]?.part)),
    draft.dates,
  );
  if (evidence === null) return null;
  const read = readAsks(reducer, subject, draft);
  const kinds = entryKinds(subject, read, draft, evidence[0] ?? null, reducer.work);
  for (const complete of asks.some(({ values }) => values === null) ? [false, true] : [true]) {
    const grown = grow(kinds, read, complete, reducer.work);
    if (grown !== null) return { complete, entries: inOrder(grown, subject) };
  }
  return null;
}

function readAsks(reducer: Reducer, { asks }: ListSubject, draft: Draft): readonly ReadAsk[] {
  const of = reducer.caseOf(draft);
  const [request] = of.requests;
  if (request === undefined) throw new Error("A draft asks for one service");
  return asks.flatMap((ask) => {
    const part = reducer.posed.parts[ask.part];
    return part === undefined ? [] : [{ ask, reader: listReader(part, ask, of, request) }];
  });
}

/** The earliest first, by the dates that the list has; else as they were found. */
function inOrder(kinds: readonly EntryKind[], { declared }: ListSubject): CaseList["entries"] {
  const dates = new Set(declared[0]?.list.fields.filter(({ type }) => type.kind === "date").map(({ name }) => name));
  const dateOf = ({ entry }: EntryKind): string => {
    const value = entry.fields.find(({ field }) => dates.has(field))?.value;
    return value?.kind === "text" ? value.text : "";
  };
  return kinds
    .toSorted((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0))
    .map(({ entry }) => entry);
}
