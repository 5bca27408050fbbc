import { compareSets } from "../../engine/compare/index.ts";
import { type GuidelineSet, readSet, type SetFile } from "../../engine/set/index.ts";
import { type Figure, quantile, times } from "./harness/index.ts";
import { longSet, wideCriterion } from "./sets/index.ts";

/*
 * Two versions of a set of 500 criteria, an edit apart or read anew; and one criterion of 40 leaves that is said otherwise,
 * with all transitions, formulas and witnesses.
 */

const setBar = 1_000;
const criterionBar = 300;
const rounds = 60;

export async function bench(): Promise<readonly Figure[]> {
  const files = longSet(18, 1_500);
  const before = readSet(files).value;
  const edited = readSet(withThresholds(files), before).value;
  const anew = readSet(withThresholds(files)).value;
  const criteria = before.guidelines.reduce(
    (sum, { guideline }) => sum + guideline.definitions.length + guideline.recommendations.length,
    0,
  );
  const versions = Array.from({ length: rounds + rounds / 10 }, (_, round) => versionsOf(round));
  const wide = await times(rounds, (round) => compareSets(...(versions[round] ?? versionsOf(round))));
  return [
    { name: "compare-criteria-of-the-set", value: criteria, unit: "criteria" },
    against("compare-after-an-edit", await once(before, edited), setBar),
    against("compare-of-sets-read-anew", await once(readSet(files).value, anew), setBar),
    { name: "compare-of-40-leaves-p50", value: quantile(wide, 0.5), unit: "ms" },
    against("compare-of-40-leaves-p95", quantile(wide, 0.95), criterionBar),
  ];
}

function against(name: string, value: number, bar: number): Figure {
  return { name, value, unit: "ms", ratio: value / bar, against: `the bar of ${bar} ms` };
}

async function once(before: GuidelineSet, now: GuidelineSet): Promise<number> {
  const started = performance.now();
  const { verdict } = compareSets(before, now);
  if (verdict === "same") throw new Error("The edit changes what is answered");
  return performance.now() - started;
}

/** One threshold of the first guideline is another. */
function withThresholds([manifest, first, ...others]: readonly SetFile[]): readonly SetFile[] {
  if (manifest === undefined || first === undefined) throw new Error("The set has a guideline");
  const text = first.text.replace("lasted at least 6 weeks", "lasted at least 4 weeks");
  return [manifest, { ...first, text }, ...others];
}

function versionsOf(seed: number): readonly [GuidelineSet, GuidelineSet] {
  const [before, now] = wideCriterion(40, seed).map(
    (text) => readSet([manifest, { path: "wide.guideline", text }]).value,
  );
  if (before === undefined || now === undefined) throw new Error("There are two versions");
  if (before.guidelines.length + now.guidelines.length !== 2) throw new Error("Both can be read");
  return [before, now];
}

const manifest = { path: "set.yaml", text: "schema: precept/set/1\nname: wide\ntitle: Wide\n" };
