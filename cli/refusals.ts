import type { CohortFile, CohortRead } from "../engine/values/cohort/index.ts";
import { type ExitCode, exit } from "./exit.ts";
import type { WholeSet } from "./input/index.ts";
import { diagnosticsAsJson, drawDiagnostics, printJson } from "./output/index.ts";
import { reportUsage } from "./report.ts";
import type { Terminal } from "./terminal.ts";

interface Wanted {
  readonly json?: true;
}

/** A set that cannot be asked; `consequence`: what is not done. */
export function reportUnsound(
  terminal: Terminal,
  read: Exclude<WholeSet, { kind: "sound" }>,
  { json, consequence }: Wanted & { readonly consequence: string },
): ExitCode {
  if (read.kind === "usage") return reportUsage(terminal, [read.problem]);
  if (json) printJson(terminal, { diagnostics: diagnosticsAsJson(read.diagnostics, read.texts) });
  else terminal.err(drawDiagnostics(read.diagnostics, read.texts, terminal.colour));
  terminal.err(`${consequence} while a guideline has an error.\n`);
  return exit.findings;
}

export function reportChanged(terminal: Terminal, { name }: CohortFile): ExitCode {
  terminal.err(`${name} changed while it was read. Nothing is counted; run it again.\n`);
  return exit.findings;
}

/** Nothing of the file is read. */
export function reportRefused(
  terminal: Terminal,
  { name }: CohortFile,
  read: Exclude<CohortRead, { kind: "read" }>,
  { json }: Wanted,
): ExitCode {
  const problems = read.kind === "refused" ? read.problems : [];
  if (json) printJson(terminal, { refused: problems });
  for (const { message, hint } of problems.slice(0, mostProblems)) terminal.err(`${name}: ${message} ${hint}\n`);
  if (problems.length > mostProblems) terminal.err(`${name}: and ${problems.length - mostProblems} more.\n`);
  terminal.err("No row of it was read.\n");
  return exit.findings;
}

/** Of a file that is none of ours, the first few say everything. */
export const mostProblems = 20;
