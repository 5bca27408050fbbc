import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import type { Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { isReadable } from "./readable.ts";
import { nearestName } from "./unknownName.ts";

/** Words that prose puts before what it asks about, and that ask nothing themselves. */
const empty: ReadonlySet<string> = new Set(
  "a an the there is are was were has have had having patient patients member worker injured claimant individual individuals beneficiary beneficiaries on with evidence of documentation documented presence either both does do did exhibits shows demonstrates clinical for that any some if when".split(
    " ",
  ),
);

/** What is left of the words after one, two or more empty ones at their beginning, the fewest taken away first. */
export function afterEmptyWords(words: readonly Word[]): readonly (readonly Word[])[] {
  const first = words.findIndex(({ text }) => !empty.has(text.toLowerCase()));
  return Array.from({ length: first < 0 ? 0 : first }, (_, index) => words.slice(index + 1));
}

/** `the patient age at least 18 years`, `there is radiculopathy`, `either radiculopathy` */
export function leadingEmptyWords(words: readonly Word[], environment: Environment): Problem | null {
  const rests = afterEmptyWords(words);
  const criterion = rests.find((rest) => isReadable(rest, environment));
  if (criterion) return beginWithTheName(words.slice(0, -criterion.length), criterion);
  const last = rests.at(-1);
  return last ? nearestName(last, environment) : null;
}

/** Without these nobody reads the criterion differently; `documented` or `either` might have been meant to say more. */
const article = /^(the|a|an|there|is|are|was|were|has|have|had|patients?)$/i;

function beginWithTheName(before: readonly Word[], rest: readonly Word[]): Problem {
  const span = spanOfWords(before);
  const said = wordsText(before);
  return problem("E0201", span, `\`${said}\` is no part of a declared name.`, {
    hint: `Begin with the name itself: \`${wordsText(rest)}\`.`,
    fixes: [
      replace(
        `Take \`${said}\` away`,
        { start: span.start, end: spanOfWords(rest).start },
        "",
        before.every(({ text }) => article.test(text)),
      ),
    ],
  });
}
