import { type CompiledGuideline, closures } from "../../engine/evaluate/index.ts";
import { javascript } from "../../engine/evaluate/javascript/index.ts";
import type { GuidelineProgram } from "../../engine/ir/index.ts";
import { type Figure, median, quantile, times } from "./harness/index.ts";
import { benchProgram, benchRules, criterionOf } from "./rules/index.ts";

/*
 * From the lowered guideline to answers: 1,000 criteria of some 12 leaves, in a process that has compiled nothing yet, and
 * again after an edit of one of them.
 */

const criteria = 1_000;
const coldBar = 200;
const editBar = 2;

export async function bench(): Promise<readonly Figure[]> {
  const program = benchProgram(benchRules(criteria));
  const cold = await timed(() => answering(compiled(program), [...program.criteria.keys()]));
  const generated = await timed(() => javascript.compile(program));
  const edits = await editsOf(program);
  return [
    against("compile-1000-criteria-cold", cold, coldBar),
    against("compile-1000-criteria-to-javascript", generated, coldBar),
    against("compile-one-edited-criterion-median", median(edits), editBar),
    against("compile-one-edited-criterion-p95", quantile(edits, 0.95), editBar),
  ];
}

function against(name: string, value: number, bar: number): Figure {
  return { name, value, unit: "ms", ratio: value / bar, against: `the bar of ${bar} ms` };
}

async function timed(call: () => unknown): Promise<number> {
  const started = performance.now();
  await call();
  return performance.now() - started;
}

/** One criterion after the other asks what another asked; compiled anew, and asked. */
async function editsOf(program: GuidelineProgram): Promise<readonly number[]> {
  let last = compiled(program);
  return times(200, (round) => {
    const edited = criterionOf(round % criteria);
    const meaning = last.program.criteria.get(criterionOf((round + 1) % criteria));
    if (meaning === undefined) throw new Error("The program has all rules");
    last = compiled({ ...last.program, criteria: new Map(last.program.criteria).set(edited, meaning) }, last);
    answering(last, [edited]);
  });
}

function compiled(program: GuidelineProgram, previous?: CompiledGuideline): CompiledGuideline {
  const { value } = closures.compile(program, {}, previous);
  if (value === null) throw new Error("The rules fit into the budget");
  return value;
}

function answering(guideline: CompiledGuideline, asked: readonly string[]): void {
  const nothingKnown = { quantities: new Map() };
  for (const key of asked) guideline.answer(key, nothingKnown);
}
