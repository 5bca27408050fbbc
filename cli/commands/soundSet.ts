import type { GuidelineSet } from "../../engine/set/index.ts";
import { type ExitCode, exit } from "../exit.ts";
import { readWholeSet } from "../input/index.ts";
import { diagnosticsAsJson, drawDiagnostics, printJson } from "../output/index.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";

/** A set without errors, or what to exit with, when why not has been told. */
export type SoundSet =
  | {
      readonly kind: "sound";
      readonly set: GuidelineSet;
      /** Its folder, as the person calls it. */
      readonly shown: string;
      /** Whether a guideline was asked for: all of them, or the one that was named. */
      readonly isAsked: (file: string) => boolean;
    }
  | { readonly kind: "told"; readonly code: ExitCode };

/** `otherwise`: what is not done while a guideline has an error. */
export async function readSoundSet(
  terminal: Terminal,
  path: string,
  { json, otherwise }: { readonly json: boolean; readonly otherwise: string },
): Promise<SoundSet> {
  const read = await readWholeSet(terminal, path);
  if (read.kind === "sound") {
    const asked = new Set(read.set.guidelines.map((each) => each.path));
    return { kind: "sound", set: read.whole, shown: read.shown, isAsked: (file) => asked.has(file) };
  }
  if (read.kind === "usage") return { kind: "told", code: reportUsage(terminal, [read.problem]) };
  if (json) printJson(terminal, { diagnostics: diagnosticsAsJson(read.diagnostics, read.texts) });
  else terminal.err(drawDiagnostics(read.diagnostics, read.texts, terminal.colour));
  terminal.err(`${otherwise}\n`);
  return { kind: "told", code: exit.findings };
}

/** A line every so often, once something takes longer than anybody waits without asking. */
export function progressOn(terminal: Terminal, what: string): (done: number, of: number) => void {
  let next = performance.now() + everySoOften;
  return (done, of) => {
    if (performance.now() < next) return;
    next = performance.now() + everySoOften;
    terminal.err(`${what}: ${done.toLocaleString("en")} of ${of.toLocaleString("en")}\n`);
  };
}

/** Milliseconds. */
const everySoOften = 3_000;
