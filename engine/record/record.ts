import type { CaseDeterminations } from "../determine/index.ts";
import { canonicalText, digestOf } from "../digest/index.ts";
import { caseData } from "../values/case/index.ts";
import type { Case } from "../values/index.ts";
import { determinationsAsJson } from "./determinations.ts";

/** The version of the records that this engine makes. */
export const recordSchemaName = "precept/determination/1";

/** What a determination is made with: a release, or, without a version, texts that are none yet. */
export interface MadeWith {
  readonly set: string;
  readonly version: string | null;
  /** `sha256:...`, of the release's manifest or of the texts. */
  readonly digest: string;
}

/** A determined case. */
export interface Determined {
  /** All of it, whatever was left out. */
  readonly case: Case;
  readonly value: CaseDeterminations;
  /** The day whose guidelines were asked for (ISO); `null`: the service date's. */
  readonly asOf: string | null;
  /** What the case states and the texts do not know, and it was determined without. */
  readonly leftOut?: readonly string[];
}

/**
 * The record of a determination, `precept/determination/1`, as one text and no other (RFC 8785). It rests on the case, the set and
 * the engine alone, so that the same engine makes the same bytes years later. It names no clock and no person.
 */
export function determinationRecord({ case: of, value, asOf, leftOut = [] }: Determined, madeWith: MadeWith): string {
  const { set, version, digest } = madeWith;
  return canonicalText({
    schema: recordSchemaName,
    set,
    version,
    digest,
    caseDigest: caseDigest(of),
    serviceDate: of.dates["service date"],
    ...(asOf === null ? {} : { asOf }),
    ...(leftOut.length === 0 ? {} : { leftOut }),
    determinations: determinationsAsJson(value),
  });
}

/** `sha256:...` of what a case says, however its file is written. */
export function caseDigest(of: Case): string {
  return digestOf(caseData(of));
}
