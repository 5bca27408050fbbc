#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// Before anything else is loaded: what was compiled for the last command is not compiled again, which takes a third off the start.
enableCompileCache();
const { run } = await import("./run.ts");
const { processTerminal } = await import("./terminal.ts");

// Set rather than exited with, so that everything written is still delivered.
process.exitCode = await run(process.argv.slice(2), processTerminal());
