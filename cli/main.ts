#!/usr/bin/env node
import { run } from "./run.ts";
import { processTerminal } from "./terminal.ts";

// Set rather than exited with, so that everything written is still delivered.
process.exitCode = await run(process.argv.slice(2), processTerminal());
