import { type ExitCode, exit } from "../exit.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";
import type { Answer } from "./ask.ts";

/** Tells why a server did not do what it was asked. */
export function reportUnanswered(terminal: Terminal, answer: Exclude<Answer, { kind: "answered" }>): ExitCode {
  if (answer.kind === "silent") {
    const hint = "Start one with `precept serve`, or name another with --server or PRECEPT_SERVER.";
    return reportUsage(terminal, [{ message: answer.detail, hint }]);
  }
  const { status, detail } = answer;
  if (status !== 401) {
    terminal.err(`precept: ${detail}\n`);
    return status === 403 || status === 404 ? exit.usage : exit.findings;
  }
  return reportUsage(terminal, [{ message: detail, hint: "Put a token of your account into PRECEPT_TOKEN." }]);
}
