import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import { cover } from "../../source/index.ts";
import type { Word } from "../../syntax/index.ts";
import { anchors } from "../anchors.ts";
import type { Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { isReadable, wordsFor } from "./readable.ts";

/** `onset within the last 6 months`, `onset in the past year`: last, seen from which day? */
export function lastMonths(words: readonly Word[], environment: Environment): Problem | null {
  const at = words.findIndex((word) => /^(within|in|during)$/i.test(word.text));
  const [within, ...rest] = words.slice(Math.max(at, 0));
  const last = rest.findIndex((word) => /^(last|past|previous|prior)$/i.test(word.text));
  const end = words.at(-1);
  if (at < 1 || !within || !end || last < 0 || last > 1) return null;
  const duration = rest.slice(last + 1);
  const spoken = /^\d|^(two|three|four|five|six|seven|eight|nine|ten)$/i.test(duration[0]?.text ?? "")
    ? duration
    : [...wordsFor("1", within), ...duration];
  const readings = anchors.map((anchor) => `within ${wordsText(spoken)} before ${anchor}`);
  if (!isReadable([...words.slice(0, at), ...wordsFor(readings[0] ?? "", within)], environment)) return null;
  const span = cover(within.span, end.span);
  return problem("E0214", span, `\`${wordsText(words.slice(at))}\` does not say before which day.`, {
    hint: `Name the day it is counted back from: \`${readings.join("` or `")}\`.`,
    fixes: readings.map((reading) => replace(`Write ${reading}`, span, reading)),
  });
}
