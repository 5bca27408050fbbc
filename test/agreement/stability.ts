import * as fc from "fast-check";
import { answersOf, knownOf, read, tried } from "./agreement.ts";
import { reference } from "./evaluators.ts";
import { agrees, type Asked, type Kind, linesOf, type Told } from "./worlds/index.ts";

/** A guideline, and a case before and after more documents came in. */
interface Growing {
  readonly asked: Asked;
  readonly before: readonly Told[];
  readonly after: readonly Told[];
}

function growing({ guidelines }: Kind): fc.Arbitrary<Growing> {
  return guidelines.chain((asked) =>
    fc.tuple(...asked.questions.map(toldMore)).map((all) => ({
      asked,
      before: all.map(({ before }) => before),
      after: all.map(({ after }) => after),
    })),
  );
}

/** What is said of a fact, and the same with up to two statements that agree with all said before. */
function toldMore(question: Told["question"]): fc.Arbitrary<{ readonly before: Told; readonly after: Told }> {
  const knowledge = fc.constantFrom(...question.knowledge);
  return fc.tuple(knowledge, fc.array(knowledge, { maxLength: 2 })).map(([first, others]) => {
    const said = [first];
    for (const other of others) if (agreesWithAll(question, said, other)) said.push(other);
    return { before: { question, said: [first] }, after: { question, said } };
  });
}

const agreesWithAll = (question: Told["question"], all: Told["said"], more: Told["said"][number]): boolean =>
  all.every((each) => agrees(question, each, more)) && leavesSome(question, [...all, more]);

function leavesSome({ place }: Told["question"], all: Told["said"]): boolean {
  const [first, ...others] = all;
  return (
    place === "lists" ||
    (first?.possible ?? []).some((value) => others.every(({ possible }) => possible.includes(value)))
  );
}

/** Throws with the seed and the smallest guideline and case that fail. Gives the number of comparisons. */
export function checkStability(kind: Kind, numRuns: number, seed?: number): number {
  let comparisons = 0;
  const property = fc.property(growing(kind), ({ asked, before, after }) => {
    const guideline = read(asked.text);
    const known = [before, after].map((told) => knownOf(guideline, told));
    const [earlier = "", later = ""] = answersOf(asked, reference.compile(guideline.program), known);
    if (!holdsOn(earlier.split("; "), later.split("; ")))
      throw new Error(
        `${earlier} became ${later}:\n\n${asked.text}\n----- case\n${linesOf(before)}\n----- later\n${linesOf(after)}\n`,
      );
    comparisons += asked.criteria.size + 1;
  });
  tried(kind.name, property, numRuns, seed);
  return comparisons;
}

/** Answers stay or are decided, and no outcome comes up that was ruled out; a case may come to contradict the assumptions. */
function holdsOn(before: readonly string[], after: readonly string[]): boolean {
  const outcomes = new Set(before.at(-1)?.split(", "));
  if (after.at(-1) === "") return true;
  return (
    before.slice(0, -1).every((answer, at) => answer === "not documented" || answer === after[at]) &&
    (after.at(-1) ?? "").split(", ").every((outcome) => outcomes.has(outcome))
  );
}
