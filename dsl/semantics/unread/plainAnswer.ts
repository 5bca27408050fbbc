import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import { cover } from "../../source/index.ts";
import type { Word } from "../../syntax/index.ts";
import { beginnings, type Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";

const yes = /^(is|was|are|were|=)? ?(yes|true|present|met|positive)$/i;
const no = /^(is|was|are|were|=)? ?(no|false|absent|not met|not present|negative)$/i;

/** `laser is yes`, `laser = no`: a yes-or-no fact says yes by standing alone. */
export function plainAnswer(words: readonly Word[], environment: Environment): Problem | null {
  for (const { named, nameSpan, rest } of beginnings(words, environment)) {
    const said = wordsText(rest);
    if (named.kind === "fact" && named.type.kind !== "yes or no") continue;
    if (rest.length === 0 || (!yes.test(said) && !no.test(said))) continue;
    const span = cover(nameSpan, spanOfWords(rest));
    const written = yes.test(said) ? named.name : `NOT ${named.name}`;
    return problem("E0213", span, `\`${said}\` is not needed: \`${named.name}\` is answered yes or no by itself.`, {
      hint: `Write \`${named.name}\` when it must be so, \`NOT ${named.name}\` when it must not. To ask what the record documents, write \`is documented as present\` or \`is documented as absent\`.`,
      fixes: [replace(`Write ${written}`, span, written)],
    });
  }
  return null;
}
