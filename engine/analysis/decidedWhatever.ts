import { type SettledOutcome, settledOutcomes } from "../ir/index.ts";
import { asked, foundIn } from "./asked.ts";
import { type Asked, open, notKnown, proved } from "./question.ts";
import type { ServiceSpace } from "./serviceSpace.ts";

const problem = "decided whatever is documented";

/** A service that comes out the same on every case in scope, although criteria are stated for it. */
export function decidedWhatever(tried: ServiceSpace): Asked {
  const { service, program, recommendations, parts } = tried;
  const about = { span: service.span, name: service.name };
  const asks = recommendations.some((each) => parts.recommendations.get(each)?.kind !== "constant");
  if (!asks) return asked(problem, about, proved, program.file);
  const can = new Map(settledOutcomes.map((each) => [each, tried.space.canBe(tried.outcome(each))]));
  if ([...can.values()].includes(null)) return asked(problem, about, notKnown, program.file);
  const left = settledOutcomes.filter((each) => each !== "not addressed" && can.get(each) === true);
  const [only, ...others] = left;
  if (recommendations.every((each) => tried.isConstant(each)))
    return asked(problem, about, open("what it rests on is told of by itself"), program.file);
  if (others.length > 0) return asked(problem, about, proved, program.file);
  return foundIn(problem, program.file, about, {
    message: `\`${service.name}\` comes out ${inWords(only ?? "not addressed")} whatever is documented of a case${only === undefined ? "" : " in scope"}.`,
    hint: "Its criteria ask for facts that decide nothing. Look at what is said of the single recommendations.",
    labels: recommendations.map(({ criterion }) => ({ span: criterion.span, text: "decides nothing" })),
  });
}

const inWords = (outcome: SettledOutcome): string => `as “${outcome}”`;
