import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import type { Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { afterEmptyWords } from "./emptyLead.ts";
import { isReadable } from "./readable.ts";
import { nearestName } from "./unknownName.ts";

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
