import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import { readLiteral } from "../literals.ts";
import { nameKey, wordKey, wordsText } from "../names.ts";
import { halvesOf, operators, type Steps } from "../operators.ts";
import { match } from "../patterns.ts";
import { HIGHEST, type Range } from "../scaled.ts";
import type { Unit } from "../types.ts";
import { finerThan } from "../precision.ts";
import { spanOfItems } from "./operand.ts";

export type Way = "fell" | "rose";

/** How far something must have changed: `by at least 30 % of the earlier value`, `by more than 2 points`, or at all. */
export interface AmountOfChange {
  readonly operator: string;
  readonly measure: "percent" | "amount";
  /** Half steps: of 10^-6 percent, or of the last digit of what changes. */
  readonly ranges: readonly Range[];
  readonly problems: readonly Problem[];
}

/** Digits after the point of a change in percent. */
export const percentDecimals = 6;

export interface Changing {
  readonly unit: Unit | null;
  readonly decimals: number;
  readonly name: string;
}

const verbs: Readonly<Record<string, Way>> = {
  fell: "fell",
  dropped: "fell",
  decreased: "fell",
  rose: "rose",
  increased: "rose",
};

/** The words that say which way something went. */
export const wayOf = (word: Word | undefined): Way | null => verbs[word?.text.toLowerCase() ?? ""] ?? null;

/** Words that say that something changed and not which way. */
export const isWayless = (word: Word | undefined): boolean => /^(?:improved|worsened|changed)$/i.test(word?.text ?? "");

/** All readings of the words between the verb and `from` or `since`; nothing there is a change at all. */
export function amountsOfChange(words: readonly Word[], of: Changing): readonly AmountOfChange[] {
  if (words.length === 0)
    return [{ operator: "at all", measure: "amount", ranges: [{ low: 1, high: HIGHEST }], problems: [] }];
  if (wordKey(words[0]?.text ?? "") !== "by") return [];
  return operators
    .filter(({ takes, id }) => takes === "ordered" && id !== "is not")
    .flatMap(({ id, patterns, truth }) =>
      patterns
        .filter((pattern) => pattern !== "{a}")
        .flatMap((pattern) => match(pattern, words.slice(1)))
        .map((captures) => {
          const read = captures.map((capture, index) => readAmount(capture, captures[index + 1], of));
          const problems = read.flatMap((each) => each.problems);
          const steps = read.flatMap((each) => (each.steps ? [each.steps] : []));
          const measure = read[0]?.measure ?? "amount";
          const mixed = read.some((each) => each.measure !== measure);
          return { operator: id, measure, ranges: mixed ? [] : truth(steps), problems };
        }),
    )
    .filter(({ ranges, problems }) => ranges.length > 0 || problems.length > 0);
}

interface ReadAmount {
  readonly measure: AmountOfChange["measure"];
  readonly steps: Steps | null;
  readonly problems: readonly Problem[];
}

const percent: Unit = { word: "%", ucum: "%" };

/** In `from 2 to 5 percentage points` the first number is said with the second's words. */
function readAmount(words: readonly Word[], next: readonly Word[] | undefined, of: Changing): ReadAmount {
  const said = wordsText(next && words.length === 1 ? [...words, ...next.slice(1)] : words);
  const key = nameKey(said);
  const relative = /^(.*) of (?:the|it) (?:earlier|prior|previous|baseline) value$/.exec(key);
  if (relative) return literal(words, relative[1] ?? "", { unit: percent, decimals: percentDecimals }, "percent");
  const points = /^(.*) percentage point$/.exec(key);
  if (points && of.unit?.ucum === "%") return literal(words, `${points[1] ?? ""} %`, of, "amount");
  if (points) return { measure: "amount", steps: null, problems: [noPoints(words, points[1] ?? "", of)] };
  if (/(?:%|percent)$/.test(key)) return { measure: "percent", steps: null, problems: [barePercent(words, of)] };
  return literal(words, said, of, "amount");
}

function literal(
  words: readonly Word[],
  text: string,
  { unit, decimals }: Pick<Changing, "unit" | "decimals">,
  measure: ReadAmount["measure"],
): ReadAmount {
  const span = spanOfItems(words);
  const read = readLiteral(text, { kind: "number", unit, decimals }, span);
  if ("wrong" in read) return { measure, steps: null, problems: [read.wrong] };
  const fine = finerThan(read.literal, decimals, text, span);
  return { measure, steps: halvesOf(read.literal, decimals), problems: fine ? [fine] : [] };
}

/** `fell by at least 30 %` */
function barePercent(words: readonly Word[], { unit, name }: Changing): Problem {
  const span = spanOfItems(words);
  const amount = wordsText(words).replace(/\s*(?:%|percent)$/i, "");
  const relative = `${amount} % of the earlier value`;
  const absolute = unit?.ucum === "%" ? `${amount} percentage points` : null;
  return problem("E0242", span, `\`${wordsText(words)}\` of a change can be meant in two ways.`, {
    hint: absolute
      ? `From 80 % to 72 % is a fall by 10 % of the earlier value, and by 8 percentage points.`
      : `Say what it is a part of: \`${relative}\`${unit ? `, or how far \`${name}\` must go in ${unit.word}` : ""}.`,
    fixes: [relative, ...(absolute ? [absolute] : [])].map((text) => replace(`Write ${text}`, span, text)),
  });
}

function noPoints(words: readonly Word[], amount: string, { unit, name }: Changing): Problem {
  const span = spanOfItems(words);
  const relative = `${amount} % of the earlier value`;
  return problem("E0242", span, `\`${name}\` is not measured in %, so it does not change by percentage points.`, {
    hint: `Write \`${relative}\`${unit ? `, or how far it must go in ${unit.word}` : ""}.`,
    fixes: [replace(`Write ${relative}`, span, relative)],
  });
}
