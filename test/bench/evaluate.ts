import { closures, type Known } from "../../engine/evaluate/index.ts";
import type { SettledOutcome } from "../../engine/ir/index.ts";
import { between, one, type ValueSet } from "../../engine/values/index.ts";
import { imagingRule } from "../engine/evaluate/imagingRule.ts";
import { type Figure, paired } from "./harness/index.ts";

/*
 * The real imaging rule on cases that leave some facts open, against the function a programmer would write for just this
 * rule: `first question` starts from the information sets, `next question` asks again about a case already looked at.
 */

const rounds = 60;
const casesPerRound = 500;

export async function bench(): Promise<readonly Figure[]> {
  const { value: imaging } = closures.compile(imagingRule);
  if (imaging === null) throw new Error("The imaging rule fits into the budget");
  const outcomes = (known: Known) => imaging.outcomes("imaging", known);
  return [
    await compared("evaluate-first-question", freshCases(), outcomes),
    await compared("evaluate-next-question", sameCaseAgain(), outcomes),
  ];
}

async function compared(
  name: string,
  batches: readonly (readonly Known[])[],
  outcomes: (known: Known) => readonly SettledOutcome[],
): Promise<Figure> {
  const each = (answer: (known: Known) => readonly SettledOutcome[]) => {
    let batch = 0;
    return () => {
      let answers = 0;
      for (const known of batches[batch++ % batches.length] ?? []) answers += answer(known).length;
      return answers;
    };
  };
  const { ours, ratio } = await paired(rounds, each(outcomes), each(byHand));
  return { name, value: (ours / casesPerRound) * 1e6, unit: "ns", ratio, against: "written by hand" };
}

/** More batches than `paired` asks for, so that no case is met twice. */
function freshCases(): readonly (readonly Known[])[] {
  return Array.from({ length: 2 * rounds }, (_, batch) => cases(batch));
}

function sameCaseAgain(): readonly (readonly Known[])[] {
  return cases(0).map((known) => Array.from({ length: casesPerRound }, () => known));
}

/** The same cases in every run. About half of the facts are open in each. */
function cases(seed: number): readonly Known[] {
  let state = seed + 1;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return Array.from({ length: casesPerRound }, () => ({
    quantities: new Map(
      imagingRule.quantities.map(({ id, domain }) => [id, { values: someOf(domain, next), reason: null }]),
    ),
  }));
}

function someOf(domain: ValueSet, next: (below: number) => number): ValueSet {
  const highest = Math.min(domain.at(-1)?.high ?? 0, 90);
  switch (next(4)) {
    case 0:
    case 1:
      return domain;
    case 2:
      return one(next(highest + 1));
    default:
      return between(0, next(highest + 1));
  }
}

/** What a programmer would write who knows the rule and that facts may be open. */
function byHand({ quantities }: Known): readonly SettledOutcome[] {
  const valuesOf = (id: string) => quantities.get(id)?.values ?? [];
  const region = ask(valuesOf("requested body region"), 0, 0);
  const change = ask(valuesOf("significant symptom change"), 1, 1);
  const insult = ask(valuesOf("tissue insult or neurovascular dysfunction"), 1, 1);
  const long = ask(valuesOf("strengthening program · duration in days"), 42, Number.POSITIVE_INFINITY);
  const failed = ask(valuesOf("strengthening program · response"), 0, 0);
  const unclear = ask(valuesOf("anatomy is unclear"), 1, 1);
  const invasive = ask(valuesOf("planned procedure"), 1, 2);
  const canMeet = change.can || insult.can || (long.can && failed.can) || (unclear.can && invasive.can);
  const must = change.must || insult.must || (long.must && failed.must) || (unclear.must && invasive.must);
  const possible: SettledOutcome[] = [];
  if (!region.must) possible.push("not addressed");
  if (region.can && canMeet) possible.push("criteria met");
  if (region.can && !must) possible.push("criteria not met");
  return possible;
}

function ask(values: ValueSet, low: number, high: number): { readonly can: boolean; readonly must: boolean } {
  let can = false;
  let must = true;
  for (const range of values) {
    if (range.low <= high && low <= range.high) can = true;
    if (range.low < low || high < range.high) must = false;
  }
  return { can, must };
}
