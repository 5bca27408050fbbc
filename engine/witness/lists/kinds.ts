import type { Fact } from "../../../dsl/index.ts";
import type { ListReduction } from "../../ir/index.ts";
import type { CaseEntry, Evidence } from "../../values/index.ts";
import type { ListReader, ReadEntry } from "../../values/reduce/index.ts";
import type { Draft } from "../draft.ts";
import type { ListAsk, ListSubject } from "../posed.ts";
import type { Work } from "../wanted.ts";
import { fieldsCompared, fieldsReduced, testsOfField } from "./entryTests.ts";
import { fieldValues } from "./fieldValues.ts";

/** What is wanted of one value reduced from a list, and how entries are read for it. */
export interface ReadAsk {
  readonly ask: ListAsk;
  readonly reader: ListReader;
}

/** An entry, as each ask reads it. */
export interface EntryKind {
  readonly entry: CaseEntry;
  readonly read: readonly ReadEntry[];
}

/** Entries that are kept, and steps taken to find them. */
const [mostKinds, mostSteps] = [240, 1_500];

/** Of those that count alike. */
const mostAlike = 30;

/** Reading an entry is so much of a step. */
const share = 0.3;

/** Kinds of entry that tests of entries tell apart, each with no more said of it than decides that. */
export function entryKinds(
  subject: ListSubject,
  asks: readonly ReadAsk[],
  draft: Draft,
  evidence: Evidence | null,
  work: Work,
): readonly EntryKind[] {
  const fields = fieldsOf(subject).map((field) => ({ field, values: fieldValues(subject, field, draft) }));
  const settled = fields.findLastIndex(({ field }) => isAskedWhetherSaid(subject, field)) + 1;
  const found = new Map<string, EntryKind>();
  const alike = new Map<string, number>();
  let steps = 0;
  const go = (at: number, said: CaseEntry["fields"]): void => {
    steps += 1;
    if (found.size >= mostKinds || steps > mostSteps || !work.take(share)) return;
    const next = fields[at];
    const entry = { fields: said, evidence };
    const read = asks.map(({ reader }) => reader.read(entry));
    if (next === undefined || (at >= settled && isDecided(read, asks, said, subject))) {
      keep(found, alike, { entry, read }, asks);
      return;
    }
    const isOpen = isOnlyOpenAsked(subject, next.field);
    if (isOpen) go(at + 1, said);
    for (const value of next.values) go(at + 1, [...said, { field: next.field.name, value }]);
    if (!isOpen && (isOpenAsked(subject) || isFree(subject, next.field))) go(at + 1, said);
  };
  go(0, []);
  return [...found.values()];
}

/** Fields that anything is asked of, what reductions look at before what only `where` does. */
function fieldsOf({ declared, asks }: ListSubject): readonly Fact[] {
  const [list] = declared.map((each) => each.list);
  const reduced = new Set(asks.flatMap(({ reduction }) => fieldsReduced(reduction)));
  const compared = new Set(asks.flatMap(({ reduction }) => fieldsCompared(reduction)));
  const own = (list?.fields ?? []).filter(
    ({ key }) => reduced.has(key) || compared.has(key) || testsOfField(asks, key).length > 0,
  );
  const isDate = ({ type }: Fact): boolean => type.kind === "date";
  return [...own.filter((field) => !isDate(field)), ...own.filter(isDate)];
}

/** Whether a `where` asks if the field is documented: then an entry is undecided until it is or is not. */
const isAskedWhetherSaid = ({ asks }: ListSubject, { key }: Fact): boolean =>
  asks.some(({ reduction }) => reduction.quantities.some(({ fact, part }) => fact === key && part === "undocumented"));

/** Every reduced field is said, and every `where` is answered. */
function isDecided(
  read: readonly ReadEntry[],
  asks: readonly ReadAsk[],
  said: CaseEntry["fields"],
  { declared }: ListSubject,
): boolean {
  const names = new Map((declared[0]?.list.fields ?? []).map(({ key, name }) => [key, name]));
  return read.every(({ member }, at) => {
    const reduced = asks[at] === undefined ? [] : fieldsReduced(asks[at].ask.reduction);
    return (
      member === "no" ||
      (member === "yes" && reduced.every((key) => said.some(({ field }) => field === names.get(key))))
    );
  });
}

const isOpenAsked = ({ asks }: ListSubject): boolean => asks.some(({ values }) => values === null);

/** Whether only what is to be left open looks at the field, which is then better left unsaid. */
const isOnlyOpenAsked = ({ asks }: ListSubject, { key }: Fact): boolean =>
  asks.every(({ reduction, values }) => values === null || !looksAt(reduction, key)) &&
  asks.some(({ values }) => values === null);

const looksAt = (reduction: ListReduction, key: string): boolean =>
  [...fieldsReduced(reduction), ...fieldsCompared(reduction), ...reduction.quantities.map(({ fact }) => fact)].includes(
    key,
  );

/** Whether an entry may be decided without the field. */
const isFree = ({ asks }: ListSubject, { key }: Fact): boolean =>
  asks.every(({ reduction }) => !fieldsReduced(reduction).includes(key));

/** One of each kind, the first, and of those that count alike only so many. What counts nowhere is left out. */
function keep(
  found: Map<string, EntryKind>,
  alike: Map<string, number>,
  kind: EntryKind,
  asks: readonly ReadAsk[],
): void {
  if (kind.read.every(({ member }) => member === "no")) return;
  const reduced = new Set(
    asks.flatMap(({ ask }, at) => (kind.read[at]?.member === "no" ? [] : fieldsReduced(ask.reduction))),
  );
  const values = kind.entry.fields.filter(({ field }) => reduced.has(nameOf(field, asks))).map(({ value }) => value);
  const counting = kind.read.map(({ member }) => member).join();
  const key = JSON.stringify([counting, values]);
  const before = alike.get(counting) ?? 0;
  if (found.has(key) || before >= mostAlike) return;
  alike.set(counting, before + 1);
  found.set(key, kind);
}

function nameOf(name: string, asks: readonly ReadAsk[]): string {
  const fields = asks.flatMap(({ ask }) => ask.reduction.list.fields);
  return fields.find((field) => field.name === name)?.key ?? name;
}
