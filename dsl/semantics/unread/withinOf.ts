import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import type { Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { isReadable } from "./readable.ts";

/** `onset date within 6 weeks of request date`: before it, or after? */
export function withinOf(words: readonly Word[], environment: Environment): Problem | null {
  const within = words.findIndex((word) => word.text.toLowerCase() === "within");
  const of = words.findIndex((word, index) => index > within && /^(of|from)$/i.test(word.text));
  const word = words[of];
  if (within < 1 || !word) return null;
  const said = (side: string): readonly Word[] => [
    ...words.slice(0, of),
    { ...word, text: side },
    ...words.slice(of + 1),
  ];
  const sides = ["before", "after"].filter((side) => isReadable(said(side), environment));
  if (sides[0] !== "before") return null;
  const span = spanOfWords(words.slice(within));
  const readings = sides.map((side) => wordsText(said(side).slice(within)));
  return problem("E0216", span, `\`${wordsText(words.slice(within))}\` does not say on which side of that day.`, {
    hint: sides.length > 1 ? "Write `before` or `after`; join two tests with OR when both will do." : "Write `before`.",
    fixes: readings.map((reading) => replace(`Write ${reading}`, span, reading)),
  });
}
