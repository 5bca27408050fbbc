import type { Leaf, Replacement, RetirementLeaf, Statement } from "../../../engine/attestation/index.ts";
import { type Edition, editionAfter, editionInForce, isEverInForce } from "../../../engine/release/index.ts";
import type { Release } from "../../api/index.ts";
import { dayBefore } from "../../words/index.ts";

/** A release with what is signed of it. */
export interface Told extends Edition {
  readonly release: Release;
  readonly statement: Statement;
  /** `null`: it was not retired. */
  readonly retirement: RetirementLeaf | null;
  readonly standing: Standing;
  /** The last day on which it decides, by its own end or because the next one begins; `null`: no end is known. */
  readonly last: string | null;
  /** The release that takes its place before it ends. */
  readonly replaced: Replacement | null;
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
    const next = editionAfter(edition, editions);
    const replaced = next === null ? null : { version: next.version, from: next.effectiveFrom };
    const last = earlier(edition.effectiveTo, replaced === null ? null : dayBefore(replaced.from));
    return { ...edition, last, replaced, standing: standingOf(edition, edition === inForce, today) };
  });
}

type Dated = Omit<Told, "standing" | "last" | "replaced">;

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

const earlier = (one: string | null, other: string | null): string | null => {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
};
