import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Analyses, type Analysis, analyse, applyEdits, type Completion } from "../../../../dsl/index.ts";
import { readSet } from "../../../../engine/set/index.ts";

const shipped = join(import.meta.dirname, "../../../../guidelines");

/** The guidelines of one folder as they are read together, by file. */
function analysesIn(folder: string): Analyses {
  const files = readdirSync(folder)
    .filter((path) => path.endsWith(".guideline"))
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
  const readings = [...readSet(files).value.readings.values()];
  return new Map(readings.flatMap((one) => (one.kind === "guideline" ? [[one.path, one.analysis] as const] : [])));
}

/** A set that uses every construct of the language, and those that are shipped. */
export const everything: Analyses = analysesIn(import.meta.dirname);

export const sets: ReadonlyMap<string, Analyses> = new Map([
  ["everything", everything],
  ...readdirSync(shipped, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [name, analysesIn(join(shipped, name))] as const),
]);

export interface File {
  readonly name: string;
  readonly analysis: Analysis;
}

export const files: readonly File[] = [...sets].flatMap(([set, analyses]) =>
  [...analyses].map(([path, analysis]) => ({ name: `${set}/${path}`, analysis })),
);

/** The same file with another text, read after it. */
export function retold(analysis: Analysis, text: string): Analysis {
  return analyse({ name: analysis.source.name, text }, analysis, analysis.neighbours);
}

/** Every `step`th of them, from one that depends on how many there are. */
export function some<T>(all: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, Math.ceil(all.length / most));
  return all.filter((_, at) => at % step === all.length % step);
}

export const errorsOf = ({ diagnostics }: Analysis) => diagnostics.filter(({ severity }) => severity === "error");

/** The errors that the second has and the first has not, by code. */
export function newErrors(before: Analysis, after: Analysis) {
  const known = errorsOf(before).map(({ code }) => code);
  return errorsOf(after).filter(({ code }) => {
    const at = known.indexOf(code);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}

/** The text with a completion taken, its places filled in as they are proposed, and where it ends. */
export function taking(text: string, { replace, insert, snippet }: Completion): { text: string; end: number } {
  const margin = /^\s*/.exec(text.slice(text.lastIndexOf("\n", replace.start - 1) + 1))?.[0] ?? "";
  const filled =
    snippet === true
      ? insert.replaceAll(/\$\{\d+:([^}]*)\}|\$\{?\d+\}?/g, "$1").replaceAll("\n", `\n${margin}`)
      : insert;
  return { text: applyEdits(text, [{ span: replace, text: filled }]), end: replace.start + filled.length };
}
