import { type Diagnostic, type Paint, render } from "../../dsl/index.ts";
import { palette } from "./palette.ts";
import { type Placed, place } from "./place.ts";
import { counted } from "./wrap.ts";

type Texts = ReadonlyMap<string, string>;

/** Diagnostics for people: each with the reader's own line, the sentence, the hint and the fixes. */
export function drawDiagnostics(diagnostics: readonly Diagnostic[], texts: Texts, colour: boolean): string {
  const colours = palette(colour);
  const paint = { strong: colours.strong, bad: colours.bad, soft: colours.quiet };
  const drawn = diagnostics.map((each) => {
    const text = texts.get(each.file);
    return text === undefined ? withoutText(each, paint) : render(each, text, paint);
  });
  return drawn.map((text) => `${text}\n\n`).join("");
}

/** A diagnostic about a file that has no text to show. */
function withoutText({ code, severity, message, file, hint }: Diagnostic, paint: Paint): string {
  const heading = `${paint.bad(`${severity} ${code}`)}: ${paint.strong(message)}\n${paint.soft(`  ${file}`)}`;
  return hint === undefined ? heading : `${heading}\n  ${hint}`;
}

/** The fields of a diagnostic that `--json` promises. */
export function diagnosticsAsJson(diagnostics: readonly Diagnostic[], texts: Texts): readonly object[] {
  return place(diagnostics, texts).map(asJson);
}

function asJson({ code, severity, message, file, line, column, endLine, endColumn, hint, fixes }: Placed): object {
  const titles = fixes.map(({ title, safe }) => ({ title, safe }));
  return {
    code,
    severity,
    message,
    file,
    line,
    column,
    endLine,
    endColumn,
    ...(hint === undefined ? {} : { hint }),
    fixes: titles,
  };
}

/** `2 errors, 1 warning`; empty without any. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return (["error", "warning", "hint"] as const)
    .map((severity) => ({ severity, count: diagnostics.filter((each) => each.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => counted(count, severity))
    .join(", ");
}

export function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
