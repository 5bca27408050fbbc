import { done } from "../folders/index.ts";
import type { RoundTexts } from "../protocol/index.ts";
import type { Database } from "../store/index.ts";
import { bar, type Outcome } from "./barrier.ts";
import { baseOf } from "./base.ts";
import { readRounds, textsOfRound } from "./rounds.ts";

/** The files of a round that are not what they were in the release it is compared with, both whole. */
export async function roundTexts(database: Database, change: number, number: number): Promise<Outcome<RoundTexts>> {
  const round = (await readRounds(database, change)).find((one) => one.round === number);
  if (round === undefined) return bar(404, `There is no round ${number} of a change ${change} here.`);
  const base = round.base === null ? null : await baseOf(database, round.name, round.base);
  const before = new Map(base?.files.map(({ path, text }) => [path, text]));
  const now = new Map((await textsOfRound(database, round)).map(({ path, text }) => [path, text]));
  const paths = [...new Set([...before.keys(), ...now.keys()])].toSorted();
  const files = paths.map((path) => ({ path, before: before.get(path) ?? null, now: now.get(path) ?? null }));
  return done({ files: files.filter((file) => file.before !== file.now) });
}
