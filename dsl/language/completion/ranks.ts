import { wordKey } from "../../semantics/index.ts";
import type { Completion } from "./completion.ts";
import { comingNext, either, said } from "./steps.ts";
import { afterComma, isSpaced, type Typing } from "./typing.ts";

/** `2. ACOEM, ODG when silent`: when a rank but the first is consulted. */
export function rankCompletions(typing: Typing): readonly Completion[] {
  const when = typing.words.findIndex(({ text }) => wordKey(text) === "when");
  if (when > 0) return comingNext([whens], { ...typing, words: typing.words.slice(when) });
  const named = afterComma(typing).words;
  const begun = isSpaced(typing) ? [] : named.slice(-1);
  return named.length > begun.length ? comingNext([whens], { ...typing, words: begun }) : [];
}

const whens = either(
  [said("when silent", "consulted when no source before it addresses the request")],
  [said("when rebutted", "consulted when better evidence is brought forward against those before it")],
  [said("when silent or rebutted", "consulted in either case")],
);
