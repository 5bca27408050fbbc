import { checkRebuttals, type GuidelineSet } from "../../engine/set/index.ts";
import {
  type Asking,
  type CohortFile,
  type CohortRead,
  readCohort,
  type Reading,
  readingFor,
} from "../../engine/values/cohort/index.ts";
import type { Terminal } from "../terminal.ts";

/** The cases of a cohort as all of the sets ask for them; how far it is, on standard error. */
export async function cohortOfSets(
  terminal: Terminal,
  file: CohortFile,
  sets: readonly GuidelineSet[],
): Promise<{ readonly reading: Reading; readonly read: CohortRead }> {
  const reading = readingOf(sets);
  return { reading, read: await readCohort(file, reading, { progress: progressOn(terminal, file) }) };
}

function readingOf(sets: readonly GuidelineSet[]): Reading {
  const guidelines = sets.flatMap((set) => set.guidelines);
  const asking: readonly Asking[] = guidelines.map(({ guideline, compiled }) => ({
    guideline,
    program: compiled.program,
  }));
  const all = guidelines.map(({ guideline }) => guideline);
  return readingFor(asking, (of) => checkRebuttals(of, all));
}

/** A line every so often, once reading takes longer than anybody waits without asking. */
function progressOn(terminal: Terminal, { name }: CohortFile): (read: { cases: number; bytes: number }) => void {
  let next = performance.now() + everySoOften;
  return ({ cases, bytes }) => {
    if (performance.now() < next) return;
    next = performance.now() + everySoOften;
    terminal.err(`${name}: ${cases.toLocaleString("en")} cases read, ${Math.round(bytes / 2 ** 20)} MB\n`);
  };
}

/** Milliseconds. */
const everySoOften = 3_000;
