import { analyse, type Diagnostic, type Head, type Neighbours } from "../../dsl/index.ts";
import { closures } from "../evaluate/index.ts";
import { lower } from "../ir/index.ts";
import { decodeCase } from "../values/case/index.ts";
import { problem } from "../values/yaml/index.ts";
import { assumptionProblems } from "./assumptionProblems.ts";
import type { FileReading, GuidelineReading, SetFile } from "./guidelineSet.ts";
import { decodeManifest, manifestPath } from "./manifest.ts";

/** Reads one file of a set that is no guideline by itself, as what its path says it is. */
export function readFile(file: SetFile, before: FileReading | undefined): FileReading {
  if (before?.text === file.text) return before;
  if (file.path === manifestPath) return readManifest(file);
  return isCasePath(file.path) ? readCase(file) : readOther(file);
}

/** Releases are made from a set and are no part of it. */
export function belongsToSet(path: string): boolean {
  return !path.startsWith("releases/");
}

function isCasePath(path: string): boolean {
  return path.startsWith("cases/") && /\.(?:ya?ml|json)$/.test(path);
}

function readManifest(file: SetFile): FileReading {
  const { value, diagnostics } = decodeManifest({ name: file.path, text: file.text });
  return { ...file, kind: "manifest", manifest: value, diagnostics };
}

/** A guideline with an error is not compiled: what it means is not known, or it leaves no case to decide. Only what changed is read again. */
export function readGuideline(
  file: SetFile,
  head: Head,
  neighbours: Neighbours,
  before: GuidelineReading | undefined,
): GuidelineReading {
  const analysis = analyse({ name: file.path, text: file.text }, before?.analysis, neighbours);
  const read = { ...file, kind: "guideline", head, analysis } as const;
  const last = before?.lastCompiled ?? null;
  if (hasError(analysis.diagnostics))
    return { ...read, compiled: null, lastCompiled: last, diagnostics: analysis.diagnostics };
  const { value, diagnostics } = closures.compile(lower(analysis.value), {}, last ?? undefined);
  const contradictory = value === null ? [] : assumptionProblems(value);
  return {
    ...read,
    compiled: contradictory.length > 0 ? null : value,
    lastCompiled: value ?? last,
    diagnostics: [...analysis.diagnostics, ...[...diagnostics, ...contradictory].map((one) => placed(one, read))],
  };
}

/** What a guideline takes from others may stand in their files: then its own title is pointed at. */
function placed(found: Diagnostic, { head, analysis }: Pick<GuidelineReading, "head" | "analysis">): Diagnostic {
  return head.links.length === 0 ? found : { ...found, span: analysis.value.titleSpan, labels: [] };
}

function readCase(file: SetFile): FileReading {
  const { value, diagnostics } = decodeCase({ name: file.path, text: file.text });
  return { ...file, kind: "case", case: value, diagnostics };
}

function readOther(file: SetFile): FileReading {
  return { ...file, kind: "other", diagnostics: caseElsewhere(file) };
}

/** A case outside `cases/` would silently not be tested. */
function caseElsewhere({ path, text }: SetFile): readonly Diagnostic[] {
  const named = /\bprecept\/case\/\d+/.exec(text.slice(0, 2_000));
  if (named === null || !/\.(?:ya?ml|json)$/.test(path)) return [];
  const span = { start: named.index, end: named.index + named[0].length };
  const said = problem(path, "E0505", span, "This case is not part of the set: it does not stand in `cases/`.", {
    hint: `Move the file to \`cases/${path.split("/").at(-1) ?? path}\`.`,
  });
  return [{ ...said, severity: "warning" }];
}

function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((one) => one.severity === "error");
}
