import type { Replacement } from "../../../engine/attestation/index.ts";
import { editionAfter } from "../../../engine/release/index.ts";
import type { Release } from "../../api/index.ts";

type Dated = Pick<Release, "version" | "digest" | "effective">;

/** The days of service that a release decides, and which one takes its place; `null`: nothing says so. */
export function inForceOf(
  version: string,
  releases: readonly Dated[],
): { readonly days: NonNullable<Release["effective"]>; readonly replaced: Replacement | null } | null {
  const editions = releases.flatMap(asEdition);
  const own = editions.find((edition) => edition.version === version);
  if (own === undefined) return null;
  const next = editionAfter(own, editions);
  const replaced = next === null ? null : { version: next.version, from: next.effectiveFrom };
  return { days: { from: own.effectiveFrom, to: own.effectiveTo }, replaced };
}

const asEdition = ({ version, digest, effective }: Dated) =>
  effective === null ? [] : [{ version, digest, effectiveFrom: effective.from, effectiveTo: effective.to }];
