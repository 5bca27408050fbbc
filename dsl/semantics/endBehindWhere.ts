import { type Problem, problem } from "../diagnostic/index.ts";
import type { Criterion } from "../syntax/index.ts";
import type { Reading } from "./reading.ts";

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
