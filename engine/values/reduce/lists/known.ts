import { HIGHEST, LOWEST, type Part, type Range } from "../../../../dsl/index.ts";
import type { Case } from "../../case.ts";
import { highest, lowest, normalise, type ValueSet } from "../../valueSet.ts";
import type { ReadEntry } from "./entries.ts";

/** A list as far as a reduction needs it. */
export interface KnownList {
  readonly entries: readonly ReadEntry[];
  readonly complete: boolean;
  readonly dates: Case["dates"];
  /** Every value the reduced quantity can have. */
  readonly domain: ValueSet;
  /** Fields in which entries that count as one are alike; empty where each counts. */
  readonly countedOnce: readonly string[];
}

export const certain = (list: KnownList): readonly ReadEntry[] => list.entries.filter(({ member }) => member === "yes");
export const possible = (list: KnownList): readonly ReadEntry[] => list.entries.filter(({ member }) => member !== "no");

/** The days an entry may be dated. */
export function daysOf(entry: ReadEntry, date: string): Range {
  const values = valuesOf(entry, date) ?? [];
  return { low: lowest(values) ?? LOWEST, high: highest(values) ?? HIGHEST };
}

/** The values an entry's field may have; `null` when nothing is known of it. */
export function valuesOf(entry: ReadEntry, field: string, part: Part = "value"): ValueSet | null {
  if (!entry.admitted) return null;
  const stated = entry.fields.get(field)?.admitted.flatMap((parts) => parts.get(part) ?? []) ?? [];
  return stated.length === 0 ? null : normalise(stated);
}
