import { type Fact, HIGHEST, LOWEST, NONE } from "../../../dsl/index.ts";
import { interpret, type Verdict } from "../../evaluate/index.ts";
import { documented, type ListReduction, type Quantity } from "../../ir/index.ts";
import { cellsOf } from "../../logic/index.ts";
import {
  type Case,
  domainOf,
  halfMonthsFrom,
  holds,
  type Information,
  one,
  type ValueSet,
} from "../../values/index.ts";
import { entryProgram } from "../../values/reduce/index.ts";
import { dayOf } from "../draft.ts";
import type { ListAsk } from "../posed.ts";
import { testsOfField, valuesTested } from "./entryTests.ts";
import type { Work } from "../wanted.ts";
import type { Requirement } from "./requirements.ts";

/** Whether an entry counts for each of the requirements; `not documented`: it may. */
export type Counting = readonly Verdict[];

/** Entries looked at before there are too many to say that none was left out. */
const mostLookedAt = 1_500;

/** Looking at one is so much of a step. */
const share = 0.3;

/** What is known of the quantities of an entry, by their ids, and what its fields are. */
interface Imagined {
  readonly known: ReadonlyMap<string, ValueSet>;
  /** `null`: nothing is said of it. */
  readonly fields: ReadonlyMap<string, number | null>;
}

/** One thing entries differ by: a field, or a quantity that is taken to be free. */
type Choice = (imagined: Imagined) => readonly Imagined[];

/**
 * Every way in which an entry can count, and perhaps some in which none can: what fields are compared and calculated to, and
 * the parts of a trial, are taken to be free of each other. `null`: too many.
 */
export function waysOfCounting(
  asks: readonly ListAsk[],
  requirements: readonly Requirement[],
  dates: Case["dates"],
  work: Work,
): readonly Counting[] | null {
  if (!areReadAlike(asks)) return null;
  const choices = choicesOf(asks, dates);
  const found = new Map<string, Counting>();
  let lookedAt = 0;
  const go = (imagined: Imagined, at: number): void => {
    lookedAt += 1;
    if (lookedAt > mostLookedAt || !work.take(share)) return;
    const counting = requirements.map((one) => countsFor(one, imagined, dates));
    const next = choices[at];
    if (next === undefined || counting.every((verdict) => verdict !== "not documented"))
      found.set(counting.join(), counting);
    else for (const more of next(imagined)) go(more, at + 1);
  };
  go({ known: new Map(), fields: new Map() }, 0);
  return lookedAt > mostLookedAt || work.isSpent ? null : [...found.values()];
}

/** Whether all guidelines that ask give the fields the same types. */
function areReadAlike(asks: readonly ListAsk[]): boolean {
  const types = asks.map(({ reduction }) => JSON.stringify(reduction.list.fields.map(({ key, type }) => [key, type])));
  return new Set(types).size <= 1;
}

function choicesOf(asks: readonly ListAsk[], dates: Case["dates"]): readonly Choice[] {
  const quantities = [
    ...new Map(asks.flatMap(({ reduction }) => reduction.quantities.map((one) => [one.id, one] as const))).values(),
  ];
  const fields = [
    ...new Map(asks.flatMap(({ reduction }) => reduction.list.fields.map((one) => [one.key, one] as const))).values(),
  ];
  const whole = fields.filter(({ type }) => type.kind !== "treatment trial");
  const own = new Set(whole.map(({ key }) => key));
  return [
    ...whole
      .filter(({ key }) => testsOfField(asks, key).length > 0)
      .map((field) => fieldChoice(field, asks, quantities, dates)),
    ...quantities.filter(({ fact }) => !own.has(fact)).map((quantity) => freeChoice(quantity, asks)),
  ];
}

function freeChoice({ id, domain, fact, part }: Quantity, asks: readonly ListAsk[]): Choice {
  const tests = testsOfField(asks, fact).flatMap(({ quantity, values }) => (quantity.part === part ? [values] : []));
  const cells = cellsOf(domain, tests);
  return ({ known, fields }) => cells.map((cell) => ({ fields, known: new Map([...known, [id, cell]]) }));
}

/** Each value that tests tell apart; and nothing said of it, where that is asked about. */
function fieldChoice(
  field: Fact,
  asks: readonly ListAsk[],
  quantities: readonly Quantity[],
  dates: Case["dates"],
): Choice {
  const own = quantities.filter(({ fact }) => fact === field.key);
  const tests = testsOfField(asks, field.key).flatMap((test) => {
    const values = valuesTested(test, dates);
    return values === null ? [] : [values];
  });
  const values = cellsOf(domainOf(field.type, "value", field.orNone), tests).map(someOf);
  const silence = own.some(({ part }) => part === "undocumented");
  return ({ known, fields }) => [
    ...values.map((value) => ({
      fields: new Map([...fields, [field.key, value]]),
      known: new Map([...known, ...own.map((quantity) => [quantity.id, one(partOf(quantity, value, dates))] as const)]),
    })),
    ...(silence
      ? [
          {
            fields: new Map([...fields, [field.key, null]]),
            known: new Map([...known, ...own.map((quantity) => [quantity.id, untold(quantity)] as const)]),
          },
        ]
      : []),
  ];
}

/** Any value of a cell; open ends are no days to count from. */
function someOf(cell: ValueSet): number {
  const ends = cell.flatMap(({ low, high }) => [low, high]);
  return ends.find((end) => end === NONE || Math.abs(end) < HIGHEST) ?? Math.max(LOWEST + 1, 0);
}

const untold = ({ part, domain }: Quantity): ValueSet => (part === "undocumented" ? one(1) : domain);

function partOf({ part, anchor }: Quantity, value: number, dates: Case["dates"]): number {
  if (part === "undocumented") return 0;
  if (part === "documentation") return value === 1 ? documented.present : documented.absent;
  if (anchor === undefined || value === NONE) return value;
  const day = dayOf(dates, anchor);
  return part === "days from anchor" ? value - day : halfMonthsFrom(day, value);
}

/** Of a field that nothing is said of, whatever asks for less. */
function countsFor({ reduction, field, low }: Requirement, { known, fields }: Imagined, dates: Case["dates"]): Verdict {
  const counted = answerTo(reduction, known);
  if (field === null || counted === "not met") return counted;
  const value = fields.get(field.key);
  const values = valuesTested(field, dates);
  if (value === null) return low > 0 ? counted : "not met";
  if (value === undefined || values === null) return "not documented";
  return holds(values, value) ? counted : "not met";
}

function answerTo(reduction: ListReduction, known: ReadonlyMap<string, ValueSet>): Verdict {
  const all = reduction.quantities.map(({ id, domain }): readonly [string, Information] => [
    id,
    { values: known.get(id) ?? domain, reason: null },
  ]);
  return interpret(entryProgram(reduction)).answer(reduction.where, { quantities: new Map(all) });
}
