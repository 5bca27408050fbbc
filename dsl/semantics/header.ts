import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { Clause, DeclarationOf, Run, Word } from "../syntax/index.ts";
import { readDate } from "./calendar.ts";
import { inOurOrder } from "./datesInWords.ts";
import { readLevels } from "./levels.ts";
import type { Guideline, Source } from "./model.ts";
import { runText, splitAtCommas, wordsText } from "./names.ts";

/** What the head of a guideline says, but for its scope, which is a criterion. */
export type Header = Pick<Guideline, "title" | "titleSpan" | "source" | "adoptedBy" | "levels" | "effective">;

export const noHeader: Header = {
  title: "",
  titleSpan: { start: 0, end: 0 },
  source: null,
  adoptedBy: [],
  effective: { from: null, to: null },
};

export function readHeader(declaration: DeclarationOf<"guideline">): {
  readonly header: Header;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const { title, body } = declaration;
  const source = body.flatMap((clause) => (clause.kind === "source" ? [readSource(clause.run)] : []))[0] ?? null;
  const adoptedBy = body.flatMap((clause) =>
    clause.kind === "adopted by" ? splitAtCommas(clause.run.words).map(wordsText) : [],
  );
  const effective = body.flatMap((clause) => (clause.kind === "effective" ? [readEffective(clause, problems)] : []))[0];
  return {
    header: {
      title: title?.text ?? "",
      titleSpan: title?.span ?? declaration.span,
      source,
      adoptedBy: adoptedBy.filter(Boolean),
      ...levelsOf(body, problems),
      effective: effective ?? noHeader.effective,
    },
    problems,
  };
}

function levelsOf(body: readonly Clause[], problems: Problem[]): Pick<Header, "levels"> {
  const runs = body.flatMap((clause) => (clause.kind === "rests on" ? [clause.run] : []));
  return runs.length === 0 ? {} : { levels: readLevels(runs, problems) };
}

/** `"ACOEM Practice Guidelines, 2nd edition, Chapter 8", pages 177-179` */
function readSource({ words }: Run): Source | null {
  const quoted = words.findIndex((word) => word.quoted);
  const title = quoted < 0 ? words : words.slice(0, quoted + 1);
  const rest = quoted < 0 ? [] : words.slice(quoted + 1);
  const locator = wordsText(rest).replace(/^,\s*/, "");
  return title.length === 0 ? null : { title: wordsText(title), locator: locator === "" ? null : locator };
}

function notInForce(run: Run): Problem {
  const written = datesMeant(run);
  return problem("E0307", run.span, `${quotedOr(run)} does not say from when it is in force.`, {
    hint: "Write `effective from 2009-06-18`, or `effective from 2009-06-18 to 2016-12-31`.",
    fixes: written === null ? [] : [replace(`Write ${written}`, run.span, written)],
  });
}

/** `from 2001-07-01` for `July 1, 2001` and `from July 1, 2001` */
function datesMeant(run: Run): string | null {
  const [, from = "", to] = /^(?:from |since )?(.+?)(?: (?:to|until|through) (.+))?$/i.exec(runText(run)) ?? [];
  const [start, end] = [from, to].map((text) => (text === undefined ? undefined : ourDate(text)));
  if (start === undefined || (to !== undefined && end === undefined)) return null;
  return `from ${start}${end === undefined ? "" : ` to ${end}`}`;
}

const ourDate = (text: string): string | undefined =>
  [text, ...inOurOrder(text)].find((date) => /^\d{4}-\d\d-\d\d$/.test(date));

/** `from 2009-06-18`, `from 2009-06-18 to 2016-12-31` */
export function readEffective(
  { run }: Pick<Extract<Clause, { run: Run }>, "run">,
  problems: Problem[],
): Guideline["effective"] {
  const words = run.words.filter((word) => !word.quoted);
  const [from, first, to, last] = words;
  const shape =
    from?.text.toLowerCase() === "from" &&
    (words.length === 2 || (words.length === 4 && to?.text.toLowerCase() === "to"));
  if (!shape) problems.push(notInForce(run));
  const [start = null, end = null] = shape ? [first, last].map((word) => (word ? fullDay(word, problems) : null)) : [];
  if (shape && start !== null && end !== null && start > end)
    problems.push(
      problem("E0307", run.span, "What is in force ends here before it begins.", {
        hint: "The earlier date comes first: `effective from 2009-06-18 to 2016-12-31`.",
      }),
    );
  return shape ? { from: start, to: end } : { from: null, to: null };
}

const quotedOr = (run: Run): string => (run.words.length === 0 ? "This line" : `\`${runText(run)}\``);

function fullDay(word: Word, problems: Problem[]): string | null {
  const days = readDate(word.text);
  if (days && days.first === days.last) return word.text;
  problems.push(
    problem("E0405", word.span, `\`${word.text}\` is not a full date.`, {
      hint: "Write year, month and day: `2009-06-18`.",
    }),
  );
  return null;
}
