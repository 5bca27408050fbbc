import { resolve } from "node:path";
import { z } from "zod";
import { notDeciding, type Standing } from "../../engine/attestation/index.ts";
import { askEngine, type Question } from "../../server/engines/index.ts";
import { replaceFile } from "../../server/folders/index.ts";
import { type ExitCode, exit } from "../exit.ts";
import { type KeysOption, readCaseText, releaseAt } from "../input/index.ts";
import { drawRecord, palette, printJson } from "../output/index.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";

export interface ReleaseOptions extends KeysOption {
  readonly release: string;
  readonly asOf?: string;
  readonly letter?: "md" | "html" | "docx" | "pdf";
  readonly record?: string;
  readonly out?: string;
  readonly leaveOut: readonly string[];
  readonly json?: true;
}

/** Determines a case with a release instead of a folder: by the engine in it, whatever this one would say. */
export async function determineWithRelease(
  terminal: Terminal,
  given: string,
  options: ReleaseOptions,
): Promise<ExitCode> {
  const of = await readCaseText(terminal, given);
  if ("message" in of) return reportUsage(terminal, [of]);
  const { letter } = options;
  if (letter === "docx" || letter === "pdf")
    return reportUsage(terminal, [{ message: "A release writes its letters as `md` or `html`." }]);
  const found = await releaseAt(terminal, options.release, options);
  if (found.ok === "usage") return reportUsage(terminal, [found.problem]);
  if (!found.ok) return reportRefused(terminal, found.reasons, exit.verification);
  const { asOf, leaveOut } = options;
  const asked = { ...(asOf === undefined ? {} : { asOf }), ...(leaveOut.length === 0 ? {} : { leaveOut }) };
  const questions: readonly Question[] = [
    { ask: "determine", caseText: of.text, options: asked },
    ...(letter === undefined
      ? []
      : [{ ask: "letter" as const, caseText: of.text, options: { ...asked, format: letter } }]),
  ];
  const { replies, problem } = await askEngine(found, questions);
  if (replies === null) return reportRefused(terminal, [problem], exit.verification);
  const refused = refusals(replies[0] ?? "");
  if (refused !== null) return reportRefused(terminal, refused, exit.findings);
  const notes = notesOn(found.standing, replies[0] ?? "");
  for (const said of [...(found.remark === null ? [] : [found.remark]), ...notes]) terminal.err(`${said}\n`);
  return print(terminal, replies, { ...options, notes });
}

const dayOfSchema = z.object({ serviceDate: z.string(), asOf: z.string().optional() });

/** A release that is named is asked about any day; whether the day is one of its own is only said. */
function notesOn(standing: Standing, record: string): readonly string[] {
  const { serviceDate, asOf } = dayOfSchema.parse(JSON.parse(record));
  const not = notDeciding(standing, asOf ?? serviceDate);
  return not === null ? [] : [`${not} It answers because it was named.`];
}

async function print(
  terminal: Terminal,
  [record = "", letter]: readonly string[],
  options: ReleaseOptions & { readonly notes: readonly string[] },
): Promise<ExitCode> {
  const { notes } = options;
  if (options.record !== undefined) await replaceFile(resolve(terminal.folder, options.record), Buffer.from(record));
  if (letter !== undefined) {
    const { text } = z.object({ text: z.string() }).parse(JSON.parse(letter));
    if (options.out === undefined) terminal.out(text);
    else await replaceFile(resolve(terminal.folder, options.out), Buffer.from(text));
  } else if (options.json)
    printJson(terminal, { ...z.looseObject({}).parse(JSON.parse(record)), ...(notes.length === 0 ? {} : { notes }) });
  else terminal.out(drawRecord(record, palette(terminal.colour), terminal.width) ?? `${record}\n`);
  return exit.fine;
}

function reportRefused(terminal: Terminal, reasons: readonly string[], code: ExitCode): ExitCode {
  for (const reason of reasons) terminal.err(`${reason}\n`);
  terminal.err("Nothing is determined.\n");
  return code;
}

const refusalSchema = z.object({
  schema: z.literal("precept/refusal/1"),
  problems: z.array(
    z.object({
      message: z.string(),
      file: z.string().optional(),
      line: z.number().optional(),
      hint: z.string().optional(),
    }),
  ),
  unknown: z.array(z.object({ name: z.string(), near: z.string().nullable() })).default([]),
});

/** Why the engine has no answer, a line each; `null` when it has one. */
function refusals(reply: string): readonly string[] | null {
  const refusal = refusalSchema.safeParse(JSON.parse(reply));
  if (!refusal.success) return null;
  const { problems, unknown } = refusal.data;
  const told = problems.map(({ file, line, message, hint }) => {
    const place = file === undefined ? "" : `${file}:${line ?? 1}: `;
    return `${place}${message}${hint === undefined ? "" : ` ${hint}`}`;
  });
  return [...told, ...(unknown.length === 0 ? [] : [withoutThem(unknown.map(({ name }) => name))])];
}

/** Nothing is left out unasked: under a name that is only misspelt it would count as never given. */
function withoutThem(names: readonly string[]): string {
  const options = names.map((name) => `--leave-out ${quoted(name)}`).join(" ");
  return `Where only another edition asks for it, be answered without it: ${options}. The record, the letter and the answer say so.`;
}

/** A case may come from anybody, and this is copied into a shell. */
const quoted = (name: string): string => `'${name.replaceAll("'", "'\\''")}'`;
