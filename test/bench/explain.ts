import { determine } from "../../engine/determine/index.ts";
import { readSet } from "../../engine/set/index.ts";
import type { Case, Outcome } from "../../engine/values/index.ts";
import { type Figure, median, times } from "./harness/index.ts";
import { shoulderCases, shoulderGuideline } from "./shoulder/index.ts";

/*
 * A determination of one request by a rule of twelve tests, explained in full, from the case as an object to the last
 * sentence: information sets, outcome, findings with reasons and evidence, what still matters, the ways to every outcome,
 * what decided, and all paragraphs of the rationale. No case comes twice in a batch, and nothing is kept with a case.
 */

const rounds = 400;
const casesPerRound = 50;
const bar = 30;
/** Code that runs all day is compiled by then. */
const warmUps = 10;

export async function bench(): Promise<readonly Figure[]> {
  const set = shoulderSet();
  const outcomeOf = (one: Case): Outcome | undefined => determine(set, one).value.determinations[0]?.outcome;
  const cases = shoulderCases(2_000);
  const byOutcome = Map.groupBy(cases, outcomeOf);
  for (let time = 0; time < warmUps; time += 1) cases.forEach(outcomeOf);
  const figure = async (name: string, outcome: Outcome): Promise<Figure> => {
    const batch = (byOutcome.get(outcome) ?? []).slice(0, casesPerRound);
    if (batch.length < casesPerRound) throw new Error(`There are too few cases of ${outcome}`);
    const samples = await times(rounds, () => batch.reduce((sum, one) => sum + countOf(determine(set, one)), 0));
    const value = (median(samples) / casesPerRound) * 1e3;
    return { name, value, unit: "us", ratio: value / bar, against: `the bar of ${bar} us` };
  };
  return [
    await figure("determination-explained (case to rationale, criteria met)", "criteria met"),
    await figure("determination-explained (case to rationale, criteria not met)", "criteria not met"),
    await figure("determination-explained (case to rationale, open, with its ways)", "information needed"),
  ];
}

/** So that nothing of a determination may be left out, and none is kept. */
const countOf = ({ value }: ReturnType<typeof determine>): number => value.determinations.length;

function shoulderSet(): ReturnType<typeof readSet>["value"] {
  const { value, diagnostics } = readSet([
    { path: "set.yaml", text: "schema: precept/set/1\nname: shoulder\ntitle: Shoulder\n" },
    { path: "shoulder.guideline", text: shoulderGuideline },
  ]);
  if (diagnostics.length > 0) throw new Error(`The rule cannot be read: ${JSON.stringify(diagnostics)}`);
  return value;
}
