import { basename, join } from "node:path";
import { analyse, type Diagnostic } from "../../dsl/index.ts";
import { type GuidelineSet, readSet } from "../../engine/set/index.ts";
import { isAskedFor, type LoneGuideline, type SetSource, type Sources } from "./sources.ts";

/** Diagnostics under the paths a person knows, with the texts they are about. */
export interface Analysed {
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Everything there is to say about what was read, in the order of files and places. */
export function analyseSources(sources: Sources): Analysed {
  const parts = [...sources.sets.map((source) => analyseSet(source)), ...sources.guidelines.map(analyseGuideline)];
  const diagnostics = [...sources.diagnostics, ...parts.flatMap((part) => part.diagnostics)];
  return {
    diagnostics: diagnostics.toSorted(byPlace),
    texts: new Map(parts.flatMap((part) => [...part.texts])),
  };
}

/** A set with what is wrong in it; where only one file was asked for, only that file's. */
export function analyseSet(source: SetSource): Analysed & { readonly set: GuidelineSet } {
  const { value, diagnostics } = readSet(source.files);
  const asked = diagnostics.filter(({ file }) => isAskedFor(source, file));
  return {
    set: value,
    diagnostics: asked.map((diagnostic) => shownIn(source, diagnostic)),
    texts: new Map(source.files.map(({ path, text }) => [join(source.shown, path), text])),
  };
}

/** The diagnostic with the path a person knows its file by. */
export function shownIn(source: SetSource, diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, file: join(source.shown, diagnostic.file) };
}

function analyseGuideline({ path, text, beside }: LoneGuideline): Analysed {
  const texts = new Map([{ path, text }, ...beside].map((each) => [each.path, each.text]));
  if (beside.length === 0) return { diagnostics: analyse({ name: path, text }).diagnostics, texts };
  const files = [{ path, text }, ...beside].map((file) => ({ ...file, path: basename(file.path) }));
  const reading = readSet(files).value.readings.get(basename(path));
  return { diagnostics: (reading?.diagnostics ?? []).map((each) => ({ ...each, file: path })), texts };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.span.start - b.span.start;
}
