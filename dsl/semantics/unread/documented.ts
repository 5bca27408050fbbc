import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import { beginnings, type Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";

/** `weight is documented as present` */
export function documentedAmount(words: readonly Word[], environment: Environment): Problem | null {
  for (const { named, rest } of beginnings(words, environment)) {
    const asked = /^(?:is|was) documented(?: as (?:present|absent))?$/i.test(rest.map((word) => word.text).join(" "));
    if (!asked || (named.kind === "fact" && named.type.kind === "yes or no")) continue;
    return problem("E0207", spanOfWords(rest), `\`${named.name}\` is not something that is present or absent.`, {
      hint: `Ask whether the record is silent on it: \`${named.name} is not documented\`; \`NOT (${named.name} is not documented)\` when it must not be.`,
    });
  }
  return null;
}

/** `x is documented` */
export function bareDocumented(words: readonly Word[], environment: Environment): Problem | null {
  const tail = words.slice(-2).map((word) => word.text.toLowerCase());
  if (tail.join(" ") !== "is documented" || beginnings(words, environment).length === 0) return null;
  const span = spanOfWords(words.slice(-2));
  return problem("E0207", span, "`is documented` does not say whether the record affirms or denies it.", {
    hint: "A record can document that something is present or that it is absent.",
    fixes: ["is documented as present", "is documented as absent"].map((text) => replace(`Write ${text}`, span, text)),
  });
}

/** `Wells is not documented`, `relief of the latest injection is not documented`: only a fact is documented or not. */
export function documentedNoFact(words: readonly Word[]): Problem | null {
  const said = wordsText(words);
  const [, subject] = /^(.+?) (?:is|are) not documented$/i.exec(said) ?? [];
  return subject === undefined
    ? null
    : problem("E0208", spanOfWords(words), `\`${subject}\` is no fact, and only facts are documented or not.`, {
        hint: "Ask it of the facts it comes from: `pain score is not documented`; of the entries of a list, `any visit where its pain score is not documented`.",
      });
}
