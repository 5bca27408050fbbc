import { digestOf } from "../digest/index.ts";
import type { MeaningPart } from "./meaningOfSet.ts";

export interface DigestedPart extends Pick<MeaningPart, "kind"> {
  readonly digest: string;
}

/**
 * The step from one version of a set to another, by what they mean. Equal data has one digest: of parts that print alike none is
 * made.
 */
export function stepBetween(before: readonly MeaningPart[], now: readonly MeaningPart[]): "patch" | "minor" | "major" {
  const names = new Map<string, string>();
  const named = ({ meaning }: MeaningPart): string => {
    const printed = JSON.stringify(meaning);
    const known = names.get(printed) ?? `part ${names.size}`;
    names.set(printed, known);
    return known;
  };
  const earlier = before.map(named);
  const later = now.map((part) => ({ kind: part.kind, digest: named(part) }));
  const kept = new Set(later.map(({ digest }) => digest));
  if (earlier.every((name) => kept.has(name))) return stepFrom(earlier, later);
  return stepFrom(
    before.map(({ meaning }) => digestOf(meaning)),
    now.map(({ kind, meaning }) => ({ kind, digest: digestOf(meaning) })),
  );
}

/** The step from parts with these digests. */
export function stepFrom(before: readonly string[], parts: readonly DigestedPart[]): "patch" | "minor" | "major" {
  const digests = new Set(parts.map(({ digest }) => digest));
  if (before.some((digest) => !digests.has(digest))) return "major";
  const known = new Set(before);
  const added = parts.filter(({ digest }) => !known.has(digest));
  if (added.length === 0) return "patch";
  return added.every(({ kind }) => kind === "service" || kind === "fact") ? "minor" : "major";
}
