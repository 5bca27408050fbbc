import { setFiles } from "../../engine/release/index.ts";
import { type Diagnostic, lineStarts, positionAt } from "../../dsl/index.ts";
import type { PlacedDiagnostic, Release } from "../protocol/index.ts";
import type { ShelvedRelease } from "../publishing/index.ts";

export function asRelease({ manifest, digest, file, effective }: ShelvedRelease): Release {
  const { version, meaning, previous, bump, cases } = manifest;
  return {
    version,
    digest,
    meaning,
    previous: previous?.version ?? null,
    bump,
    effective,
    cases,
    files: setFiles(manifest).map(({ path, sha256 }) => ({ path, sha256 })),
    file,
  };
}

export function placed({ code, severity, message, file, span, hint }: Diagnostic, text: string): PlacedDiagnostic {
  const { line, column } = positionAt(lineStarts(text), span.start);
  return { code, severity, message, file, line, column, ...(hint === undefined ? {} : { hint }) };
}
