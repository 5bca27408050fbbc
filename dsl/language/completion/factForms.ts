import {
  anchors,
  type Beginning,
  beginnings,
  comparedAs,
  comparisonTests,
  type Environment,
  type FactType,
  isCaseDate,
  operators,
  readings,
} from "../../semantics/index.ts";
import type { Word } from "../../syntax/index.ts";
import type { Completion } from "./completion.ts";
import { change, isNumber } from "./listForms.ts";
import { amountIn, bound, choiceOf, type FactName, schedules, timeUnits } from "./places.ts";
import { comingNext, either, maybe, oneOf, rarely, said, silent, type Step } from "./steps.ts";
import type { Typing } from "./typing.ts";

/**
 * What may come next where a fact is held against another: `at least the target`, `before onset`, `fell by more than 2 kg
 * from weight`. `phrase` is all that is typed of it, `rest` what of it stands behind the name of the fact.
 */
export function comparedFacts(
  { named, rest }: Beginning,
  phrase: Typing,
  environment: Environment,
): readonly Completion[] {
  if (named.kind !== "fact" && named.kind !== "calculated") return [];
  const same = comparisonTests
    .filter(({ aspect }) =>
      comparable(environment).some(
        (other) => other.key !== named.key && comparedAs(named.type, other.type, aspect) === null,
      ),
    )
    .map(({ pattern }) => [rarely(pattern.slice(0, -4)), otherFact(phrase, environment)]);
  return [
    ...held(named, rest, phrase, environment),
    ...comingNext([either(...same)], { words: rest, offset: phrase.offset }),
  ];
}

function held(named: FactName, rest: readonly Word[], phrase: Typing, environment: Environment): readonly Completion[] {
  const typing: Typing = { words: rest, offset: phrase.offset };
  const other = otherFact(phrase, environment);
  if (named.type.kind === "date") return comingNext([maybe(rarely("is")), dates(named, other, environment)], typing);
  if (named.type.kind === "treatment trial") return comingNext([lasted], typing);
  if (!ordered.has(named.type.kind)) return [];
  const changed = isNumber(named.type)
    ? [[...change(named.type), either([said("from")], [rarely("since")]), other]]
    : [];
  return comingNext([maybe(rarely("is")), either([comparator, other], ...changed)], typing);
}

const ordered: ReadonlySet<FactType["kind"]> = new Set<FactType["kind"]>([
  "number",
  "calculated",
  "whole number",
  "age",
  "scale",
]);

const comparator: Step = either(
  ...operators.flatMap(({ takes, patterns }) =>
    takes === "ordered"
      ? patterns.filter((pattern) => pattern.endsWith(" {a}")).map((pattern) => [rarely(pattern.slice(0, -4))])
      : [],
  ),
);

/** `lasted at least 6 weeks within the 6 months before the request date` */
const lasted: Step = either(
  ...["lasted", "lasted for", "has lasted", "has lasted for"].map((words) => [
    rarely(words),
    bound,
    ...amountIn(timeUnits),
    said("within"),
    maybe(silent("the")),
    ...amountIn(timeUnits),
    either(
      ...anchors.map((anchor) => [said(`before ${anchor}`)]),
      ...anchors.map((anchor) => [rarely(`before the ${anchor}`)]),
    ),
  ]),
);

function dates(own: FactName, other: Step, environment: Environment): Step {
  const others = comparable(environment).some(
    ({ key, type }) => key !== own.key && type.kind === "date" && !isCaseDate(key),
  );
  const joint = others ? said : silent;
  const sides = [joint("before"), joint("after")];
  const scheduled = schedules(environment);
  const relations = ["before", "after", "on or before", "on or after", "on"].map((words) => [joint(words), other]);
  const lengths = ["within", "at least"].map((words) => [joint(words), maybe(silent("the")), ...amountIn(timeUnits)]);
  const strict = ["more than", "less than"].map((words) => [rarely(words), ...amountIn(["days", "weeks"])]);
  const apart = [...lengths, ...strict].flatMap((length) => sides.map((side) => [...length, side, other]));
  const byPlan = ["within the", "at least the"].flatMap((words) =>
    sides.map((side) => [said(words), oneOf(scheduled), side, maybe(silent("the")), either(...caseDates)]),
  );
  return either(...relations, ...apart, ...(scheduled.length === 0 ? [] : byPlan));
}

const caseDates: readonly (readonly Step[])[] = anchors.map((anchor) => [said(anchor)]);

/** Another fact at the end of the phrase, of those with which it can be read. */
export function otherFact(phrase: Typing, environment: Environment): Step {
  return {
    kind: "place",
    takes: () => false,
    offers: (typing) => {
      const start = typing.words[0]?.span.start ?? typing.offset;
      const before = phrase.words.filter(({ span }) => span.start < start);
      const [own] = beginnings(
        before.filter(({ text }) => text !== "its"),
        environment,
      );
      const fits = comparable(environment).filter(
        (named) => named.key !== own?.named.key && canBeRead(before, named, environment),
      );
      return comingNext([oneOf(fits.map(choiceOf))], typing);
    },
  };
}

function comparable({ names, outer }: Environment): readonly FactName[] {
  return [...(outer ?? { names }).names.values()].filter(
    (named): named is FactName => named.kind === "fact" || named.kind === "calculated",
  );
}

function canBeRead(before: readonly Word[], { name }: FactName, environment: Environment): boolean {
  const end = before.at(-1)?.span.end ?? 0;
  const words = name.split(" ").map((text) => ({ text, span: { start: end, end }, quoted: false }));
  return readings([...before, ...words], environment).some(({ problems }) => problems.length === 0);
}
