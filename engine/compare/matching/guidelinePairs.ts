import { nameKey } from "../../../dsl/index.ts";
import type { SetGuideline } from "../../set/index.ts";

/** Two versions of one thing; `null`: only the other version has it. */
export type Pair<Thing> =
  | { readonly before: Thing; readonly now: Thing }
  | { readonly before: Thing; readonly now: null }
  | { readonly before: null; readonly now: Thing };

/** Whether two things are held to be one, each way of telling tried on what those before it left over. */
export type Sameness<Thing> = (before: Thing, now: Thing) => boolean;

/** Each thing in one pair, in the order of now; what only was before stands last. */
export function paired<Thing>(
  before: readonly Thing[],
  now: readonly Thing[],
  ways: readonly Sameness<Thing>[],
): readonly Pair<Thing>[] {
  const found = new Map<Thing, Thing>();
  const left = new Set(before);
  for (const isSame of ways)
    for (const thing of now) {
      if (found.has(thing)) continue;
      const match = [...left].find((each) => isSame(each, thing));
      if (match === undefined) continue;
      found.set(thing, match);
      left.delete(match);
    }
  return [
    ...now.map((thing): Pair<Thing> => {
      const match = found.get(thing);
      return match === undefined ? { before: null, now: thing } : { before: match, now: thing };
    }),
    ...[...left].map((thing) => ({ before: thing, now: null })),
  ];
}

/**
 * Which guideline is which in the next version of a set: by title, then by file, then by what it declares. To be paired says
 * only that two are held against each other, not that they say the same.
 */
export function guidelinePairs(
  before: readonly SetGuideline[],
  now: readonly SetGuideline[],
): readonly Pair<SetGuideline>[] {
  const [own, other] = [before.map(declared), now.map(declared)];
  const pairs = paired(own, other, [
    (one, two) => one.title === two.title && one.of.path === two.of.path,
    (one, two) => one.title === two.title && one.from === two.from,
    (one, two) => one.title === two.title,
    (one, two) => one.of.path === two.of.path && shareOf(one, two) > 0,
    (one, two) => shareOf(one, two) > mostlyTheSame,
  ]);
  const one = only(own, other);
  return (one ?? pairs).map(({ before: earlier, now: later }) => pairOf(earlier?.of ?? null, later?.of ?? null));
}

function pairOf(before: SetGuideline | null, now: SetGuideline | null): Pair<SetGuideline> {
  if (before !== null) return { before, now };
  if (now === null) throw new Error("A pair holds something");
  return { before, now };
}

/** Who names one guideline and another asks to compare these two, however little they share. */
function only(before: readonly Declared[], now: readonly Declared[]): readonly Pair<Declared>[] | null {
  const [one, ...more] = before;
  const [other, ...others] = now;
  if (one === undefined || other === undefined || more.length + others.length > 0) return null;
  return shareOf(one, other) > 0 ? [{ before: one, now: other }] : null;
}

interface Declared {
  readonly of: SetGuideline;
  readonly title: string;
  readonly from: string | null;
  readonly names: ReadonlySet<string>;
}

/** Share of names beyond which a guideline of another title and file is the same, moved. */
const mostlyTheSame = 0.5;

function declared(of: SetGuideline): Declared {
  const { title, effective, facts, lists, definitions, services } = of.guideline;
  const names = new Set([
    ...[...facts, ...lists, ...definitions].map(({ key }) => key),
    ...services.flatMap(({ key, items }) => [key, ...items.map((item) => item.key)]),
  ]);
  return { of, title: nameKey(title), from: effective.from, names };
}

/** Of all names that either declares, the share that both do. */
function shareOf({ names: one }: Declared, { names: other }: Declared): number {
  const both = [...one].filter((name) => other.has(name)).length;
  const all = one.size + other.size - both;
  return all === 0 ? 0 : both / all;
}
