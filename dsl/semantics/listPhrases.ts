import { type Problem, problem } from "../diagnostic/index.ts";
import type { Word } from "../syntax/index.ts";
import { anchors, readDuration } from "./anchors.ts";
import { beginnings, type Environment, type ListShape, type Named } from "./environment.ts";
import { readLiteral } from "./literals.ts";
import type { Reduction, Stretch } from "./model.ts";
import { nameKey, wordKey, wordsText } from "./names.ts";
import { operators, stepsOf } from "./operators.ts";
import { match } from "./patterns.ts";
import { readField, spanOfWords } from "./phrases.ts";
import type { ListMeaning, Reading } from "./reading.ts";
import type { Range } from "./scaled.ts";
import { scheduledLengths } from "./spacing.ts";

/** A list or subset named inside a phrase, and the words around its name. */
interface Mention {
  readonly named: Named & { readonly kind: "list" | "subset" };
  readonly name: readonly Word[];
  readonly before: readonly Word[];
  readonly after: readonly Word[];
}

/** `any injection`, `at least 2 different kinds of treatment`, `PO2 of the latest test at rest at or below 55 mmHg` */
export function listReadings(words: readonly Word[], environment: Environment): readonly Reading[] {
  return mentions(words, environment).flatMap((mention) => [
    ...quantified(mention),
    ...counted(mention),
    ...different(mention),
    ...fieldOfOne(mention, environment),
    ...sinceLatest(mention, environment),
  ]);
}

function mentions(words: readonly Word[], environment: Environment): readonly Mention[] {
  if (!environment.hasLists) return [];
  return words.slice(0, mostWordsBefore).flatMap((_, at) =>
    beginnings(words.slice(at), environment).flatMap(({ named, rest }) => {
      if (named.kind !== "list" && named.kind !== "subset") return [];
      const end = words.length - rest.length;
      return [{ named, name: words.slice(at, end), before: words.slice(0, at), after: rest }];
    }),
  );
}

/** `no more than 6 different kinds of`: a list is named early in its phrase. */
const mostWordsBefore = 40;

function reading(
  mention: Mention,
  operator: string,
  meaning: Pick<ListMeaning, "reduce" | "ranges" | "interval"> & { every?: boolean },
  problems: readonly Problem[] = [],
): Reading {
  const { named, name } = mention;
  const subset = named.kind === "subset" ? named.key : null;
  return {
    named,
    nameSpan: spanOfWords(name),
    operator,
    meaning: { kind: "list test", list: named.list.key, subset, every: false, ...meaning },
    problems,
  };
}

const atLeastOne: readonly Range[] = [{ low: 1, high: Number.MAX_SAFE_INTEGER }];
const noneAtAll: readonly Range[] = [{ low: 0, high: 0 }];

/** `any injection`, `no injection within 30 days before request date`, `every imaging study` */
function quantified(mention: Mention): readonly Reading[] {
  const word = wordKey(wordsText(mention.before));
  if (word !== "any" && word !== "no" && word !== "every") return [];
  if (mention.after.length > 0) return [];
  const reduce: Reduction = { kind: "count", within: null };
  return [reading(mention, word, { reduce, ranges: word === "any" ? atLeastOne : noneAtAll, every: word === "every" })];
}

/** `at least 2 injections`, `no more than 6 injections in any 12 months`, `count of injections is 3` */
function counted(mention: Mention): readonly Reading[] {
  const { before, after } = mention;
  const within = readStretch(after, mention.named.list);
  if (within !== undefined) return comparisons(before).map((compared) => countReading(mention, compared, within));
  if (nameKey(wordsText(before)) !== "count of") return [];
  return ["", "is"]
    .flatMap((lead) => comparisons(withoutLead(after, lead)))
    .map((compared) => countReading(mention, compared, null));
}

const withoutLead = (words: readonly Word[], lead: string): readonly Word[] =>
  lead !== "" && wordKey(words[0]?.text ?? "") === lead ? words.slice(1) : words;

function countReading(mention: Mention, { operator, ranges, problems }: Compared, within: Stretch | null): Reading {
  return reading(mention, operator, { reduce: { kind: "count", within }, ranges }, problems);
}

interface Compared {
  readonly operator: string;
  readonly ranges: readonly Range[];
  readonly problems: readonly Problem[];
}

/** `at least 2`, `6 or fewer`: every reading of the words as a comparison with a whole number. */
function comparisons(words: readonly Word[]): readonly Compared[] {
  return operators
    .filter(({ takes }) => takes === "ordered")
    .flatMap((operator) =>
      operator.patterns
        .filter((pattern) => pattern !== "{a}")
        .flatMap((pattern) => match(pattern, words))
        .map((captures) => {
          const read = captures.map((capture) =>
            readLiteral(wordsText(capture), { kind: "number", unit: null, decimals: 0 }, spanOfWords(capture)),
          );
          const literals = read.flatMap((result) => ("literal" in result ? [stepsOf(result.literal, 0)] : []));
          return {
            operator: operator.id,
            ranges: operator.truth(literals),
            problems: read.flatMap((result) => ("wrong" in result ? [result.wrong] : [])),
          };
        }),
    );
}

/** `in any 12 months` after the name; `null` for nothing there, `undefined` for anything else. */
function readStretch(words: readonly Word[], list: ListShape): Stretch | null | undefined {
  if (words.length === 0) return null;
  const [captures] = ["in any {a}", "within any {a}", "per {a}"].flatMap((pattern) => match(pattern, words));
  const duration = captures?.[0] ? readDuration(wordsText(captures[0])) : null;
  const date = dateField(list);
  return duration && date ? { date, ...duration } : undefined;
}

/** The field entries are dated by: the only date, or the one that is called `date`. */
function dateField({ fields }: ListShape): string | null {
  const dates = fields.filter(({ type }) => type.kind === "date");
  return (dates.length === 1 ? dates[0] : dates.find(({ key }) => key === "date"))?.key ?? null;
}

/** `at least 2 different kinds of treatment` */
function different(mention: Mention): readonly Reading[] {
  const { before, after, named } = mention;
  const at = before.findIndex((word) => wordKey(word.text) === "different");
  if (at < 1 || wordKey(before.at(-1)?.text ?? "") !== "of" || after.length > 0) return [];
  const field = fieldCalled(before.slice(at + 1, -1), named.list);
  if (!field) return [];
  return comparisons(before.slice(0, at)).map(({ operator, ranges, problems }) =>
    reading(mention, operator, { reduce: { kind: "different", field: field.key }, ranges }, problems),
  );
}

const fieldCalled = (words: readonly Word[], list: ListShape): ListShape["fields"][number] | undefined =>
  list.fields.find(({ key }) => key === nameKey(wordsText(words)));

/** `saturation of the latest test at rest at or below 88 %` */
function fieldOfOne(mention: Mention, environment: Environment): readonly Reading[] {
  const { named, before, after } = mention;
  const [last, ...earlier] = before.toReversed().map((word) => wordKey(word.text));
  const date = dateField(named.list);
  if ((last !== "latest" && last !== "earliest") || !date) return [];
  const article = earlier[0] === "the" ? 1 : 0;
  if (earlier[article] !== "of") return [];
  const field = fieldCalled(before.slice(0, before.length - 2 - article), named.list);
  if (!field) return [];
  return readField({ named: field, nameSpan: spanOfWords(before), rest: after }, environment).flatMap(
    ({ operator, meaning, problems, others = [] }) => {
      if (meaning.kind !== "in") return [];
      const reduce: Reduction = { kind: "field", of: last, date, field: field.key, part: meaning.part };
      return [{ ...reading(mention, operator, { reduce, ranges: meaning.ranges }, problems), others }];
    },
  );
}

/** `at least 30 days since the latest injection, if any`, `at least the screening interval since the latest colonoscopy, if any` */
function sinceLatest(mention: Mention, environment: Environment): readonly Reading[] {
  const { named, before, after } = mention;
  const date = dateField(named.list);
  const since = before.findIndex((word) => wordKey(word.text) === "since");
  const between = nameKey(wordsText(before.slice(since + 1)));
  if (since < 1 || !date || (between !== "the latest" && between !== "latest")) return [];
  const ending = wordsText(after)
    .toLowerCase()
    .replaceAll(/^,\s*|,$/g, "");
  const ifNone = ending === "if any";
  if (!ifNone && ending !== "" && ending !== "which there must be") return [];
  const problems = ending === "" ? [withoutIfNone(mention)] : [];
  const scheduled = scheduledLengths(before.slice(0, since), environment).map(({ table, bound, count, span }) => {
    const reduce: Reduction = { kind: "since latest", date, anchor: anchors[0] ?? "request date", count, ifNone };
    const read = reading(mention, bound, { reduce, ranges: [], interval: { table, bound } }, problems);
    return { ...read, others: [{ key: table, kind: "table" as const, span }] };
  });
  const unitOf = (words: readonly Word[]): ReturnType<typeof readDuration> => readDuration(wordsText(words));
  const said = operators
    .filter(({ takes }) => takes === "ordered")
    .flatMap((operator) =>
      operator.patterns
        .filter((pattern) => pattern.includes("{a}") && !pattern.includes("{b}") && pattern !== "{a}")
        .flatMap((pattern) =>
          match(pattern, before.slice(0, since)).flatMap(([amount = []]) => {
            const duration = unitOf(amount);
            if (!duration) return [];
            const calendar = duration.unit === "months" || duration.unit === "years";
            const steps =
              duration.amount *
              (duration.unit === "weeks" ? 7 : duration.unit === "months" ? 2 : duration.unit === "years" ? 24 : 1);
            const exact = { ceilLow: steps, floorLow: steps, ceilHigh: steps, floorHigh: steps };
            const reduce: Reduction = {
              kind: "since latest",
              date,
              anchor: anchors[0] ?? "request date",
              count: calendar ? "half months" : "days",
              ifNone,
            };
            return [reading(mention, operator.id, { reduce, ranges: operator.truth([exact]) }, problems)];
          }),
        ),
    );
  return [...scheduled, ...said];
}

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
