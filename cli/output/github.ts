import type { Placed } from "./place.ts";

const commands = { error: "error", warning: "warning", hint: "notice" } as const;

/** Workflow commands that put a diagnostic beside the line of a pull request. */
export function githubAnnotation(diagnostic: Placed): string {
  const { severity, file, line, column, endLine, endColumn, code, message, hint } = diagnostic;
  return annotation(
    commands[severity],
    { file, line, col: column, endLine, endColumn, title: code },
    `${message}${hint === undefined ? "" : `\n${hint}`}`,
  );
}

export function annotation(
  command: "error" | "warning" | "notice",
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${command} ${written.join(",")}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
