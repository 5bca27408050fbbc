import { z } from "zod";
import { canonicalText } from "../../engine/digest/index.ts";
import type { Release } from "../../engine/release/index.ts";
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
    if (reply !== undefined) return compared(each.record, reply);
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

function compared(record: string, text: string): Replay {
  if (record === text) return { kind: "identical" };
  const now = parsed(text);
  if (!recordSchema.safeParse(now).success) return { kind: "not possible", problem: refusedBecause(now) };
  const before = parsed(record);
  if (canonicalText(before) === text) {
    const spelled = "It says the same, but its bytes are not the ones made: the JSON is written otherwise.";
    return { kind: "different", differences: [spelled], text };
  }
  return { kind: "different", differences: differences(before, now), text };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const refusalSchema = z.object({ problems: z.array(z.object({ message: z.string() })).min(1) });

function refusedBecause(reply: unknown): string {
  const refusal = refusalSchema.safeParse(reply);
  if (!refusal.success) return noAnswer;
  return refusal.data.problems.map(({ message }) => message).join(" ");
}
