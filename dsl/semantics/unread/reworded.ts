import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import type { Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { isReadable, wordsFor } from "./readable.ts";

/** How prose says it, and how it is said here; offered only where what comes out can be read. */
const reworded: readonly (readonly [RegExp, string])[] = [
  [/ (?:at most|no more than|not more than|up to) (?=\S+ \S+ (?:before|after) )/i, " within "],
  [/ (?:in|during|over) (?:the )?(?=\S+ \S+ (?:before|after) )/i, " within "],
  [/ within the (?=\S+ \S+ (?:before|after) )/i, " within "],
  [/ by (at least|at most|more than|less than) (\S+) points? /i, " by $1 $2 "],
  [/\b(?:the )?(?:last|most recent|previous|prior) /i, "the latest "],
  [/^(?:the )?number of /i, "count of "],
  [
    /^((?:at least|at most|more than|fewer than|no more than|exactly) \S+|\S+ or (?:more|fewer)) (?:distinct )?(?=.+ of )/i,
    "$1 different ",
  ],
  [/ in any rolling /i, " in any "],
  [/ in any (\S+) (day|week|month|year) period\b/i, " in any $1 $2s"],
  [/ (?:is )?(?:the )?same as (?:the )?/i, " is the same as "],
  [/ (?:equals|matches|agrees with|is equal to|is) (?:the )?/i, " is the same as "],
  [/ (?:differs from|is different from|is other than) (?:the )?/i, " is not the same as "],
  [/ is (?:in )?(?:the )?same (region|side|level) as /i, " is in the same $1 as "],
  [/ is in the same side as /i, " is on the same side as "],
  [/ is (?:a |an |one of )?/i, " is in "],
  [/ is (in|not in) (.+) (?:or|and) /i, " is $1 $2, "],
  [/ (?:was|is|were) (?:un|not )successful$/i, " failed"],
  [/ (?:was|is|were) successful$/i, " succeeded"],
  [/ since (?=\d{4})/i, " on or after "],
  [/ (?:by|until) (?=\d{4})/i, " on or before "],
  [/ in (?=\d{4}(?:-\d\d)?$)/i, " is "],
];

/** `it is not successful`, `onset is not after the request date`, `pain is not documented as present` */
const denials: readonly (readonly [RegExp, string])[] = [
  [/ (?:is|was|were|are) not (?=documented as )/i, " is "],
  [/ (?:(?:is|was|were|are) )?not /i, " "],
  [/ (?:is|was|were|are) not /i, " is "],
];

/** A phrase of which one small rewording can be read. */
export function rewordedPhrase(words: readonly Word[], environment: Environment): Problem | null {
  const [first] = words;
  if (!first) return null;
  const said = wordsText(words);
  const known = (table: typeof reworded): string | null =>
    table
      .map(([pattern, ours]) => said.replace(pattern, ours))
      .find((written) => written !== said && isReadable(wordsFor(written, first), environment)) ?? null;
  const denied = known(denials);
  const written = known(reworded) ?? (denied === null ? null : `NOT (${denied})`);
  return written === null
    ? null
    : problem("E0208", spanOfWords(words), `\`${said}\` is not how this is said here.`, {
        hint: `Write \`${written}\`.`,
        fixes: [replace(`Write ${written}`, spanOfWords(words), written)],
      });
}
