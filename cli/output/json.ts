import type { Terminal } from "../terminal.ts";

/** Raised when a field named in the documentation changes its meaning or goes; fields may be added freely. */
const SCHEMA_VERSION = 1;

/** Prints the one JSON object of a command. */
export function printJson(terminal: Terminal, value: object): void {
  terminal.out(`${JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...value }, null, 2)}\n`);
}
