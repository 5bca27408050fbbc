import { relative } from "node:path";
import type { Diagnostic } from "../../dsl/index.ts";
import { identify, type Identity } from "../../engine/release/index.ts";
import type { GuidelineSet } from "../../engine/set/index.ts";
import type { Case } from "../../engine/values/index.ts";
import { decodeCase } from "../../engine/values/case/index.ts";
import { readReleases, releasesFolder } from "../../server/publishing/index.ts";
import { decodeText, readTextFile } from "../../server/store/index.ts";
import type { UsageProblem } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
import { analyseSet } from "./analyseSources.ts";
import { findPath, setAbove } from "./paths.ts";
import { readSources, type SetSource } from "./sources.ts";

/** A case and the guideline set to determine it with. */
export type CaseInSet =
  | { readonly kind: "usage"; readonly problem: UsageProblem }
  /** Errors in the case or in a guideline: what a determination would say is not known. */
  | {
      readonly kind: "unsound";
      readonly diagnostics: readonly Diagnostic[];
      readonly texts: ReadonlyMap<string, string>;
    }
  | {
      readonly kind: "sound";
      readonly case: Case;
      readonly set: GuidelineSet;
      readonly madeWith: Identity;
      readonly texts: ReadonlyMap<string, string>;
    };

/** Reads a case (`-` is standard input) and its set: the one given, else the nearest folder above that is one. */
export async function readCaseInSet(terminal: Terminal, given: string, givenSet: string | null): Promise<CaseInSet> {
  const found = await readCaseText(terminal, given);
  if ("message" in found) return { kind: "usage", problem: found };
  const source = await findSet(terminal, found.path, given, givenSet);
  if ("message" in source) return { kind: "usage", problem: source };
  return combine(found, source);
}

interface CaseText {
  /** Absolute, `null` for standard input. */
  readonly path: string | null;
  readonly shown: string;
  readonly text: string;
}

async function readCaseText(terminal: Terminal, given: string): Promise<CaseText | UsageProblem> {
  if (given === "-") {
    const { text, problem } = decodeText(await terminal.stdin());
    return text === null ? { message: problem } : { path: null, shown: "<stdin>", text };
  }
  const found = await findPath(terminal.folder, given);
  if (found.kind === "missing") return found.problem;
  if (found.kind === "folder") return { message: `\`${given}\` is a folder.`, hint: "Name one case file." };
  const { text, problem } = await readTextFile(found.path);
  return text === null ? { message: `\`${given}\`: ${problem}` } : { path: found.path, shown: given, text };
}

async function findSet(
  terminal: Terminal,
  path: string | null,
  given: string,
  givenSet: string | null,
): Promise<SetSource | UsageProblem> {
  const above = path === null ? null : await setAbove(path);
  const folder = givenSet ?? (above === null ? null : relative(terminal.folder, above) || ".");
  if (folder === null)
    return { message: `\`${given}\` stands in no guideline set.`, hint: "Name one with `--set FOLDER`." };
  const sources = await readSources(terminal, [folder]);
  const [problem] = sources.problems;
  const [source] = sources.sets;
  return problem ?? source ?? { message: `\`${folder}\` is not a guideline set: it holds no \`set.yaml\`.` };
}

async function combine(found: CaseText, source: SetSource): Promise<CaseInSet> {
  const analysed = analyseSet({ ...source, only: "" });
  const decoded = decodeCase({ name: found.shown, text: found.text });
  const ofGuidelines = analysed.diagnostics.filter(({ file }) => !relative(source.shown, file).startsWith("cases"));
  const errors = [...ofGuidelines, ...decoded.diagnostics].filter(({ severity }) => severity === "error");
  const texts = new Map([...analysed.texts, [found.shown, found.text]]);
  if (errors.length > 0 || decoded.value === null) return { kind: "unsound", diagnostics: errors, texts };
  const { releases } = await readReleases(releasesFolder(source.set));
  const manifests = releases.map(({ manifest }) => manifest);
  const madeWith = identify(source.files, manifests);
  return { kind: "sound", case: decoded.value, set: analysed.set, madeWith, texts };
}
