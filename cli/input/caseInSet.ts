import { join, relative } from "node:path";
import type { Diagnostic } from "../../dsl/index.ts";
import { identify, type Identity } from "../../engine/release/index.ts";
import { type GuidelineSet, readSet } from "../../engine/set/index.ts";
import type { Case } from "../../engine/values/index.ts";
import { readReleases, releasesFolder } from "../../server/publishing/index.ts";
import type { UsageProblem } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
import { shownIn } from "./analyseSources.ts";
import { type CaseText, readCaseText } from "./caseText.ts";
import { setAbove } from "./paths.ts";
import { readSources, type SetSource } from "./sources.ts";
import type { Unsound } from "./unsound.ts";

/** A case and the guideline set to determine it with. */
export type CaseInSet =
  | { readonly kind: "usage"; readonly problem: UsageProblem }
  | Unsound
  | {
      readonly kind: "sound";
      readonly case: Case;
      readonly set: GuidelineSet;
      readonly madeWith: Identity;
      /** The texts as they stand, whether or not they are a release. */
      readonly asItStands: Identity;
      readonly texts: ReadonlyMap<string, string>;
      /** Warnings and less, of the case. */
      readonly remarks: readonly Diagnostic[];
      /** What is said of a file of the set, by the name that was typed. */
      readonly shown: (diagnostic: Diagnostic) => Diagnostic;
    };

/** Reads a case (`-` is standard input) and its set: the one given, else the nearest folder above that is one. */
export async function readCaseInSet(terminal: Terminal, given: string, givenSet: string | null): Promise<CaseInSet> {
  const found = await readCaseText(terminal, given);
  if ("message" in found) return { kind: "usage", problem: found };
  const set = await findSet(terminal, found.path, given, givenSet);
  if ("message" in set) return { kind: "usage", problem: set };
  return combine(found, set);
}

interface FoundSet {
  readonly source: SetSource;
  /** Its files that are no text. */
  readonly broken: readonly Diagnostic[];
}

async function findSet(
  terminal: Terminal,
  path: string | null,
  given: string,
  givenSet: string | null,
): Promise<FoundSet | UsageProblem> {
  const above = path === null ? null : await setAbove(path);
  const folder = givenSet ?? (above === null ? null : relative(terminal.folder, above) || ".");
  if (folder === null)
    return { message: `\`${given}\` stands in no guideline set.`, hint: "Name one with `--set FOLDER`." };
  const sources = await readSources(terminal, [folder]);
  const [problem] = sources.problems;
  const [source] = sources.sets;
  if (problem !== undefined) return problem;
  if (source === undefined) return { message: `\`${folder}\` is not a guideline set: it holds no \`set.yaml\`.` };
  return { source, broken: sources.diagnostics };
}

/**
 * The case is read as one of the set, so that a fact which no guideline declares or a value that does not fit is complained
 * of before anything is determined. What is wrong in other cases does not stand in the way.
 */
async function combine(found: CaseText, { source, broken }: FoundSet): Promise<CaseInSet> {
  const path = pathInSet(found, source);
  const { value: set, diagnostics } = readSet([
    ...source.files.filter((file) => file.path !== path),
    { path, text: found.text },
  ]);
  const shown = (each: Diagnostic): Diagnostic =>
    each.file === path ? { ...each, file: found.shown } : shownIn(source, each);
  const said = diagnostics.map(shown);
  const otherCases = join(source.shown, "cases/");
  const errors = [...broken, ...said].filter(
    ({ severity, file }) => severity === "error" && (file === found.shown || !file.startsWith(otherCases)),
  );
  const texts = new Map(source.files.map((file) => [join(source.shown, file.path), file.text]));
  texts.set(found.shown, found.text);
  const own = set.cases.find((each) => each.path === path);
  if (errors.length > 0 || own === undefined) return { kind: "unsound", diagnostics: errors, texts };
  const remarks = said.filter(({ file }) => file === found.shown);
  return {
    kind: "sound",
    case: own.case,
    set,
    madeWith: await identityOf(source),
    asItStands: identify(source.files, []),
    texts,
    remarks,
    shown,
  };
}

async function identityOf({ set, files }: SetSource): Promise<Identity> {
  const { releases } = await readReleases(releasesFolder(set));
  return identify(
    files,
    releases.map(({ manifest }) => manifest),
  );
}

/** Where the case stands in the set, or would: a case from elsewhere takes no other's place. */
function pathInSet({ path }: CaseText, { set }: SetSource): string {
  const inside = path === null ? "" : relative(set.folder, path).replaceAll("\\", "/");
  return /^cases\/[^/]+\.(?:ya?ml|json)$/.test(inside) ? inside : "cases/(this case).yaml";
}
