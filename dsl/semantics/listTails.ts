import { type Problem, problem } from "../diagnostic/index.ts";
import type { Word } from "../syntax/index.ts";
import { anchorReadings, readDuration } from "./anchors.ts";
import { dateField, type Mention, undated } from "./listMentions.ts";
import type { Stretch } from "./model.ts";
import { wordsText } from "./names.ts";
import { match } from "./patterns.ts";
import { spanOfWords } from "./phrases.ts";
import { readWindow } from "./windows.ts";
import type { Dated } from "./reading.ts";

/** What may follow the name of a list that is counted. */
export interface Tail {
  /** `within 3 months before request date` */
  readonly when: Dated | null;
  /** `in any 12 months` */
  readonly within: Stretch | null;
  /** `counting this one`, `not counting this one`; `null` for neither. */
  readonly thisOne: boolean | null;
  readonly problems: readonly Problem[];
}

/** The words after the name of a list, read to their end. */
export function readTails(mention: Mention, words: readonly Word[]): readonly Tail[] {
  const { rest, thisOne } = splitThisOne(words.at(-1)?.text === "," ? words.slice(0, -1) : words);
  const nothing: Tail = { when: null, within: null, thisOne, problems: [] };
  if (rest.length === 0) return [nothing];
  const date = dateField(mention.named.list);
  const problems = date === null ? [undated(mention)] : [];
  const field = date ?? "date";
  const stretch = readStretch(rest, field);
  return [
    ...(stretch ? [{ ...nothing, within: stretch, problems }] : []),
    ...nearAnchor(mention, rest, field).map((when) => ({ ...nothing, when, problems })),
    ...readWindow(rest).flatMap((window) =>
      window.problems.length > 0 ? [{ ...nothing, problems: window.problems }] : [],
    ),
  ];
}

/** `, counting this one` at the end. */
export function splitThisOne(words: readonly Word[]): { rest: readonly Word[]; thisOne: boolean | null } {
  const last = words.slice(-3).map(({ text }) => text.toLowerCase());
  if (last.join(" ") !== "counting this one") return { rest: words, thisOne: null };
  const denied = words.at(-4)?.text.toLowerCase() === "not";
  const rest = words.slice(0, denied ? -4 : -3);
  return { rest: rest.at(-1)?.text === "," ? rest.slice(0, -1) : rest, thisOne: !denied };
}

function readStretch(words: readonly Word[], date: string): Stretch | null {
  const [captures] = ["in any {a}", "within any {a}", "per {a}"].flatMap((pattern) => match(pattern, words));
  const duration = captures?.[0] ? readDuration(wordsText(captures[0])) : null;
  return duration && { date, ...duration };
}

function nearAnchor({ named }: Mention, words: readonly Word[], date: string): readonly Dated[] {
  const field = named.list.fields.find(({ key }) => key === date);
  const span = spanOfWords(words);
  const name = field?.name ?? date;
  const beginning = { named: field ?? ({ kind: "definition", name, key: date } as const), nameSpan: span, rest: words };
  return anchorReadings(beginning).flatMap(({ meaning }) =>
    meaning.kind === "date near anchor" ? [{ test: meaning, text: `its ${name} ${wordsText(words)}`, span }] : [],
  );
}

/** A rolling count with an upper bound says whether the one asked for is one of them. */
export function thisOneUnsaid(mention: Mention, words: readonly Word[]): Problem {
  const span = spanOfWords(words);
  const end = { start: span.end, end: span.end };
  return problem(
    "E0224",
    span,
    `It is not said whether the \`${mention.named.name}\` that is asked for is counted too.`,
    {
      hint: "Add `, counting this one` when it is one of them, or `, not counting this one` when only earlier ones are.",
      fixes: [", counting this one", ", not counting this one"].map((text) => ({
        title: `Add \`${text}\``,
        safe: false,
        edits: [{ span: end, text }],
      })),
    },
  );
}
