import { setFiles } from "../../engine/release/index.ts";
import { type Diagnostic, lineStarts, positionAt } from "../../dsl/index.ts";
import type { PlacedDiagnostic, Release } from "../protocol/index.ts";
import type { StoredRelease } from "../publishing/index.ts";

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

export function placed({ code, severity, message, file, span, hint }: Diagnostic, text: string): PlacedDiagnostic {
  const { line, column } = positionAt(lineStarts(text), span.start);
  return { code, severity, message, file, line, column, ...(hint === undefined ? {} : { hint }) };
}
