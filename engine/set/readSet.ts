import type { Checked, Diagnostic } from "../../dsl/index.ts";
import { checkCase } from "../values/reduce/index.ts";
import { belongsToSet, readFile } from "./fileReading.ts";
import type { FileReading, GuidelineSet, SetCase, SetFile, SetGuideline, SetManifest } from "./guidelineSet.ts";
import { manifestPath } from "./manifest.ts";
import { setProblems } from "./setProblems.ts";

/**
 * A guideline set from its files: the manifest `set.yaml`, every `*.guideline`, every case in `cases/`. Files below
 * `releases/` are left out. A file whose text is as in `previous` is not read again. The set is as whole as its files
 * allow; what is missing from it is in the diagnostics.
 */
export function readSet(files: readonly SetFile[], previous?: GuidelineSet): Checked<GuidelineSet> {
  const own = files.filter(({ path }) => belongsToSet(path)).toSorted((one, other) => order(one.path, other.path));
  const readings = own.map((file) => reused(file, previous) ?? readFile(file));
  const guidelines = readings.flatMap(guidelineOf);
  const cases = readings.flatMap(caseOf);
  const set: GuidelineSet = {
    ...manifestOf(readings),
    guidelines,
    cases,
    readings: new Map(readings.map((reading) => [reading.path, reading])),
  };
  return {
    value: set,
    diagnostics: [...setProblems(readings), ...readings.flatMap((one) => one.diagnostics), ...factProblems(readings)],
  };
}

/** By code units, so that the order is the same everywhere. */
function order(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function reused(file: SetFile, previous: GuidelineSet | undefined): FileReading | null {
  const before = previous?.readings.get(file.path);
  return before?.text === file.text ? before : null;
}

function guidelineOf(reading: FileReading): readonly SetGuideline[] {
  if (reading.kind !== "guideline" || reading.answers === null) return [];
  return [{ path: reading.path, guideline: reading.guideline, answers: reading.answers }];
}

function caseOf(reading: FileReading): readonly SetCase[] {
  return reading.kind === "case" && reading.case !== null ? [{ path: reading.path, case: reading.case }] : [];
}

const unnamed: SetManifest = { name: "", title: "", description: "", publisher: null };

function manifestOf(readings: readonly FileReading[]): SetManifest {
  const manifest = readings.find((reading) => reading.path === manifestPath);
  return manifest?.kind === "manifest" && manifest.manifest !== null ? manifest.manifest : unnamed;
}

/** Facts of the cases against all guidelines; while a guideline is not understood nobody knows which facts it declares. */
function factProblems(readings: readonly FileReading[]): readonly Diagnostic[] {
  const guidelines = readings.flatMap((one) => (one.kind === "guideline" ? [one] : []));
  if (guidelines.length === 0 || guidelines.some(({ answers }) => answers === null)) return [];
  const declared = guidelines.map(({ guideline }) => guideline);
  return readings.flatMap(caseOf).flatMap((one) => checkCase(one.case, declared));
}
