import { type Problem, problem } from "../diagnostic/index.ts";
import { cover, type Span } from "../source/index.ts";
import type { Word } from "../syntax/index.ts";
import { anchors, readDuration } from "./anchors.ts";
import type { Beginning } from "./environment.ts";
import type { TimeWindow } from "./model.ts";
import { wordsText } from "./names.ts";
import { match } from "./patterns.ts";
import type { Reading } from "./reading.ts";
import type { Range } from "./scaled.ts";

/** How a window is written; `{a}` is a length of time. */
const windowPatterns: readonly string[] = anchors.flatMap((anchor) =>
  ["within {a} before", "within the {a} before"].flatMap((pattern) => [
    `${pattern} ${anchor}`,
    `${pattern} the ${anchor}`,
  ]),
);

interface Windowed {
  /** What stands before the window. */
  readonly before: readonly Word[];
  readonly window: TimeWindow;
  /** Where the window stands. */
  readonly span: Span;
  readonly problems: readonly Problem[];
}

/** The words with `within 6 months before request date` cut off their end, if they end so. */
function endingInWindow(words: readonly Word[]): readonly Windowed[] {
  return words.flatMap((word, at) =>
    word.text.toLowerCase() === "within"
      ? readWindow(words.slice(at)).map((read) => ({
          ...read,
          before: words.slice(0, at),
          span: spanOfAll(words.slice(at)),
        }))
      : [],
  );
}

const spanOfAll = (words: readonly Word[]): Span =>
  words.map(({ span }) => span).reduce(cover, words[0]?.span ?? { start: 0, end: 0 });

/** `within 6 months before request date` and nothing else; a length that is none is a problem of the reading. */
export function readWindow(words: readonly Word[]): readonly Pick<Windowed, "window" | "problems">[] {
  return anchors.flatMap((anchor) =>
    windowPatterns
      .filter((pattern) => pattern.endsWith(` ${anchor}`))
      .flatMap((pattern) => match(pattern, words))
      .flatMap(([length = []]) => {
        const duration = readDuration(wordsText(length));
        if (duration) return [{ window: { anchor, ...duration }, problems: [] }];
        const window: TimeWindow = { anchor, amount: 1, unit: "days" };
        return [{ window, problems: [notALength(length)] }];
      }),
  );
}

function notALength(words: readonly Word[]): Problem {
  return problem("E0401", spanOfAll(words), `\`${wordsText(words)}\` is not a length of time.`, {
    hint: "Write how far back the window reaches: `6 weeks`, `42 days` or `6 months`.",
  });
}

/**
 * `lasted at least 6 weeks within 6 months before request date`: a test of a trial's length, then a window. `readLength`
 * gives the readings of what stands before the window.
 */
export function lastedWithin(
  beginning: Beginning,
  readLength: (beginning: Beginning) => readonly Reading[],
): readonly Reading[] {
  return endingInWindow(beginning.rest).flatMap(({ before, window, span, problems }) =>
    cleanest(readLength({ ...beginning, rest: before })).flatMap((reading): readonly Reading[] => {
      const { meaning } = reading;
      if (meaning.kind !== "in" || !(meaning.part in counts)) return [];
      const { fact, ranges } = meaning;
      const count = meaning.part === "duration in months" ? "months" : "days";
      const tooLong = problems.length === 0 && longerThan(window, count, ranges) ? [tooLongFor(span, before)] : [];
      return [
        {
          ...reading,
          meaning: { kind: "lasted within", fact, count, window, ranges },
          problems: [...reading.problems, ...problems, ...tooLong],
        },
      ];
    }),
  );
}

/** A length is read in days and in months; where one of them reads it well, the other has nothing to say. */
function cleanest(readings: readonly Reading[]): readonly Reading[] {
  const clean = readings.filter(({ problems }) => problems.length === 0);
  return clean.length > 0 ? clean : readings;
}

const counts: Readonly<Record<string, "days" | "months">> = {
  "duration in days": "days",
  "duration in months": "months",
};

/** The longest a calendar can make of one unit. */
const mostDays = { days: 1, weeks: 7, months: 31, years: 366 } as const;
const mostMonths = { days: 1 / 28, weeks: 7 / 28, months: 1, years: 12 } as const;

/** Whether no window of this length can hold what is asked. */
function longerThan({ amount, unit }: TimeWindow, count: "days" | "months", ranges: readonly Range[]): boolean {
  const most = amount * (count === "days" ? mostDays : mostMonths)[unit];
  return ranges.length > 0 && ranges.every(({ low }) => low > most);
}

function tooLongFor(window: Span, length: readonly Word[]): Problem {
  const asked = wordsText(length).replace(/^(?:has )?lasted (?:for )?/i, "");
  return problem("E0226", window, `This window is shorter than what \`${asked}\` asks for.`, {
    hint: "Only the days that lie in the window count, so this is never met. Make the window longer, or ask for less.",
  });
}
