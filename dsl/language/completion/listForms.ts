import { anchors, type Environment, type FactType } from "../../semantics/index.ts";
import type { Completion } from "./completion.ts";
import {
  amountIn,
  bound,
  fieldsOf,
  isDated,
  type ListName,
  lists,
  nameOf,
  number,
  schedules,
  timeUnits,
  unit,
  unitWords,
} from "./places.ts";
import { comingNext, either, maybe, oneOf, rarely, said, silent, type Step } from "./steps.ts";
import { testCompletions } from "./tests.ts";
import type { Typing } from "./typing.ts";

/** What may come next in a phrase about a list: `any injection`, `at least 2 different kinds of treatment`, `relief of the latest injection`. */
export function listCompletions(typing: Typing, environment: Environment): readonly Completion[] {
  const all = lists(environment);
  return all.length === 0 ? [] : comingNext([either(...all.flatMap((list) => forms(list, environment)))], typing);
}

function forms(list: ListName, environment: Environment): readonly (readonly Step[])[] {
  const dated = isDated(list);
  return [
    ...quantified(list),
    [bound, number, nameOf(list), maybe(...rolling(dated)), ...tail(dated)],
    [bound, number, said("different"), fieldsOf(list.list), said("of"), nameOf(list), ...tail(dated)],
    [said("count of", "how many there are"), nameOf(list), maybe(...window(dated)), maybe(rarely("is")), bound, number],
    ...(dated ? [...ofOne(list, environment), sinceLatest(list, environment)] : []),
    ...(list.list.fields.some(({ type }) => type.kind === "treatment trial") ? [consecutive(list)] : []),
  ];
}

const quantifiers: readonly (readonly [string, string])[] = [
  ["any", "one or more of them"],
  ["no", "none of them"],
];

function quantified(list: ListName): readonly (readonly Step[])[] {
  return [
    ...quantifiers.map(([word, help]) => [said(word, help), nameOf(list), ...tail(isDated(list))]),
    [said("every", "all of them"), nameOf(list), said("where", "which of them")],
  ];
}

/** `within 3 months before request date where` */
const tail = (dated: boolean): readonly Step[] => [maybe(...window(dated)), said("where", "which of them")];

const window = (dated: boolean): readonly Step[] => (dated ? [either(...windows)] : [either()]);

const windows: readonly (readonly Step[])[] = anchors.flatMap((anchor) => [
  [said("within"), maybe(silent("the")), ...amountIn(timeUnits), said(`before ${anchor}`)],
  [said("within"), ...amountIn(timeUnits), said(`after ${anchor}`)],
  [said("at least"), ...amountIn(timeUnits), said(`before ${anchor}`)],
  ...["before", "after", "on or before", "on or after"].map((relation) => [said(`${relation} ${anchor}`)]),
]);

const rolling = (dated: boolean): readonly Step[] =>
  dated
    ? [
        said("in any", "the most there are in any stretch of that length"),
        ...amountIn(timeUnits),
        either([said(", counting this one")], [said(", not counting this one")]),
      ]
    : [either()];

/** `relief of the latest injection at least 50 %`, `pain of the latest visit fell by at least 2 points from the earliest visit` */
function ofOne(list: ListName, environment: Environment): readonly (readonly Step[])[] {
  return list.list.fields.flatMap((field) => {
    const name = oneOf([{ label: field.name, kind: "fact" }]);
    const tests: Step = {
      kind: "place",
      takes: () => false,
      offers: (typing) =>
        testCompletions({ named: field, nameSpan: nowhere, rest: typing.words }, typing.offset, environment),
    };
    const leading = [name, said("of the latest"), nameOf(list)];
    return [
      [...leading, tests],
      [name, said("of the earliest"), nameOf(list), tests],
      ...(isNumber(field.type) ? [[...leading, ...change(field.type), said("from the earliest"), nameOf(list)]] : []),
      ...(isNumber(field.type) ? [[...leading, ...change(field.type), said("from the previous one")]] : []),
    ];
  });
}

const nowhere = { start: 0, end: 0 };

export const isNumber = ({ kind }: FactType): boolean =>
  kind === "number" || kind === "whole number" || kind === "calculated";

/** `fell by at least 30 % of the earlier value` */
export function change(type: FactType): readonly Step[] {
  const own = type.kind === "number" || type.kind === "calculated" ? type.unit : null;
  const points = own?.ucum === "%" ? [said("percentage points")] : own ? [unit(unitWords(own))] : [];
  const howMuch = either([said("% of the earlier value")], points);
  return [either(...["fell", "rose"].map((way) => [said(`${way} by`), bound, number, howMuch]), [either(...verbs)])];
}

const verbs: readonly (readonly Step[])[] = ["dropped", "decreased", "increased", "fell", "rose"].map((verb) => [
  rarely(verb),
]);

/** `at least 30 days since the latest injection, if any` */
function sinceLatest(list: ListName, environment: Environment): readonly Step[] {
  const scheduled = schedules(environment);
  return [
    bound,
    either([...amountIn(timeUnits)], ...(scheduled.length === 0 ? [] : [[said("the"), oneOf(scheduled)]])),
    either(
      [said("since the latest"), nameOf(list)],
      ...anchors.map((anchor) => [said("between the latest"), nameOf(list), said("and the"), said(anchor)]),
    ),
    either([said(", if any", "met when there is none")], [said(", which there must be", "not met when there is none")]),
  ];
}

function consecutive(list: ListName): readonly Step[] {
  return [
    bound,
    number,
    said("consecutive"),
    unit(timeUnits),
    said("of"),
    nameOf(list),
    maybe(either(...anchors.map((anchor) => [said("within"), ...amountIn(timeUnits), said(`before ${anchor}`)]))),
    said("where", "which of them"),
  ];
}
