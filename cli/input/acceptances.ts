import { join } from "node:path";
import { editExample } from "../../dsl/index.ts";
import { type Acceptance, acceptance, type TestedCase } from "../../engine/testing/index.ts";
import { editCase } from "../../engine/values/case/index.ts";
import type { NamedText, Sources } from "./sources.ts";
import type { TestedPart } from "./testSources.ts";

/** What accepting comes to; nothing of it is written yet. */
export interface Acceptances {
  /** Failing cases and examples that would expect what came out. */
  readonly accepted: readonly TestedCase[];
  /** Failing ones that nothing can be made to expect, for what came out is no answer. */
  readonly refused: readonly TestedCase[];
  /** Every file that would change, with its new text. */
  readonly files: readonly NamedText[];
}

/** `because`: stands in the place of a source, in each of them. */
export function acceptances(sources: Sources, parts: readonly TestedPart[], because: string): Acceptances {
  const failed = parts.flatMap(({ cases }) => cases.filter(({ status }) => status === "failed"));
  const found = parts.flatMap(({ runs }) => runs.map((run) => ({ of: run.tested, changes: acceptance(run) })));
  const fit = found.filter(({ changes }) => changes.length > 0);
  const accepted = fit.map(({ of }) => of);
  const byFile = Map.groupBy(fit, ({ of }) => of.path);
  const files = textsOf(sources).flatMap(({ path, text }) => {
    const changes = byFile.get(path)?.flatMap((one) => one.changes) ?? [];
    const written = changes.reduce((before, change) => changed(before, change, because), text);
    return written === text ? [] : [{ path, text: written }];
  });
  return { accepted, refused: failed.filter((one) => !accepted.includes(one)), files };
}

const changed = (text: string, change: Acceptance, because: string): string =>
  change.kind === "accepted" ? editCase(text, { ...change, because }) : editExample(text, { ...change, because });

const textsOf = ({ sets, guidelines }: Sources): readonly NamedText[] => [
  ...sets.flatMap(({ shown, files }) => files.map(({ path, text }) => ({ path: join(shown, path), text }))),
  ...guidelines,
];
