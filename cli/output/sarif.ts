import type { Placed } from "./place.ts";

const levels = { error: "error", warning: "warning", hint: "note" } as const;

/** SARIF 2.1.0 (OASIS), as code scanning services read it. Columns are in UTF-16 units, as ours. */
export function sarif(diagnostics: readonly Placed[]): object {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].toSorted();
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "precept", rules: codes.map((id) => ({ id })) } },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((diagnostic) => result(diagnostic, codes)),
      },
    ],
  };
}

function result(diagnostic: Placed, codes: readonly string[]): object {
  const { line, column, endLine, endColumn, hint, message } = diagnostic;
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  const uri = diagnostic.file.split("/").map(encodeURIComponent).join("/");
  return {
    ruleId: diagnostic.code,
    ruleIndex: codes.indexOf(diagnostic.code),
    level: levels[diagnostic.severity],
    message: { text: hint === undefined ? message : `${message} ${hint}` },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
  };
}
