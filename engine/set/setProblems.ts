import type { Diagnostic, Guideline } from "../../dsl/index.ts";
import { problem } from "../values/yaml/index.ts";
import { authorityProblems } from "./authorityProblems.ts";
import type { FileReading } from "./guidelineSet.ts";
import { manifestPath } from "./manifest.ts";
import { overlap } from "./overlap.ts";

const start = { start: 0, end: 0 };

/** What is wrong with the set as a whole, whatever its files say. */
export function setProblems(readings: readonly FileReading[]): readonly Diagnostic[] {
  return [
    ...withoutManifest(readings),
    ...withoutGuideline(readings),
    ...sameTitles(readings),
    ...authorityProblems(readings),
  ];
}

function withoutManifest(readings: readonly FileReading[]): readonly Diagnostic[] {
  if (readings.some(({ kind }) => kind === "manifest")) return [];
  return [
    problem(manifestPath, "E0501", start, "This folder has no `set.yaml`, so it is not a guideline set.", {
      hint: "Add one with `schema: precept/set/1`, a `name`, a `title` and a `description`.",
    }),
  ];
}

function withoutGuideline(readings: readonly FileReading[]): readonly Diagnostic[] {
  if (readings.some(({ kind }) => kind === "guideline")) return [];
  return [
    problem(manifestPath, "E0503", start, "This guideline set holds no guideline.", {
      hint: "Add a file whose name ends in `.guideline`.",
    }),
  ];
}

/** Letters cite a guideline by its title: two of one title, in force at one time, could not be told apart. */
function sameTitles(readings: readonly FileReading[]): readonly Diagnostic[] {
  const titled = readings.flatMap((one) =>
    one.kind === "guideline" && one.analysis.value.title !== "" ? [one.analysis.value] : [],
  );
  return titled.flatMap((own, index) => {
    const other = titled.slice(0, index).find((one) => one.title === own.title && overlap(one, own));
    return other === undefined ? [] : [sameTitle(own, other)];
  });
}

function sameTitle({ file, title, titleSpan }: Guideline, other: Guideline): Diagnostic {
  return problem(file, "E0504", titleSpan, `\`${title}\` is also the title of \`${other.file}\`.`, {
    hint: "Letters cite a guideline by its title. Give each its own, or, to versions of one, dates that do not overlap: `effective from 2009-06-18 to 2016-12-31`.",
  });
}
