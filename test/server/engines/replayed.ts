import type { SetFile } from "../../../engine/set/index.ts";
import { type Replay, replayAll } from "../../../server/engines/index.ts";
import { altered, type Good, recordedBy, releaseOf, today } from "./released.ts";

/** Of every case of a set in turn, each with another service date, as many as `count`. */
export function casesOf(files: readonly SetFile[], count: number): readonly string[] {
  const cases = files.filter(({ path }) => path.startsWith("cases/")).map(({ text }) => text);
  return Array.from({ length: count }, (_, at) =>
    (cases[at % cases.length] ?? "").replace(/service date: \d{4}-\d{2}-\d{2}/, `service date: ${dayOf(at)}`),
  );
}

const two = (of: number): string => String(of).padStart(2, "0");

const dayOf = (at: number): string => `20${two(10 + (at % 15))}-03-${two(1 + (at % 28))}`;

/** What the engine of today says of a criterion that nobody addressed. */
const words = "The case does not speak of it.";

/** Releases of one set: two with engines that word that otherwise, and between them one of today's. */
export async function threeReleases(files: readonly SetFile[]): Promise<readonly Good[]> {
  const engine = await today();
  const remarked = files.map((file) =>
    file.path === "set.yaml" ? { ...file, text: `${file.text}# A remark.\n` } : file,
  );
  const older = await releaseOf(files, altered(engine, words, "The record is silent."));
  const newer = await releaseOf(remarked, engine, older);
  return [older, newer, await releaseOf(files, altered(engine, words, "Nobody said."), newer)];
}

/** Records cases as somebody does who installed the release, replays the records, and tells those that came out otherwise. */
export async function notIdentical(release: Good, cases: readonly string[]): Promise<readonly Replay[]> {
  const records = await recordedBy(release, cases);
  const recorded = cases.map((caseText, at) => ({ caseText, record: records[at] ?? "" }));
  const replayed = await replayAll(release, recorded);
  return replayed.filter(({ kind }) => kind !== "identical");
}
