import { canonicalText } from "../../digest/index.ts";
import { readSet } from "../../set/index.ts";
import type { ArchiveFile } from "../archive.ts";
import { ENGINE } from "../layout.ts";
import { changelog } from "./changelog.ts";
import { comparisonWithBefore } from "./comparison.ts";
import { coverageOf } from "./coverage.ts";
import { fhirFiles } from "./fhir/index.ts";
import { packageJson } from "./packageJson.ts";
import { moduleText } from "./module.ts";
import { moduleTypes } from "./moduleTypes.ts";
import { policyHtml } from "./policy/index.ts";
import { proofsOf } from "./proofs.ts";
import type { PayloadSet, PayloadSource, PayloadWork } from "./source.ts";

export const stopped = "stopped";

/**
 * The files that a release holds beside those of its set, or that the work was stopped. `known`: a comparison that is there already,
 * as `comparison.json` says it.
 */
export function payloadFiles(
  source: PayloadSource,
  work: PayloadWork,
  known?: unknown,
): readonly ArchiveFile[] | typeof stopped {
  const payload = { ...source, set: readSet(source.files).value };
  const compared = known === undefined ? comparisonWithBefore : () => known;
  const done: unknown[] = [];
  for (const part of [coverageOf, proofsOf, compared]) {
    done.push(part(payload, work));
    if (work.shouldStop()) return stopped;
  }
  const [coverage, proofs, comparison] = done;
  return [
    ...lightFiles(payload, comparison),
    jsonFile("coverage.json", coverage),
    jsonFile("proofs.json", proofs),
    jsonFile("comparison.json", comparison),
  ];
}

/** What is made of the texts in no time, given the comparison with the release before. */
function lightFiles(payload: PayloadSet, comparison: unknown): readonly ArchiveFile[] {
  return [
    { path: ENGINE, content: payload.engine.bytes },
    textFile("package.json", `${JSON.stringify(packageJson(payload), null, 2)}\n`),
    textFile("index.js", moduleText(payload)),
    textFile("index.d.ts", moduleTypes(payload)),
    textFile("CHANGELOG.md", changelog(payload, comparison)),
    textFile("policy.html", policyHtml(payload)),
    ...fhirFiles(payload).map(({ path, data }) => textFile(path, `${JSON.stringify(data, null, 2)}\n`)),
  ];
}

/** RFC 8785. */
function jsonFile(path: string, data: unknown): ArchiveFile {
  return textFile(path, canonicalText(data));
}

function textFile(path: string, text: string): ArchiveFile {
  return { path, content: new TextEncoder().encode(text) };
}
