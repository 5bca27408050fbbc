import type { Checked } from "../../dsl/index.ts";
import { checkCases } from "./caseChecks.ts";
import { belongsToSet, readFile } from "./fileReading.ts";
import type { FileReading, GuidelineSet, SetCase, SetFile, SetGuideline, SetManifest } from "./guidelineSet.ts";
import { manifestPath } from "./manifest.ts";
import { readGuidelines } from "./readGuidelines.ts";
import { setProblems } from "./setProblems.ts";

/**
 * A guideline set from its files: the manifest `set.yaml`, every `*.guideline`, every case in `cases/`. Files below
 * `releases/` are left out. A file whose text is as in `previous`, and so are those it rests on, is not read again. The set is as whole as its files
 * allow; what is missing from it is in the diagnostics.
 */
export function readSet(files: readonly SetFile[], previous?: GuidelineSet): Checked<GuidelineSet> {
  const own = files.filter(({ path }) => belongsToSet(path)).toSorted((one, other) => order(one.path, other.path));
  const guidelines = readGuidelines(own.filter(isGuideline), previous?.readings ?? new Map());
  const readings = own.map((file) => guidelines.get(file.path) ?? readFile(file, previous?.readings.get(file.path)));
  const caseChecks = checkCases(readings, previous);
  const set: GuidelineSet = {
    ...manifestOf(readings),
    guidelines: readings.flatMap(guidelineOf),
    unread: readings.flatMap((reading) =>
      reading.kind === "guideline" && reading.compiled === null ? [reading.path] : [],
    ),
    cases: readings.flatMap(caseOf),
    readings: new Map(readings.map((reading) => [reading.path, reading])),
    caseChecks,
  };
  const said = readings.flatMap((one) => [...one.diagnostics, ...(caseChecks.get(one.path)?.diagnostics ?? [])]);
  return { value: set, diagnostics: [...setProblems(readings), ...said] };
}

const isGuideline = ({ path }: SetFile): boolean => path.endsWith(".guideline");

/** By code units, so that the order is the same everywhere. */
function order(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function guidelineOf(reading: FileReading): readonly SetGuideline[] {
  if (reading.kind !== "guideline" || reading.compiled === null) return [];
  return [{ path: reading.path, guideline: reading.analysis.value, compiled: reading.compiled }];
}

function caseOf(reading: FileReading): readonly SetCase[] {
  return reading.kind === "case" && reading.case !== null ? [{ path: reading.path, case: reading.case }] : [];
}

const unnamed: SetManifest = { name: "", title: "", description: "", publisher: null, reviewEveryMonths: null };

function manifestOf(readings: readonly FileReading[]): SetManifest {
  const manifest = readings.find((reading) => reading.path === manifestPath);
  return manifest?.kind === "manifest" && manifest.manifest !== null ? manifest.manifest : unnamed;
}
