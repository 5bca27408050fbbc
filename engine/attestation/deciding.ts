import type { Verdict } from "./verify.ts";

/** What was found of the days of a release. */
export type Standing = Pick<Verdict, "attestation" | "effective" | "replaced">;

/**
 * Why a release does not decide a day of service (ISO), as a sentence, by what is signed of it and the log that is at hand. `null`: it
 * decides it, or nothing is known of its days.
 */
export function notDeciding({ attestation, effective, replaced }: Standing, day: string): string | null {
  if (attestation === null || effective === null) return null;
  const { version, effective: published } = attestation.statement;
  const { from, to } = effective;
  const not = `Release ${version} does not decide ${day}`;
  if (to !== null && to < from) return `${not}: it was retired before it began.`;
  if (day < from) return `${not}: it decides days of service from ${from} on.`;
  if (replaced !== null && replaced.from <= day)
    return `${not}: release ${replaced.version} took its place on ${replaced.from}.`;
  if (to === null || day <= to) return null;
  return `${not}: ${to === published.to ? "it ended on" : "it was retired, with its last day on"} ${to}.`;
}
