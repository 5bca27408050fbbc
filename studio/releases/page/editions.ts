import type { Leaf, RetirementLeaf, Statement } from "../../../engine/attestation/index.ts";
import { type Edition, editionInForce, isEverInForce } from "../../../engine/release/index.ts";
import type { Release } from "../../api/index.ts";

/** A release with what is signed of it. */
export interface Told extends Edition {
  readonly release: Release;
  readonly statement: Statement;
  /** `null`: it was not retired. */
  readonly retirement: RetirementLeaf | null;
  readonly standing: Standing;
  /** The last day on which it decides, by its own end or because the next one begins; `null`: no end is known. */
  readonly last: string | null;
}

export type Standing = "in force" | "not yet" | "replaced" | "ended" | "retired" | "never";

export interface Attested {
  readonly release: Release;
  readonly statement: Statement;
}

/** Each release as it stands on a day (ISO), in the order given. */
export function editionsOn(attested: readonly Attested[], log: readonly Leaf[], today: string): readonly Told[] {
  const editions = attested.map((one) => withDays(one, retirementOf(one.release, log)));
  const inForce = editionInForce(editions, today, "").edition;
  return editions.map((edition) => {
    const next = nextAfter(edition, editions);
    const last = earlier(edition.effectiveTo, next === null ? null : dayBefore(next));
    return { ...edition, last, standing: standingOf(edition, edition === inForce, today) };
  });
}

type Dated = Omit<Told, "standing" | "last">;

function withDays({ release, statement }: Attested, retirement: RetirementLeaf | null): Dated {
  const { version, digest } = release;
  const { from, to } = statement.effective;
  return { version, digest, release, statement, retirement, effectiveFrom: from, effectiveTo: retirement?.to ?? to };
}

/** The last entry that retires it: an end is only ever brought forward. */
function retirementOf({ digest }: Release, log: readonly Leaf[]): RetirementLeaf | null {
  return log.findLast((leaf): leaf is RetirementLeaf => leaf.type === "retirement" && leaf.content === digest) ?? null;
}

function standingOf(edition: Dated, isInForce: boolean, today: string): Standing {
  const { effectiveFrom, effectiveTo, retirement } = edition;
  if (isInForce) return "in force";
  if (!isEverInForce(edition)) return "never";
  if (effectiveFrom > today) return "not yet";
  if (effectiveTo === null || effectiveTo >= today) return "replaced";
  return retirement === null ? "ended" : "retired";
}

/** The day on which another takes its place. On one day the higher version does, which then is in force of the two. */
function nextAfter(of: Dated, editions: readonly Dated[]): string | null {
  const others = editions.filter((other) => other !== of && isEverInForce(other));
  const after = others.filter((other) => takesPlace(other, of)).map((other) => other.effectiveFrom);
  return after.toSorted()[0] ?? null;
}

/** Asked without their ends, which play no part in it. */
function takesPlace(other: Dated, of: Dated): boolean {
  if (other.effectiveFrom !== of.effectiveFrom) return other.effectiveFrom > of.effectiveFrom;
  const both = [other, of].map((edition) => ({ ...edition, effectiveTo: null }));
  return editionInForce(both, of.effectiveFrom, "").edition?.digest === other.digest;
}

const earlier = (one: string | null, other: string | null): string | null => {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
};

const DAY = 86_400_000;
const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);
