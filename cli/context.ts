import type { ExitCode } from "./exit.ts";
import type { Terminal } from "./terminal.ts";

/** What every command is made with: where it reads and writes, and how it says what to exit with. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly finish: (code: ExitCode) => void;
}
