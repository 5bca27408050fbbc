import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import type { Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { isReadable } from "./readable.ts";

/** `the patient age at least 18 years` */
export function leadingArticle(words: readonly Word[], environment: Environment): Problem | null {
  const [article, ...rest] = words;
  if (!article || !/^(the|a|an|there|is|has|patient|with)$/i.test(article.text) || !isReadable(rest, environment))
    return null;
  const next = rest[0]?.span.start ?? article.span.end;
  return problem("E0201", article.span, `\`${article.text}\` is no part of a declared name.`, {
    hint: `Begin with the name itself: \`${wordsText(rest)}\`.`,
    fixes: [replace(`Take \`${article.text}\` away`, { start: article.span.start, end: next }, "", true)],
  });
}
