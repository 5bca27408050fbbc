import { basename, join } from "node:path";
import { type GuidelineSet, readSet } from "../../engine/set/index.ts";
import type { UsageProblem } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
import { type LoneGuideline, readSources, type SetSource } from "./sources.ts";
import type { Unsound } from "./unsound.ts";

/** A guideline set to ask many cases; one guideline that is named is a set of its own. */
export type WholeSet =
  | { readonly kind: "usage"; readonly problem: UsageProblem }
  | Unsound
  | {
      readonly kind: "sound";
      readonly set: GuidelineSet;
      /** With all its guidelines, where one of them was named. */
      readonly whole: GuidelineSet;
      /** Its folder, as the person calls it. */
      readonly shown: string;
    };

/** Reads the set that a path names, or stands in. What is wrong in its cases does not stand in the way. */
export async function readWholeSet(terminal: Terminal, path: string): Promise<WholeSet> {
  const { sets, guidelines, diagnostics, problems } = await readSources(terminal, [path]);
  const [problem] = problems;
  if (problem !== undefined) return { kind: "usage", problem };
  if (sets.length + guidelines.length > 1) return several(path);
  const [source] = sets;
  const [guideline] = guidelines;
  const broken = diagnostics.filter(({ severity }) => severity === "error");
  if (broken.length > 0) return { kind: "unsound", diagnostics: broken, texts: new Map() };
  if (source !== undefined) return ready(source, source.set.name, source.only);
  return guideline === undefined ? nothing(path) : ready(alone(guideline), guideline.path, basename(guideline.path));
}

function several(path: string): WholeSet {
  const message = `\`${path}\` holds several guideline sets.`;
  return { kind: "usage", problem: { message, hint: "Name one of them." } };
}

function nothing(path: string): WholeSet {
  return { kind: "usage", problem: { message: `\`${path}\` holds no guideline.` } };
}

export type Readable = Pick<SetSource, "shown" | "files">;

/** `only`: the one guideline of it that was named, if one was. */
function ready(source: Readable, name: string, only: string): WholeSet {
  const { value: set, diagnostics } = readSet(source.files);
  const errors = diagnostics.filter(({ severity, file }) => severity === "error" && !file.startsWith("cases/"));
  const named = set.guidelines.filter(({ path }) => !only.endsWith(".guideline") || path === only);
  const whole = { ...set, name };
  if (errors.length === 0) return { kind: "sound", set: { ...whole, guidelines: named }, whole, shown: source.shown };
  const texts = new Map(source.files.map(({ path, text }) => [join(source.shown, path), text]));
  return {
    kind: "unsound",
    diagnostics: errors.map((each) => ({ ...each, file: join(source.shown, each.file) })),
    texts,
  };
}

/** The name of its file in that set; standard input has none that ends as guidelines do. */
export const nameAlone = (path: string): string =>
  path.endsWith(".guideline") ? basename(path) : `${basename(path)}.guideline`;

/** A guideline with those that it rests on, as a set. */
export function alone({ path, text, beside }: LoneGuideline): Readable {
  const manifest = "schema: precept/set/1\nname: alone\ntitle: Alone\ndescription: One guideline by itself.\n";
  const files = [
    { path: nameAlone(path), text },
    ...beside.map((file) => ({ path: basename(file.path), text: file.text })),
  ];
  return { shown: join(path, ".."), files: [{ path: "set.yaml", text: manifest }, ...files] };
}
