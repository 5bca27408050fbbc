import { type Edition, editionAfter } from "../release/index.ts";
import { type Check, notChecked, noted, passed } from "./check.ts";
import type { ReleaseLog } from "./log.ts";
import { endedBy, retirementIn } from "./retirement.ts";
import type { Statement } from "./statement.ts";

/** The release that takes the place of another, and the first day of service it decides. */
export interface Replacement {
  readonly version: string;
  readonly from: string;
}

/** By the entries of a log; `null`: these hold no release that takes the place of this one before it ends. */
export function replacementIn(
  entries: ReleaseLog["entries"],
  { set, version, content, effective }: Pick<Statement, "set" | "version" | "content" | "effective">,
): Replacement | null {
  const others = entries.flatMap((leaf) =>
    leaf.type === "release" && leaf.set === set && leaf.content !== content
      ? [editionOf(entries, leaf.version, leaf.content, { from: leaf.from, to: null })]
      : [],
  );
  const next = editionAfter(editionOf(entries, version, content, effective), others);
  return next === null ? null : { version: next.version, from: next.effectiveFrom };
}

function editionOf(
  entries: ReleaseLog["entries"],
  version: string,
  digest: string,
  effective: Statement["effective"],
): Edition {
  const { from, to } = endedBy(effective, retirementIn(entries, digest));
  return { version, digest, effectiveFrom: from, effectiveTo: to };
}

/** What the log says of who comes after a release. `log`: `null` where there is none, or none that is what was signed. */
export function checkReplaced(log: ReleaseLog | null, statement: Statement): Check {
  if (log === null)
    return notChecked("replaced", "Without the log nothing is known of whether another release took its place.");
  const replacement = replacementIn(log.entries, statement);
  if (replacement === null)
    return passed("replaced", `The log as of ${log.head.at} holds no release that takes its place.`);
  const { version, from } = replacement;
  const decides =
    from === statement.effective.from
      ? "it decides no day"
      : `it decides the days from ${statement.effective.from} until then`;
  return noted("replaced", `Release ${version} takes its place on ${from}: ${decides}.`);
}
