import * as fc from "fast-check";
import { analyse, type Diagnostic, type Guideline, render } from "../../dsl/index.ts";
import { type Known, type Verdict, verdictOf } from "../../engine/evaluate/index.ts";
import { type GuidelineProgram, lower, type SettledOutcome } from "../../engine/ir/index.ts";
import { reduceCase } from "../../engine/values/reduce/index.ts";
import { type Compiled, contenders, reference } from "./evaluators.ts";
import { isExact } from "./independence.ts";
import { type Asked, caseOf, countWorlds, type Kind, linesOf, type Told, worlds } from "./worlds/index.ts";

/** A guideline and cases of it. */
export interface Trial {
  readonly asked: Asked;
  readonly cases: readonly (readonly Told[])[];
}

/** Worlds of one case that are listed. */
const most = 3_000;

function trialsOf({ guidelines }: Kind, maxLength = 12): fc.Arbitrary<Trial> {
  return guidelines.chain((asked) => {
    const told = fc.tuple(
      ...asked.questions.map((question) =>
        fc.constantFrom(...question.knowledge).map((knowledge): Told => ({ question, said: [knowledge] })),
      ),
    );
    return fc
      .array(
        told.filter((each) => countWorlds(each) <= most),
        { minLength: 1, maxLength, size: "max" },
      )
      .map((cases) => ({ asked, cases }));
  });
}

export interface ReadGuideline {
  readonly guideline: Guideline;
  readonly program: GuidelineProgram;
}

export function read(text: string): ReadGuideline {
  const { value: guideline, diagnostics } = analyse({ name: "generated.guideline", text });
  const error = diagnostics.find(({ severity }: Diagnostic) => severity === "error");
  if (error !== undefined) throw new Error(`Not a good guideline:\n${render(error, text)}\n${text}`);
  return { guideline, program: lower(guideline) };
}

/** What a case leaves possible for every quantity. */
export function knownOf({ guideline, program }: ReadGuideline, told: readonly Told[]): Known {
  const of = caseOf(told);
  const [request] = of.requests;
  if (request === undefined) throw new Error("A case without a request");
  const { value, diagnostics } = reduceCase(guideline, program, of, request);
  const [problem] = diagnostics;
  if (problem !== undefined) throw new Error(`${problem.message}\n${linesOf(told)}`);
  return value;
}

/**
 * Holds every evaluator against the interpreter, and the interpreter against the worlds that the case leaves possible. Throws
 * with the guideline and the case as text. Gives the number of comparisons.
 */
export function checkAgreement({ asked, cases }: Trial): number {
  const whole = read(asked.text);
  const known = cases.map((told) => knownOf(whole, told));
  const said = answersOf(asked, reference.compile(whole.program), known);
  checkEnumeration(asked, cases, said, isExact(whole.program));
  for (const { name, compile } of contenders) {
    const others = answersOf(asked, compile(whole.program), known);
    for (const [at, each] of others.entries()) expectSame(asked, cases[at] ?? [], name, each, said[at] ?? "");
  }
  return said.length * (asked.criteria.size + 1) * (contenders.length + 1);
}

/** For each case, the answers and the outcomes as text: `met; not documented; criteria met, excluded`. */
export function answersOf(asked: Asked, compiled: Compiled, known: readonly Known[]): readonly string[] {
  const answers = compiled.answers([...asked.criteria.keys()], known);
  return compiled
    .outcomes("imaging", known)
    .map((outcomes, at) => [...(answers[at] ?? []), inWords(new Set(outcomes))].join("; "));
}

const inWords = (outcomes: ReadonlySet<SettledOutcome>): string => [...outcomes].toSorted().join(", ");

function checkEnumeration(
  asked: Asked,
  cases: readonly (readonly Told[])[],
  said: readonly string[],
  exact: boolean,
): void {
  for (const [at, told] of cases.entries()) {
    const { answers, outcomes } = enumerated(asked, told);
    const all = [...answers, inWords(outcomes)].join("; ");
    const own = said[at] ?? "";
    if (own !== all && (exact || !allows(own.split("; "), answers, outcomes)))
      throw new Error(failure(asked, told, "interpreter", own, all));
  }
}

interface Enumerated {
  readonly answers: readonly Verdict[];
  readonly outcomes: ReadonlySet<SettledOutcome>;
}

function enumerated(asked: Asked, told: readonly Told[]): Enumerated {
  const criteria = [...asked.criteria.values()].map((isSo) => ({ isSo, canMeet: false, canFail: false }));
  const outcomes = new Set<SettledOutcome>();
  for (const world of worlds(told)) {
    if (!asked.isAssumed(world)) continue;
    for (const each of criteria) {
      if (each.isSo(world)) each.canMeet = true;
      else each.canFail = true;
    }
    outcomes.add(asked.outcome(world));
  }
  return { answers: criteria.map(({ canMeet, canFail }) => verdictOf(canMeet, canFail)), outcomes };
}

/** Quantities that read the same fact are taken to be independent, which leaves more open and decides nothing otherwise. */
function allows(own: readonly string[], answers: readonly Verdict[], outcomes: ReadonlySet<SettledOutcome>): boolean {
  const possible = new Set(own.at(-1)?.split(", "));
  return (
    answers.every((answer, at) => own[at] === answer || own[at] === "not documented") &&
    [...outcomes].every((outcome) => possible.has(outcome))
  );
}

function expectSame(asked: Asked, told: readonly Told[], who: string, own: string, expected: string): void {
  if (own !== expected) throw new Error(failure(asked, told, who, own, expected));
}

function failure(asked: Asked, told: readonly Told[], who: string, own: string, expected: string): string {
  return `${who} answers ${own} instead of ${expected}:\n\n${asked.text}\n----- case\n${linesOf(told)}\n`;
}

/** Tries a kind, with so many cases a guideline at most; gives the number of comparisons. */
export function checkKind(kind: Kind, numRuns: number, seed?: number, cases?: number): number {
  let comparisons = 0;
  const property = fc.property(trialsOf(kind, cases), (trial) => {
    comparisons += checkAgreement(trial);
  });
  tried(kind.name, property, numRuns, seed);
  return comparisons;
}

/** Throws with the seed and what is said of the smallest input that fails. */
export function tried(name: string, property: fc.IProperty<unknown>, numRuns: number, seed?: number): void {
  const details = fc.check(property, seed === undefined ? { numRuns } : { numRuns, seed });
  if (!details.failed) return;
  const message = details.errorInstance instanceof Error ? details.errorInstance.message : "";
  throw new Error(`${name}, seed ${details.seed}: ${message}`);
}
