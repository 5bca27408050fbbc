import { type Figure, paired, times } from "./harness/index.ts";
import { type Peer, peers } from "./peers/index.ts";
import { AnswerCheck, type BenchCase, benchRules, generatedJavaScript, type Implementation } from "./rules/index.ts";

/*
 * The rules and cases of the bench single-case in the rule engines of others, each beside generated JavaScript. What an engine
 * makes of the plain object that a case is, is measured with its answers. Engines of two answers ask for each rule whether it
 * is surely met, then whether it is surely not met; see `peers/sure.ts`.
 */

const rounds = 20;
const ourCases = 1000;
const bar = 15;

export async function bench(): Promise<readonly Figure[]> {
  const rules = benchRules();
  const check = new AnswerCheck(rules);
  const generated = generatedJavaScript(rules);
  await check.check("generated JavaScript", generated);
  const ours = over(check.cases.slice(0, ourCases), generated);
  await times(4 * rounds, ours);
  const measured: Measured[] = [];
  for (const peer of peers) {
    const theirs = peer.ready(rules);
    await check.check(peer.name, theirs, peer.checked);
    measured.push(await beside(peer, theirs, check.cases, { ours, rules: rules.length }));
  }
  return [...measured.map(figure), closest(measured)];
}

interface Measured {
  readonly peer: Peer;
  /** Of one rule. */
  readonly nanoseconds: number;
  /** How many times as long as generated JavaScript takes for it. */
  readonly ratio: number;
}

async function beside(
  peer: Peer,
  theirs: Implementation,
  cases: readonly BenchCase[],
  { ours, rules }: { readonly ours: () => Promise<void>; readonly rules: number },
): Promise<Measured> {
  const measured = await paired(rounds, over(cases.slice(0, peer.cases), theirs), ours);
  const nanoseconds = (measured.ours / (peer.cases * rules)) * 1e6;
  return { peer, nanoseconds, ratio: measured.ratio * (ourCases / peer.cases) };
}

function over(cases: readonly BenchCase[], implementation: Implementation): () => Promise<void> {
  return async () => {
    for (const values of cases) {
      const answers = implementation.answerAll(values);
      if (answers instanceof Promise) await answers;
    }
  };
}

function figure({ peer, nanoseconds, ratio }: Measured): Figure {
  return { name: `single-case-${peer.name}`, value: nanoseconds, unit: "ns", ratio, against: "generated JavaScript" };
}

/** Against the fastest of them. */
function closest(measured: readonly Measured[]): Figure {
  const ratio = Math.min(...measured.map((each) => each.ratio));
  const fastest = measured.find((each) => each.ratio === ratio)?.peer.name ?? "";
  return {
    name: "single-case-gain-over-peers",
    value: ratio,
    unit: `times as fast as ${fastest}`,
    ratio: ratio / bar,
    against: `the bar of ${bar}`,
  };
}
