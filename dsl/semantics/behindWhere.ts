import { type Fix, type Problem, problem, replace } from "../diagnostic/index.ts";
import { cover, type Span } from "../source/index.ts";
import { type Criterion, inOneLine, type Run, type Word } from "../syntax/index.ts";
import type { Environment } from "./environment.ts";
import { comparisons, mentions } from "./listMentions.ts";
import { nameKey, wordsText } from "./names.ts";
import { spanOfWords } from "./phrases.ts";
import type { Reading } from "./reading.ts";
import { askedOfTheCase, ofEntries } from "./unread/index.ts";

/** `since the latest injection where it is successful, if any`: what holds without one stands before `where`. */
export function endBehindWhere(
  all: readonly Reading[],
  where: Criterion | null,
  text: string,
): readonly Problem[] | null {
  const unsaid = all.flatMap(({ problems }) => problems).find(({ code }) => code === "E0220");
  if (!where || !unsaid) return null;
  const [behind, words] = /,?\s*(if any|which there must be)$/i.exec(text.slice(0, where.span.end)) ?? [];
  if (behind === undefined || words === undefined || behind.length >= where.span.end - where.span.start) return null;
  const { end } = where.span;
  const list = { start: unsaid.span.end, end: unsaid.span.end };
  return [
    problem("E0220", { start: end - words.length, end }, `\`${words}\` stands among what is asked of an entry.`, {
      hint: `It is said of the whole list: write \`, ${words},\` before \`where\`.`,
      fixes: [
        {
          title: "Write it before `where`",
          safe: true,
          edits: [
            { span: list, text: `, ${words},` },
            { span: { start: end - behind.length, end }, text: "" },
          ],
        },
      ],
    }),
  ];
}

/** `where` follows a phrase that chooses no entries. */
export function withoutList(run: Run, where: Criterion, text: string, environment: Environment): Problem {
  const { words, span } = run;
  const misplaced = askedOfTheCase(words, environment) ?? countBehindWhere(words, where, text, environment);
  if (misplaced) return misplaced;
  const reworded = ofEntries(words, environment);
  return reworded ? joinedWithWhere(reworded, where) : notAList(span, wordsText(words));
}

function notAList(span: Span, name: string): Problem {
  return problem("E0221", span, `\`${name}\` names no list, so there are no entries to choose from.`, {
    hint: "`where` follows the name of a list: `any injection where its date within 30 days before request date`.",
  });
}

/** `count of treatment where it failed at least 2`: how many there must be stands before `where`. */
function countBehindWhere(
  words: readonly Word[],
  where: Criterion,
  text: string,
  environment: Environment,
): Problem | null {
  const mention = mentions(words, environment).find(
    ({ before, after }) => nameKey(wordsText(before)) === "count of" && after.length === 0,
  );
  const asked = inOneLine(text.slice(where.span.start, where.span.end));
  const ends = [...asked.matchAll(/ (?:is )?(?=\S+ (?:\S+ )*\S+$)/g)];
  const found = mention && ends.find(({ index, 0: joint }) => compares(asked.slice(index + joint.length), where));
  if (!mention || !found) return null;
  const count = asked.slice(found.index + found[0].length);
  const written = `${count} ${mention.named.name} where ${asked.slice(0, found.index)}`;
  const span = cover(spanOfWords(words), where.span);
  return problem(
    "E0208",
    span,
    "How many entries there must be stands before `where`, and what is asked of each behind it.",
    {
      hint: `Write \`${written}\`.`,
      fixes: [replace(`Write ${written}`, span, written)],
    },
  );
}

const compares = (text: string, { span }: Criterion): boolean =>
  comparisons(text.split(" ").map((word) => ({ text: word, span, quoted: false }))).some(
    ({ problems }) => problems.length === 0,
  );

/** A fix that writes `where` before words that `where` follows already joins what the two ask. */
export function joinedWithWhere(found: Problem, where: Criterion | null): Problem {
  const writesWhere = found.fixes.some(({ edits: [edit] }) => edit?.span.end !== 0 && edit?.text.includes(" where "));
  if (!where || !writesWhere) return found;
  const hint = `${found.hint ?? ""} What stands behind \`where\` already is joined to it by AND.`;
  return { ...found, hint, fixes: found.fixes.flatMap((fix) => joinedFix(fix, where)) };
}

function joinedFix(fix: Fix, where: Criterion): readonly Fix[] {
  const [edit] = fix.edits;
  if (!edit?.text.includes(" where ")) return [fix];
  if (where.kind === "group") return [];
  const [open, close] = where.kind === "or" ? ["(", ")"] : ["", ""];
  const { start, end } = where.span;
  return [
    {
      title: `${fix.title} AND`,
      safe: false,
      edits: [
        { span: { start: edit.span.start, end: start }, text: `${edit.text} AND ${open}` },
        ...(close === "" ? [] : [{ span: { start: end, end }, text: close }]),
      ],
    },
  ];
}
