import type { Problem } from "../diagnostic/index.ts";
import type { Word } from "../syntax/index.ts";
import type { ListShape } from "./environment.ts";
import { type Compared, comparisons, listReading, type Mention } from "./listMentions.ts";
import { readTails, splitThisOne, type Tail, thisOneUnsaid } from "./listTails.ts";
import type { Reduction } from "./model.ts";
import { nameKey, wordKey, wordsText } from "./names.ts";
import type { Reading } from "./reading.ts";
import { HIGHEST, type Range } from "./scaled.ts";

const atLeastOne: readonly Range[] = [{ low: 1, high: Number.MAX_SAFE_INTEGER }];
const noneAtAll: readonly Range[] = [{ low: 0, high: 0 }];

/** `any injection`, `no injection within 30 days before request date`, `every imaging study` */
export function quantified(mention: Mention): readonly Reading[] {
  const word = wordKey(wordsText(mention.before));
  if (word !== "any" && word !== "no" && word !== "every") return [];
  const reduce: Reduction = { kind: "count", within: null, thisOne: false };
  const ranges = word === "any" ? atLeastOne : noneAtAll;
  return readTails(mention, mention.after)
    .filter(({ within, thisOne }) => within === null && thisOne === null)
    .map(({ when, problems }) =>
      listReading(mention, word, { reduce, ranges, every: word === "every", when }, problems),
    );
}

/** `at least 2 injections`, `no more than 6 injections in any 12 months, counting this one`, `count of injections is 3` */
export function counted(mention: Mention): readonly Reading[] {
  const { before, after } = mention;
  const leading = readTails(mention, after).flatMap((tail) =>
    comparisons(before).map((compared) => countReading(mention, compared, tail)),
  );
  return nameKey(wordsText(before)) === "count of" ? [...leading, ...trailing(mention)] : leading;
}

/** `count of injections within 12 months before request date is at most 3` */
function trailing(mention: Mention): readonly Reading[] {
  const { rest, thisOne } = splitThisOne(mention.after);
  return rest.flatMap((_, at) => {
    const compared = ["", "is"].flatMap((lead) => comparisons(withoutLead(rest.slice(at), lead), lead !== ""));
    if (compared.length === 0) return [];
    return readTails(mention, rest.slice(0, at)).flatMap((tail) =>
      compared.map((each) => countReading(mention, each, { ...tail, thisOne })),
    );
  });
}

const withoutLead = (words: readonly Word[], lead: string): readonly Word[] =>
  lead === "" ? words : wordKey(words[0]?.text ?? "") === lead ? words.slice(1) : [];

function countReading(mention: Mention, { operator, ranges, problems }: Compared, tail: Tail): Reading {
  const { when, within, thisOne } = tail;
  const unsaid = within !== null && thisOne === null && isBounded(ranges);
  const found: readonly Problem[] = [
    ...problems,
    ...tail.problems,
    ...(unsaid ? [thisOneUnsaid(mention, [...mention.name, ...mention.after])] : []),
  ];
  const reduce: Reduction = { kind: "count", within, thisOne: thisOne ?? false };
  return listReading(mention, operator, { reduce, ranges, when }, found);
}

/** Whether one more may be too many. */
const isBounded = (ranges: readonly Range[]): boolean =>
  ranges.every(({ high }) => high < HIGHEST) || ranges.length > 1;

/** `at least 2 different kinds of treatment` */
export function different(mention: Mention): readonly Reading[] {
  const { before, after, named } = mention;
  const at = before.findIndex((word) => wordKey(word.text) === "different");
  if (at < 1 || wordKey(before.at(-1)?.text ?? "") !== "of") return [];
  const field = fieldCalled(before.slice(at + 1, -1), named.list);
  if (!field) return [];
  const reduce: Reduction = { kind: "different", field: field.key };
  return readTails(mention, after)
    .filter(({ within, thisOne }) => within === null && thisOne === null)
    .flatMap(({ when, problems }) =>
      comparisons(before.slice(0, at)).map((compared) =>
        listReading(mention, compared.operator, { reduce, ranges: compared.ranges, when }, [
          ...compared.problems,
          ...problems,
        ]),
      ),
    );
}

export const fieldCalled = (words: readonly Word[], list: ListShape): ListShape["fields"][number] | undefined =>
  list.fields.find(({ key }) => key === nameKey(wordsText(words)));
