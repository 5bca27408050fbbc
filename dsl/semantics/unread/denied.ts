import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import { cover } from "../../source/index.ts";
import type { Word } from "../../syntax/index.ts";
import type { Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { afterEmptyWords } from "./emptyLead.ts";
import { noneOfFact } from "./noneOfFact.ts";
import { isReadable } from "./readable.ts";
import { nearestName } from "./unknownName.ts";

const denial = /^(no|not|without|never|lacks?|lacking|absence|denies)$/i;

/** `no radiculopathy`, `there is no evidence of radiculopathy`: only NOT in capitals denies a criterion. */
export function denied(words: readonly Word[], environment: Environment): Problem | null {
  for (const asked of [words, ...afterEmptyWords(words)]) {
    const [no, ...rest] = asked;
    if (!no || !denial.test(no.text)) continue;
    const rests = [rest, ...afterEmptyWords(rest)];
    const criterion = rests.find((words) => isReadable(words, environment));
    return criterion
      ? writeNot(words.slice(0, -criterion.length), criterion)
      : (noneOfFact(words, rests.at(-1) ?? rest, environment) ?? nearestName(rests.at(-1) ?? rest, environment));
  }
  return null;
}

function writeNot(before: readonly Word[], criterion: readonly Word[]): Problem {
  const said = wordsText(before);
  const denied = `NOT ${wordsText(criterion)}`;
  const span = spanOfWords(before);
  return problem("E0203", span, `\`${said}\` stands before a criterion, so it is not clear whether it denies it.`, {
    hint: `In capitals it does: \`${denied}\`.`,
    fixes: [replace(`Write ${denied}`, cover(span, spanOfWords(criterion)), denied)],
  });
}
