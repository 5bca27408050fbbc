import { useQueries, useQuery } from "@tanstack/react-query";
import { decodeAttestation } from "../../../engine/attestation/index.ts";
import { attestationQuery, logQuery, type Release, releasesQuery } from "../../api/index.ts";
import { today } from "../../words/index.ts";
import { type Attested, editionsOn, type Told } from "./editions.ts";

export interface Editions {
  readonly isPending: boolean;
  readonly problem: string | null;
  /** The latest version first. */
  readonly told: readonly Told[];
  /** Releases whose attestation is not there or cannot be read. */
  readonly untold: readonly Release[];
  /** Archives that are not as they were made, and why. */
  readonly damaged: readonly { readonly file: string; readonly problem: string }[];
}

/** The releases of a set, with what is signed of each, as they stand today. */
export function useEditions(set: string): Editions {
  const list = useQuery(releasesQuery(set));
  const log = useQuery(logQuery);
  const releases = list.data?.releases ?? [];
  const read = useQueries({ queries: releases.map(({ version }) => attestationQuery(set, version)) });
  const attested = releases.map((release, index) => attestedBy(release, read[index]?.data));
  return {
    isPending: list.isPending || log.isPending || read.some(({ isPending }) => isPending),
    problem: list.error?.message ?? log.error?.message ?? null,
    told: editionsOn(
      attested.flatMap((one) => (one === null ? [] : [one])),
      log.data ?? [],
      today(),
    ),
    untold: releases.filter((_, index) => attested[index] === null),
    damaged: list.data?.damaged ?? [],
  };
}

function attestedBy(release: Release, bytes: Uint8Array | undefined): Attested | null {
  const decoded = bytes === undefined ? null : decodeAttestation(bytes);
  return decoded?.ok === true ? { release, statement: decoded.value.statement } : null;
}
