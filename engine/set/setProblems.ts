import type { Diagnostic } from "../../dsl/index.ts";
import { problem } from "../values/yaml/index.ts";
import type { FileReading } from "./guidelineSet.ts";
import { manifestPath } from "./manifest.ts";

const start = { start: 0, end: 0 };

/** What is wrong with the set as a whole, whatever its files say. */
export function setProblems(readings: readonly FileReading[]): readonly Diagnostic[] {
  return [...withoutManifest(readings), ...withoutGuideline(readings), ...sameTitles(readings)];
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

/** Letters cite guidelines by title: two of one title could not be told apart. */
function sameTitles(readings: readonly FileReading[]): readonly Diagnostic[] {
  const first = new Map<string, string>();
  return readings.flatMap((reading) => {
    if (reading.kind !== "guideline" || reading.analysis.value.title === "") return [];
    const { title } = reading.analysis.value;
    const other = first.get(title);
    if (other === undefined) first.set(title, reading.path);
    return other === undefined ? [] : [sameTitle(reading.path, reading.text, title, other)];
  });
}

function sameTitle(path: string, text: string, title: string, other: string): Diagnostic {
  const at = Math.max(0, text.indexOf(title));
  const span = { start: at, end: Math.min(text.length, at + title.length) };
  return problem(path, "E0504", span, `\`${title}\` is also the title of \`${other}\`.`, {
    hint: "Letters cite a guideline by its title. Give each its own.",
  });
}
