import { type ExitCode, exit, type UsageProblem } from "./exit.ts";
import type { Terminal } from "./terminal.ts";

/** Tells the person what cannot be meant; the exit code for it. */
export function reportUsage(terminal: Terminal, problems: readonly UsageProblem[]): ExitCode {
  for (const { message, hint } of problems)
    terminal.err(`precept: ${message}${hint === undefined ? "" : ` ${hint}`}\n`);
  return exit.usage;
}
