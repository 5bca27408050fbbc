import { type Figure, paired } from "./harness/index.ts";
import {
  AnswerCheck,
  type BenchCase,
  benchRules,
  closureByHand,
  compiledByHand,
  compiledClosures,
  generatedJavaScript,
  type Implementation,
  oneByOne,
} from "./rules/index.ts";

/*
 * 200 rules of 8 to 16 leaves over 60 facts, 30 % of them not documented in each case. A case is a plain object; what an
 * implementation makes of it is measured with its answers. Generated JavaScript against functions that a programmer would
 * write out for just these rules, closures against closures that a programmer would make of them.
 */

const rounds = 60;
const casesPerRound = 1000;

export async function bench(): Promise<readonly Figure[]> {
  const rules = benchRules();
  const check = new AnswerCheck(rules);
  const cases = check.cases.slice(0, casesPerRound);
  const generated = generatedJavaScript(rules);
  const byHand = oneByOne(compiledByHand(rules));
  const closures = compiledClosures(rules);
  const closuresByHand = oneByOne(rules.map(closureByHand));
  for (const [name, each] of Object.entries({ generated, byHand, closures, closuresByHand }))
    await check.check(name, each);
  const compared = (name: string, ours: Implementation, other: Implementation, bar: number, what: string) =>
    figures({ name, what, bar, evaluations: rules.length * cases.length }, over(cases, ours), over(cases, other));
  return [
    ...(await compared("single-case-generated", generated, byHand, 2.5, "functions written by hand")),
    ...(await compared("single-case-closures", closures, closuresByHand, 0.9, "closures written by hand")),
  ];
}

interface Comparison {
  readonly name: string;
  /** What ours is compared with, and how many times as fast it is to be. */
  readonly what: string;
  readonly bar: number;
  readonly evaluations: number;
}

async function figures(
  { name, what, bar, evaluations }: Comparison,
  ours: () => void,
  other: () => void,
): Promise<readonly Figure[]> {
  const measured = await paired(rounds, ours, other);
  const nanoseconds = (milliseconds: number) => (milliseconds / evaluations) * 1e6;
  const faster = 1 / measured.ratio;
  return [
    { name, value: nanoseconds(measured.ours), unit: "ns a rule", ratio: measured.ratio, against: what },
    { name: `${name}-by-hand`, value: nanoseconds(measured.other), unit: "ns a rule" },
    {
      name: `${name}-gain`,
      value: faster,
      unit: `times as fast as ${what}`,
      ratio: faster / bar,
      against: `the bar of ${bar}`,
    },
  ];
}

function over(cases: readonly BenchCase[], { answerAll }: Implementation): () => void {
  return () => {
    for (const values of cases) void answerAll(values);
  };
}
