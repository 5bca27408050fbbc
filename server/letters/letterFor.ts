import { type Diagnostic, lineStarts, positionAt } from "../../dsl/index.ts";
import { determine } from "../../engine/determine/index.ts";
import { type Letter, letterOf } from "../../engine/letter/index.ts";
import { identify, type ReleaseManifest } from "../../engine/release/index.ts";
import { readSet, type SetFile } from "../../engine/set/index.ts";

/** A letter that is wanted. */
export interface LetterWanted {
  /** The texts of the set. */
  readonly files: readonly SetFile[];
  /** Of its releases: the letter names the one that the texts are of. */
  readonly releases: readonly ReleaseManifest[];
  /** Of the case within the set. */
  readonly path: string;
  /** In place of what is saved. */
  readonly caseText: string | null;
}

/** Why there is no letter. */
export interface Unwritten {
  readonly kind: "unwritten";
  readonly status: 404 | 422;
  readonly detail: string;
}

const unwritten = (status: Unwritten["status"], detail: string): Unwritten => ({ kind: "unwritten", status, detail });

/** Refused while the case or a guideline has an error. */
export function letterFor({ files, releases, path, caseText }: LetterWanted): Letter | Unwritten {
  const own = withCase(files, path, caseText);
  const read = readSet(own);
  const found = read.value.cases.find((each) => each.path === path);
  const error = firstError(read.diagnostics, own, path);
  if (error !== null) return unwritten(422, error);
  if (found === undefined) return unwritten(404, `There is no case \`${path}\` in this set.`);
  const determined = determine(read.value, found.case);
  const contradiction = firstError(determined.diagnostics, own, path);
  if (contradiction !== null) return unwritten(422, contradiction);
  const { version, digest } = identify(files, releases);
  return letterOf(found.case, determined.value, version === null ? null : { version, digest });
}

/** The set without its other cases, which are nothing to the letter. */
function withCase(files: readonly SetFile[], path: string, caseText: string | null): readonly SetFile[] {
  const others = files.filter((file) => !file.path.startsWith("cases/") && file.path !== path);
  const own = caseText === null ? files.filter((file) => file.path === path) : [{ path, text: caseText }];
  return [...others, ...own];
}

/** The first error of the case, or of anything that is no case, as a sentence with its place. */
function firstError(diagnostics: readonly Diagnostic[], files: readonly SetFile[], path: string): string | null {
  const error = diagnostics.find(
    ({ severity, file }) => severity === "error" && (file === path || !file.startsWith("cases/")),
  );
  if (error === undefined) return null;
  const text = files.find((file) => file.path === error.file)?.text ?? "";
  const { line, column } = positionAt(lineStarts(text), error.span.start);
  return `${error.file}:${line}:${column}: ${error.message}`;
}
