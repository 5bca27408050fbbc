import { analyseSet, type ProofBoard } from "../../engine/analysis/index.ts";
import { type GuidelineSet, readSet, type SetFile } from "../../engine/set/index.ts";
import { type Figure, median, quantile } from "./harness/index.ts";
import { edits, entangledGuideline, longGuideline } from "./sets/index.ts";

/*
 * The proof board of 500 criteria: in a process that has analysed nothing yet, and again after each edit of one line. Once as people
 * write them, and once with every criterion testing a dozen of the same sixty facts.
 */

const coldBar = 2_000;
const editBar = 100;

export function bench(): readonly Figure[] {
  const written = withoutExamples(longGuideline(51_000));
  const entangled = entangledGuideline(500);
  return [...figures("written", written), ...figures("entangled", entangled)];
}

/** Analysis does not look at them, and reading them is timed elsewhere. */
const withoutExamples = (text: string): string =>
  text
    .split(/\n(?=\S)/)
    .filter((declaration) => !declaration.startsWith("example "))
    .join("\n");

const thresholds = [{ name: "a number of a criterion", at: /at least \d/g, typed: ["0", "1"] }];

function figures(name: string, text: string): readonly Figure[] {
  let set = read(text, undefined);
  const cold = timed(() => analyseSet(set));
  let board: ProofBoard = cold.value;
  const spent = edits(text, thresholds, 60).map((edit) => {
    set = read(edit.text, set);
    const again = timed(() => analyseSet(set, { previous: board }));
    board = again.value;
    return again.spent;
  });
  return [
    { name: `analyze-${name}-criteria`, value: criteriaIn(set), unit: "criteria" },
    { name: `analyze-${name}-questions`, value: board.asked.length, unit: "questions" },
    against(`analyze-${name}-cold`, cold.spent, coldBar),
    against(`analyze-${name}-edit-median`, median(spent), editBar),
    against(`analyze-${name}-edit-p95`, quantile(spent, 0.95), editBar),
  ];
}

const criteriaIn = ({ guidelines }: GuidelineSet): number =>
  guidelines.reduce((sum, { guideline }) => sum + guideline.definitions.length, 0);

function read(text: string, previous: GuidelineSet | undefined): GuidelineSet {
  const files: readonly SetFile[] = [
    { path: "set.yaml", text: "schema: precept/set/1\nname: bench\ntitle: Bench\n" },
    { path: "bench.guideline", text },
  ];
  return readSet(files, previous).value;
}

function timed<T>(call: () => T): { readonly value: T; readonly spent: number } {
  const started = performance.now();
  const value = call();
  return { value, spent: performance.now() - started };
}

function against(name: string, value: number, bar: number): Figure {
  return { name, value, unit: "ms", ratio: value / bar, against: `the bar of ${bar} ms` };
}
