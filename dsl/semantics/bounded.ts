import { type Problem, problem, replace } from "../diagnostic/index.ts";
import { cover, type Span } from "../source/index.ts";
import type { Word } from "../syntax/index.ts";
import { wordsText } from "./names.ts";
import { spanOfWords } from "./phrases.ts";

/** `0 to 10` of `from 0 to 10`, `between 0 and 10`, `0-10`, at the end. */
const bounds = /(?:^| )(?:from |between )?\d[\d.]*(?: ?[-–] ?| to | and )\d[\d.]*$/i;

/** `number from 0 to 10`, `whole number from 0 to 10`: what a number may be at most is nothing that a type says. */
export function boundedNumber(words: readonly Word[]): Problem | null {
  const text = wordsText(words);
  const whole = /^whole number /i.test(text);
  const type = text.replace(bounds, "");
  if (type === text || !/^(?:whole )?number$/i.test(type)) return null;
  const written = whole ? ["whole number"] : ["whole number", "number, to 0.1"];
  return problem("E0305", spanOfWords(words), "A kind of answer does not say how far a number can go.", {
    hint: `Write ${written.map((each) => `\`${each}\``).join(", or with its decimals ")}. What the numbers stand for is said in quotes on the line below. Where only some values are possible, name them: \`one of low, high\`, or a \`scale\`.`,
    fixes: written.map((each) => replace(`Write ${each}`, spanOfWords(words), each)),
  });
}

/** `number to 0.1`, `number in mmHg to 0.1`: the words before the precision, and what to say of the comma that it lacks. */
export function precisionWithoutComma(
  words: readonly Word[],
  before: Span,
): { readonly amount: readonly Word[]; readonly precision: readonly Word[]; readonly lacking: Problem } | null {
  const [to, step] = words.slice(-2);
  if (!to || !step || !/^to$/i.test(to.text) || !/^(?:1|0?\.0*1)$/.test(step.text)) return null;
  const amount = words.slice(0, -2);
  const precision = [to, step];
  const { end } = amount.length > 0 ? spanOfWords(amount) : before;
  const span = cover(to.span, step.span);
  const lacking = problem("E0305", span, `A comma is missing before \`${wordsText(precision)}\`.`, {
    hint: `How finely a number is recorded stands behind a comma: \`number, to 0.1\`, \`number in mmHg, to 0.1\`.`,
    fixes: [
      replace(`Write , ${wordsText(precision)}`, { start: end, end: span.end }, `, ${wordsText(precision)}`, true),
    ],
  });
  return { amount, precision, lacking };
}
