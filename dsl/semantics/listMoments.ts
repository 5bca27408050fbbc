import { type Problem, problem } from "../diagnostic/index.ts";
import type { Word } from "../syntax/index.ts";
import { anchors, readDuration } from "./anchors.ts";
import type { Environment } from "./environment.ts";
import { fieldCalled } from "./listCounts.ts";
import { dateField, listReading, type Mention, undated } from "./listMentions.ts";
import type { Reduction } from "./model.ts";
import { nameKey, wordKey, wordsText } from "./names.ts";
import { operators } from "./operators.ts";
import { match } from "./patterns.ts";
import { readField, spanOfWords } from "./phrases.ts";
import type { Reading } from "./reading.ts";
import { HIGHEST, LOWEST, type Range } from "./scaled.ts";
import { scheduledLengths } from "./spacing.ts";
import type { Anchor } from "./types.ts";

/** `saturation of the latest test at rest at or below 88 %` */
export function fieldOfOne(mention: Mention, environment: Environment): readonly Reading[] {
  const { named, before, after } = mention;
  const [last, ...earlier] = before.toReversed().map((word) => wordKey(word.text));
  if (last !== "latest" && last !== "earliest") return [];
  const article = earlier[0] === "the" ? 1 : 0;
  if (earlier[article] !== "of") return [];
  const field = fieldCalled(before.slice(0, before.length - 2 - article), named.list);
  if (!field) return [];
  const { date, problems: without } = dateOf(mention);
  return readField({ named: field, nameSpan: spanOfWords(before), rest: after }, environment).flatMap(
    ({ operator, meaning, problems, others = [] }) => {
      const asked =
        meaning.kind === "in"
          ? { reduce: { kind: "field", of: last, date, field: field.key, part: meaning.part } as const, ...meaning }
          : last === "latest" && field.key === date
            ? dayOfLatest(meaning)
            : null;
      if (asked === null) return [];
      const { reduce, ranges } = asked;
      return [{ ...listReading(mention, operator, { reduce, ranges }, [...problems, ...without]), others }];
    },
  );
}

/** `date of the latest injection within 6 months before request date`: of a list without entries it is not met. */
function dayOfLatest(
  meaning: Reading["meaning"],
): { readonly reduce: Reduction; readonly ranges: readonly Range[] } | null {
  if (meaning.kind !== "date near anchor") return null;
  const { fact: date, anchor, unit, from, to } = meaning;
  const count = unit === "months" || unit === "years" ? "half months" : "days";
  const [low, high] = [to, from].map((end) => (end === null ? null : 0 - end * stepsPerUnit[unit]));
  return {
    reduce: { kind: "since latest", date, anchor, ifNone: false, count },
    ranges: [{ low: low ?? LOWEST, high: high ?? HIGHEST }],
  };
}

function dateOf(mention: Mention): { readonly date: string; readonly problems: readonly Problem[] } {
  const date = dateField(mention.named.list);
  return { date: date ?? "date", problems: date === null ? [undated(mention)] : [] };
}

/**
 * `at least 30 days since the latest injection, if any`, `at least the screening interval since the latest colonoscopy, if any`,
 * `at least 3 months between the latest injection and the service date, if any`
 */
export function sinceLatest(mention: Mention, environment: Environment): readonly Reading[] {
  const { before, after } = mention;
  const joint = before.findLastIndex((word) => /^(since|between)$/i.test(word.text));
  const picked = nameKey(wordsText(before.slice(joint + 1)));
  if (joint < 1 || (picked !== "the latest" && picked !== "latest")) return [];
  const end = readEnd(wordsText(after).toLowerCase(), before[joint]?.text.toLowerCase() === "between");
  if (!end) return [];
  const { date, problems: without } = dateOf(mention);
  const problems = [...(end.said ? [] : [withoutIfNone(mention)]), ...without];
  const since = { kind: "since latest", date, anchor: end.anchor, ifNone: end.ifNone } as const;
  const length = before.slice(0, joint);
  return [
    ...scheduledLengths(length, environment).map(({ table, bound, count, span }) => ({
      ...listReading(mention, bound, { reduce: { ...since, count }, ranges: [], interval: { table, bound } }, problems),
      others: [{ key: table, kind: "table" as const, span }],
    })),
    ...amounts(length).map(({ operator, count, ranges }) =>
      listReading(mention, operator, { reduce: { ...since, count }, ranges }, problems),
    ),
  ];
}

/** To which day the time is counted, and what is said of a list without entries. */
function readEnd(after: string, between: boolean): { anchor: Anchor; ifNone: boolean; said: boolean } | null {
  const anchor = between ? anchors.find((each) => new RegExp(`^and (?:the )?${each}`).test(after)) : "request date";
  if (anchor === undefined) return null;
  const said = (between ? after.replace(new RegExp(`^and (?:the )?${anchor}`), "") : after).replaceAll(
    /^[\s,]+|[\s,]+$/g,
    "",
  );
  if (said !== "" && said !== "if any" && said !== "which there must be") return null;
  return { anchor, ifNone: said === "if any", said: said !== "" };
}

interface Amount {
  readonly operator: string;
  readonly count: "days" | "half months";
  readonly ranges: readonly Range[];
}

/** `at least 30 days`, `more than 3 months`, as days or, by the calendar, as half months. */
function amounts(words: readonly Word[]): readonly Amount[] {
  return operators
    .filter(({ takes }) => takes === "ordered")
    .flatMap((operator) =>
      operator.patterns
        .filter((pattern) => pattern.includes("{a}") && !pattern.includes("{b}") && pattern !== "{a}")
        .flatMap((pattern) => match(pattern, words))
        .flatMap(([said = []]) => {
          const duration = readDuration(wordsText(said));
          if (!duration) return [];
          const steps = duration.amount * stepsPerUnit[duration.unit];
          const exact = { ceilLow: steps, floorLow: steps, ceilHigh: steps, floorHigh: steps };
          const byCalendar = duration.unit === "months" || duration.unit === "years";
          const count = byCalendar ? ("half months" as const) : ("days" as const);
          return [{ operator: operator.id, count, ranges: operator.truth([exact]) }];
        }),
    );
}

const stepsPerUnit = { days: 1, weeks: 7, months: 2, years: 24 } as const;

function withoutIfNone({ name, named }: Mention): Problem {
  const span = spanOfWords(name);
  const end = { start: span.end, end: span.end };
  return problem("E0220", span, `It is not said what holds when there is no \`${named.name}\`.`, {
    hint: "Add `, if any` when the criterion is met without one, or `, which there must be` when it is not.",
    fixes: [", if any", ", which there must be"].map((text) => ({
      title: `Add \`${text}\``,
      safe: false,
      edits: [{ span: end, text }],
    })),
  });
}
