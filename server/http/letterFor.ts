import type { Diagnostic } from "../../dsl/index.ts";
import { determine } from "../../engine/determine/index.ts";
import { type Letter, letterOf } from "../../engine/letter/index.ts";
import { identify, type ReleaseManifest } from "../../engine/release/index.ts";
import { readSet, type SetFile } from "../../engine/set/index.ts";
import { done, type Result, refuse } from "../folders/index.ts";
import type { Draft } from "../store/drafts/index.ts";
import { placed } from "./releaseViews.ts";

interface Asked {
  /** Of the case within the set. */
  readonly path: string;
  /** In place of what is saved. */
  readonly caseText: string | null;
}

/** The letter of a case of a set with these releases. Refused while the case or a guideline has an error. */
export async function letterFor(
  draft: Draft,
  releases: readonly ReleaseManifest[],
  asked: Asked,
): Promise<Result<Letter>> {
  const { path, caseText } = asked;
  const files = withCase(draft.files, path, caseText);
  const read = readSet(files);
  const found = read.value.cases.find((each) => each.path === path);
  const error = firstError(read.diagnostics, files, path);
  if (error !== null) return refuse({ kind: "not text", detail: error });
  if (found === undefined) return refuse({ kind: "not found", detail: `There is no case \`${path}\` in this set.` });
  const determined = determine(read.value, found.case);
  const contradiction = firstError(determined.diagnostics, files, path);
  if (contradiction !== null) return refuse({ kind: "not text", detail: contradiction });
  const { version, digest } = identify(draft.files, releases);
  return done(letterOf(found.case, determined.value, version === null ? null : { version, digest }));
}

function withCase(files: readonly SetFile[], path: string, caseText: string | null): readonly SetFile[] {
  if (caseText === null) return files;
  return [...files.filter((file) => file.path !== path), { path, text: caseText }];
}

/** The first error of the case, or of anything that is no case, as a sentence with its place. */
function firstError(diagnostics: readonly Diagnostic[], files: readonly SetFile[], path: string): string | null {
  const error = diagnostics.find(
    ({ severity, file }) => severity === "error" && (file === path || !file.startsWith("cases/")),
  );
  if (error === undefined) return null;
  const text = files.find((file) => file.path === error.file)?.text ?? "";
  const { line, column, message } = placed(error, text);
  return `${error.file}:${line}:${column}: ${message}`;
}
