import type { Selectable } from "kysely";
import type { DeterminationReference } from "../../protocol/index.ts";
import type { Tables } from "../../store/index.ts";

/** A determination as the server keeps it: whose release and which case, by their digests, never what the case says. */
export interface Reference {
  /** Random, so that no id tells another. */
  readonly id: string;
  readonly set: string;
  readonly version: string;
  readonly digest: string;
  readonly caseDigest: string;
  readonly recordDigest: string;
  readonly serviceDate: string;
  readonly actor: string;
  readonly at: Date;
}

export function rowOf({ set, caseDigest, recordDigest, serviceDate, ...reference }: Reference) {
  return {
    ...reference,
    set_name: set,
    case_digest: caseDigest,
    record_digest: recordDigest,
    service_date: serviceDate,
  };
}

export function referenceOf(row: Selectable<Tables["determination"]>): Reference {
  const { id, version, digest, actor, at } = row;
  return {
    id,
    set: row.set_name,
    version,
    digest,
    caseDigest: row.case_digest,
    recordDigest: row.record_digest,
    serviceDate: row.service_date,
    actor,
    at,
  };
}

export function shownReference({ actor, at, ...reference }: Reference): DeterminationReference {
  return { ...reference, by: actor, at: at.toISOString() };
}
