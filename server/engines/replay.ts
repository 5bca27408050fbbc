import { z } from "zod";
import { canonicalText } from "../../engine/digest/index.ts";
import { caseDigest } from "../../engine/record/index.ts";
import type { Release } from "../../engine/release/index.ts";
import { decodeCase } from "../../engine/values/case/index.ts";
import { askEngine, type Question, type ReleaseContent } from "./ask.ts";
import { differences } from "./differences.ts";

const recordSchema = z.looseObject({
  schema: z.literal("precept/determination/1"),
  set: z.string(),
  version: z.string().nullable(),
  digest: z.string(),
  caseDigest: z.string(),
  asOf: z.iso.date().optional(),
  leftOut: z.array(z.string()).optional(),
});
export type RecordHead = z.infer<typeof recordSchema>;

/** What a record of a determination says of itself; `null` for what is none. */
export function recordHead(text: string): RecordHead | null {
  try {
    return recordSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

export type Replay =
  | { readonly kind: "identical" }
  /** `differences`: a sentence each. `text`: what the release says. */
  | { readonly kind: "different"; readonly differences: readonly string[]; readonly text: string }
  /** There is nothing to compare with. */
  | { readonly kind: "not possible"; readonly problem: string };

/** A record and the text of the case that it is of. */
export interface Recorded {
  readonly record: string;
  readonly caseText: string;
}

/** A release that was verified, with its digest. */
export interface RecordedRelease extends ReleaseContent {
  readonly release: Pick<Release, "manifest" | "digest">;
}

/** Determines a case again with the engine of the release that its record names, and compares bytes. */
export async function replay(content: RecordedRelease, recorded: Recorded): Promise<Replay> {
  const [replayed] = await replayAll(content, [recorded]);
  return replayed ?? { kind: "not possible", problem: noAnswer };
}

/** As `replay`, many of one release at once. */
export async function replayAll(content: RecordedRelease, recorded: readonly Recorded[]): Promise<readonly Replay[]> {
  const ready = recorded.map((each) => ({ ...each, problem: problemOf(content, each.record) }));
  const asked = ready.filter(({ problem }) => problem === null);
  const { replies, problem } = await askEngine(content, asked.map(questionOf));
  const answers = new Map(asked.map((each, at) => [each, replies?.[at]]));
  return ready.map((each) => {
    const reply = answers.get(each);
    if (reply !== undefined) return compared(each, reply);
    return { kind: "not possible", problem: each.problem ?? problem ?? noAnswer };
  });
}

const noAnswer = "The engine of this release gave no answer.";

function questionOf({ record, caseText }: Recorded): Question {
  const { asOf, leftOut } = recordHead(record) ?? {};
  const options = { ...(asOf === undefined ? {} : { asOf }), ...(leftOut === undefined ? {} : { leaveOut: leftOut }) };
  return { ask: "determine", caseText, options };
}

/** Why a record cannot have been made with a release; `null` when it says that it was. */
function problemOf({ release: { manifest, digest } }: RecordedRelease, record: string): string | null {
  const head = recordHead(record);
  if (head === null) return "This is no record of a determination.";
  if (head.digest === digest) return null;
  const made = `The record was made with ${head.set} ${head.version ?? "as it stood, not released"}, ${head.digest}`;
  return `${made}; this release is ${manifest.set} ${manifest.version}, ${digest}.`;
}

function compared({ record, caseText }: Recorded, text: string): Replay {
  if (record === text) return { kind: "identical" };
  const [head, made] = [recordHead(record), recordHead(text)];
  if (head === null || made === null)
    return { kind: "not possible", problem: refusedBecause(parsed(text), head, caseText) };
  return { kind: "different", differences: told(head, made), text };
}

/** First what tells why nothing can agree. */
function told(record: RecordHead, made: RecordHead): readonly string[] {
  if (record.caseDigest !== made.caseDigest) return [otherCase(record.caseDigest, made.caseDigest)];
  if (canonicalText(record) === canonicalText(made))
    return ["It says the same, but its bytes are not the ones made: the JSON is written otherwise."];
  const named = [
    ...(record.set === made.set
      ? []
      : [`The record names another set, \`${record.set}\`: its release is of \`${made.set}\`.`]),
    ...(record.version === made.version
      ? []
      : [`The record names another version, ${record.version ?? "none"}: its release is ${made.version ?? "none"}.`]),
  ];
  return [...named, ...differences({ ...record, set: made.set, version: made.version }, made)];
}

function otherCase(recorded: string, given: string): string {
  return `This is not the case the record was made of: the record names the case ${recorded}, and this one is ${given}.`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const refusalSchema = z.object({ problems: z.array(z.object({ message: z.string() })).min(1) });

function refusedBecause(reply: unknown, head: RecordHead | null, caseText: string): string {
  const refusal = refusalSchema.safeParse(reply);
  if (!refusal.success) return noAnswer;
  const said = refusal.data.problems.map(({ message }) => message).join(" ");
  const given = digestToday(caseText);
  return head === null || given === null || given === head.caseDigest
    ? said
    : `${otherCase(head.caseDigest, given)} ${said}`;
}

/** By the engine of today, since that of the release gave no answer; `null`: this is no case. */
function digestToday(caseText: string): string | null {
  const { value } = decodeCase({ name: "case", text: caseText });
  return value === null ? null : caseDigest(value);
}
