import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type GuidelineSet, readSet, type SetFile } from "../../engine/set/index.ts";
import { testSet } from "../../engine/testing/index.ts";
import { type Figure, quantile, times } from "./harness/index.ts";
import { edits, insideDeclarations, longSet, nameOfAFact } from "./sets/index.ts";

/*
 * What the studio's worker does after a keystroke, all over a guideline and in every kind of declaration: the set is read
 * again, which gives fresh diagnostics, and every case and example runs.
 */

const rounds = 400;

export async function bench(): Promise<readonly Figure[]> {
  const chapter = longSet(1, 1_000);
  const library = longSet(10, 1_000);
  const book = longSet(1, 10_000);
  return [
    ...(await figures("edit-to-tests", chapter, { bar: 8, tests: true })),
    ...(await figures("edit-in-10,000-lines", library, { bar: 5 })),
    ...(await figures("edit-in-10,000-lines-of-one-file", book, { rounds: 60 })),
    ...(await figures("rename-in-10,000-lines", library, { rounds: 60, kinds: [nameOfAFact] })),
    await memory(),
  ];
}

interface Wanted {
  /** Milliseconds that 95 of 100 edits may take. */
  readonly bar?: number;
  readonly tests?: boolean;
  readonly rounds?: number;
  readonly kinds?: typeof insideDeclarations;
}

async function figures(name: string, files: readonly SetFile[], wanted: Wanted): Promise<readonly Figure[]> {
  const samples = await editing(files, wanted);
  const [p50, p95] = [quantile(samples, 0.5), quantile(samples, 0.95)];
  const compared = wanted.bar === undefined ? {} : { ratio: p95 / wanted.bar, against: `the bar of ${wanted.bar} ms` };
  return [
    { name: `${name}-p50`, value: p50, unit: "ms" },
    { name: `${name}-p95`, value: p95, unit: "ms", ...compared },
  ];
}

/** Milliseconds of each edit of the first guideline. */
async function editing(files: readonly SetFile[], wanted: Wanted): Promise<readonly number[]> {
  const { tests = false, kinds = insideDeclarations } = wanted;
  const [manifest, edited, ...others] = files;
  if (manifest === undefined || edited === undefined) throw new Error("The set has no guideline to edit");
  const texts = edits(edited.text, kinds, wanted.rounds ?? rounds);
  let set: GuidelineSet = readSet(files).value;
  return times(texts.length, (round) => {
    const text = texts[round]?.text ?? edited.text;
    set = readSet([manifest, { path: edited.path, text }, ...others], set).value;
    return tests ? testSet(set).passed : set.guidelines.length;
  });
}

/** Megabytes in use in a process that holds a set of 10,000 lines, all code included. */
async function memory(): Promise<Figure> {
  const bar = 150;
  const script = fileURLToPath(new URL("./sets/memory.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", script]);
  const value = Number(stdout) / 1e6;
  return { name: "memory-of-10,000-lines", value, unit: "MB", ratio: value / bar, against: `the bar of ${bar} MB` };
}
