import { CommanderError } from "commander";
import { type ExitCode, exit } from "./exit.ts";
import { buildProgram } from "./program.ts";
import { systemProblem } from "../server/folders/index.ts";
import { reportUsage } from "./report.ts";
import type { Terminal } from "./terminal.ts";

/** Runs one command line to its end and says what to exit with. */
export async function run(parameters: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exit.fine;
  const program = buildProgram(terminal, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(parameters, { from: "user" });
    return code;
  } catch (error) {
    // Help and the version end the parsing by throwing, with nothing wrong.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.fine : exit.usage;
    const why = systemProblem(error);
    return why === null
      ? reportBug(terminal, error)
      : reportUsage(terminal, [{ message: `What was asked for was not done. ${why}` }]);
  }
}

function reportBug(terminal: Terminal, error: unknown): ExitCode {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.err(`precept: this is a mistake of ours; what was asked for was not done.\n${trace}\n`);
  return exit.internal;
}
