import { type Objection, setFiles } from "../../engine/release/index.ts";
import { type Diagnostic, lineStarts, positionAt } from "../../dsl/index.ts";
import type { PlacedDiagnostic, Release } from "../protocol/index.ts";
import type { StoredRelease } from "../publishing/index.ts";
import type { StoredFile } from "../folders/index.ts";

export function asRelease({ manifest, digest, file }: StoredRelease): Release {
  const { version, meaning, previous, bump, cases } = manifest;
  return {
    version,
    digest,
    meaning,
    previous: previous?.version ?? null,
    bump,
    cases,
    files: setFiles(manifest).map(({ path, sha256 }) => ({ path, sha256 })),
    file,
  };
}

/** Cases that stand in the way of a release, with what was expected and seen. */
export function asFailures(objections: readonly Objection[]) {
  return objections.flatMap((objection) => {
    if (objection.kind !== "failing case" && objection.kind !== "no expectation") return [];
    const silent = { expected: "no expectation", actual: "not tested" };
    const { expected, actual } = objection.kind === "failing case" ? objection : silent;
    return [{ case: objection.case, path: objection.path, expected, actual }];
  });
}

export function asDiagnostics(objections: readonly Objection[], files: readonly StoredFile[]): PlacedDiagnostic[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return objections.flatMap((objection) =>
    objection.kind === "diagnostic" ? [placed(objection.diagnostic, texts.get(objection.diagnostic.file) ?? "")] : [],
  );
}

export function placed({ code, severity, message, file, span, hint }: Diagnostic, text: string): PlacedDiagnostic {
  const { line, column } = positionAt(lineStarts(text), span.start);
  return { code, severity, message, file, line, column, ...(hint === undefined ? {} : { hint }) };
}

/** Why nothing was published, as one sentence. */
export function refusalSentence(objections: readonly Objection[]): string {
  const details = objections.flatMap((objection) => (objection.kind === "set" ? [objection.detail] : []));
  const count = (kind: Objection["kind"]) => objections.filter((objection) => objection.kind === kind).length;
  const counts = [
    counted(count("failing case"), "case does not come out as expected", "cases do not come out as expected"),
    counted(count("no expectation"), "case says nothing of what is expected", "cases say nothing of what is expected"),
    counted(count("diagnostic"), "error stands in the files", "errors stand in the files"),
  ].filter((text) => text !== "");
  return [...details, ...(counts.length === 0 ? [] : [`${counts.join("; ")}.`])].join(" ");
}

function counted(count: number, one: string, many: string): string {
  if (count === 0) return "";
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}
