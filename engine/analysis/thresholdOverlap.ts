import { HIGHEST, LOWEST, type Range } from "../../dsl/index.ts";
import { definitionOf, type Formula, type GuidelineProgram, operandsOf, serviceOf } from "../ir/index.ts";
import { everyFormula, quantitiesOf } from "../logic/index.ts";
import { intersect, isSubset, subtract, type ValueSet } from "../values/index.ts";
import { valuesInWords } from "../words/index.ts";
import { type Alternative, alternativesOf } from "./alternatives.ts";
import { asked, shownIn } from "./asked.ts";
import { type Asked, open, notKnown, proved } from "./question.ts";
import type { ServiceSpace } from "./serviceSpace.ts";
import { isMeasured } from "./thresholds.ts";
import { quantityName } from "./valueNames.ts";
import type { Shows } from "./witnessed.ts";

const problem = "threshold overlap";

type Test = Extract<Formula, { kind: "test" }>;

/** Comparisons of one quantity that were to lie beside each other, and do not. */
export function thresholdOverlaps(tried: ServiceSpace, show: Shows): readonly Asked[] {
  return [...lesserAndGreater(tried, show), ...sharedEnds(tried, show)];
}

/**
 * Two ways to the service that ask more and less of one quantity, for conditions that one case may have both: there the greater
 * demand is without effect. Where the lesser one asks for all that the other asks besides, it is meant as a step and not told.
 */
function lesserAndGreater(tried: ServiceSpace, show: Shows): readonly Asked[] {
  const ways = tried.recommendations
    .filter(({ kind }) => kind === "if" || kind === "is covered" || kind === "red flag if")
    .flatMap((each) => alternativesOf(tried.program, tried.parts.recommendations.get(each) ?? tried.program.scope));
  if (ways.length > mostWays) return [asked(problem, tried.service, tooManyWays, tried.program.file)];
  const all = ways.flatMap((greater) =>
    ways.flatMap((lesser) => (greater === lesser ? [] : demands(tried, greater, lesser, show))),
  );
  return [...new Map(all.map((each) => [placeOf(each), each])).values()];
}

/** Pairs are looked at; a service has a handful of ways. */
const mostWays = 60;
const tooManyWays = open("the service can be met in too many ways to hold each against each");

/** Several ways may lead by one comparison. */
const placeOf = ({ question: { subject } }: Asked): string => `${subject.span.start} ${subject.span.end}`;

function demands(tried: ServiceSpace, greater: Alternative, lesser: Alternative, show: Shows): readonly Asked[] {
  return testsIn(tried.program, greater).flatMap((more) =>
    testsIn(tried.program, lesser).flatMap((less) =>
      more.quantity === less.quantity && isStricter(more.values, less.values) && more.span.file === undefined
        ? [demand(tried, { way: greater, test: more }, { way: lesser, test: less }, show)]
        : [],
    ),
  );
}

interface Demand {
  readonly way: Alternative;
  readonly test: Test;
}

function demand(tried: ServiceSpace, greater: Demand, lesser: Demand, show: Shows): Asked {
  const { file } = tried.program;
  const about = { span: greater.test.span, name: greater.test.text };
  const [rest, other] = [greater, lesser].map(({ way, test }) =>
    tried.space.sometimes(test.quantity, tried.node(way.formula)),
  );
  if (rest === undefined || other === undefined) return asked(problem, about, notKnown, file);
  const between = new Map([[greater.test.quantity, subtract(lesser.test.values, greater.test.values)]]);
  const both = tried.space.all([
    rest,
    other,
    tried.node(lesser.way.formula),
    tried.addressed(),
    tried.space.where(between),
  ]);
  const answers = new Set([
    tried.never(both),
    tried.never(other, tried.space.not(rest)),
    tried.never(rest, tried.space.not(other)),
  ]);
  if (answers.has(null)) return asked(problem, about, notKnown, file);
  if (answers.has(true)) return asked(problem, about, proved, file);
  return shownIn(
    problem,
    file,
    about,
    {
      message: `Who meets both ways to \`${tried.service.name}\` is held only to \`${lesser.test.text}\`: \`${greater.test.text}\` is then without effect.`,
      labels: [{ span: lesser.test.span, text: "asks less of the same" }],
      hint: 'If that is meant, keep it with a reason: `accept overlap because "..."`. If not, exclude the one condition from the way of the other.',
      within: (where) => tried.never(both, tried.space.not(tried.node(where))) === true,
    },
    show(
      tried.space,
      both,
      ({ answer }) => answer(lesser.way.formula) === "met" && answer(greater.way.formula) === "not met",
    ),
  );
}

function testsIn(program: GuidelineProgram, { required }: Alternative): readonly Test[] {
  return required.flatMap((each) => (each.kind === "test" && isMeasuredIn(program, each) ? [each] : []));
}

function isMeasuredIn(program: GuidelineProgram, { quantity }: Test): boolean {
  const found = quantitiesOf(program).get(quantity);
  return found !== undefined && isMeasured(found);
}

/** Both are bounded on the same side alone, and the one holds less. */
function isStricter(one: ValueSet, other: ValueSet): boolean {
  const [a, ...more] = one;
  const [b, ...others] = other;
  if (a === undefined || b === undefined || more.length + others.length > 0) return false;
  const fromBelow = a.high >= HIGHEST && b.high >= HIGHEST && a.low > b.low && b.low > LOWEST;
  const fromAbove = a.low <= LOWEST && b.low <= LOWEST && a.high < b.high && b.high < HIGHEST;
  return fromBelow || fromAbove;
}

/**
 * `up to 60` and `from 60`: the one value that both hold counts twice, where taking it from either would change an outcome. What is
 * asked and what it is limited to are not ways beside each other: `at least 1`, limited to `at most 1`, is 1.
 */
function sharedEnds(tried: ServiceSpace, show: Shows): readonly Asked[] {
  const { program, service } = tried;
  const { addressed, criteria, exclusion } = serviceOf(program, service.key);
  const asks = rangesIn(program, [addressed, criteria, exclusion]);
  const limits = tried.recommendations.flatMap((each) => each.limits);
  return [
    asks,
    rangesIn(
      program,
      limits.flatMap((each) => tried.parts.limits.get(each) ?? []),
    ),
  ].flatMap((tests) => endsAmong(tried, tests, show));
}

function rangesIn(program: GuidelineProgram, formulas: readonly Formula[]): readonly Test[] {
  return everyFormula(program, formulas).flatMap((each) =>
    each.kind === "test" && isMeasuredIn(program, each) && each.values.length === 1 ? [each] : [],
  );
}

function endsAmong(tried: ServiceSpace, tests: readonly Test[], show: Shows): readonly Asked[] {
  return [...Map.groupBy(tests, ({ quantity }) => quantity).values()].flatMap((same) =>
    same.flatMap((lower) =>
      same.flatMap((upper) => (isShared(lower, upper) ? [sharedEnd(tried, lower, upper, show)] : [])),
    ),
  );
}

const rangeOf = ({ values }: Test): Range => values[0] ?? { low: 0, high: -1 };

function isShared(lower: Test, upper: Test): boolean {
  const [a, b] = [rangeOf(lower), rangeOf(upper)];
  return a.high === b.low && a.low < a.high && b.low < b.high && upper.span.file === undefined;
}

function sharedEnd(tried: ServiceSpace, lower: Test, upper: Test, show: Shows): Asked {
  const { file } = tried.program;
  const about = { span: upper.span, name: upper.text };
  const shared = intersect(lower.values, upper.values);
  const changes = new Set([lower, upper].map((test) => tried.isSameWith(withoutValue(tried, test, shared))));
  if (changes.has(null)) return asked(problem, about, notKnown, file);
  if (changes.has(true)) return asked(problem, about, proved, file);
  const quantity = quantitiesOf(tried.program).get(upper.quantity);
  const value = quantity === undefined ? "" : valuesInWords(shared, quantity);
  const name = quantity === undefined ? upper.quantity : quantityName(tried.parts.guideline, tried.program, quantity);
  return shownIn(
    problem,
    file,
    about,
    {
      message: `\`${name}\` of ${value} satisfies both \`${lower.text}\` and \`${upper.text}\`, and counts for both.`,
      labels: [{ span: lower.span, text: "holds it too" }],
      hint: "Let one begin behind where the other ends.",
    },
    show(
      tried.space,
      tried.space.all([tried.addressed(), tried.space.where(new Map([[upper.quantity, shared]]))]),
      ({ answer }) => answer(lower) === "met" && answer(upper) === "met",
    ),
  );
}

/** The service as if a test did not hold some values. */
function withoutValue({ program, service }: ServiceSpace, test: Test, values: ValueSet) {
  const without = (formula: Formula): Formula => {
    if (formula.kind === "criterion") return without(definitionOf(program, formula.definition));
    if (formula.kind === "test")
      return formula.quantity === test.quantity &&
        formula.span.start === test.span.start &&
        isSubset(values, formula.values)
        ? { ...formula, values: subtract(formula.values, values) }
        : formula;
    if (formula.kind === "not") return { ...formula, operand: without(formula.operand) };
    return formula.kind === "constant" ? formula : { ...formula, operands: operandsOf(formula).map(without) };
  };
  const now = serviceOf(program, service.key);
  return {
    ...now,
    addressed: without(now.addressed),
    criteria: without(now.criteria),
    exclusion: without(now.exclusion),
    within: without(now.within),
  };
}
