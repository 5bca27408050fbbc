import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import { anchors } from "../anchors.ts";
import type { Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { isReadable, wordsFor } from "./readable.ts";

const inWindow = /^(?:within|in|during) (?:(?:the|a) )?(?:(?:last|past|preceding|previous|prior) )?(.+)$/i;
const ago = /^(more than|over|at least|less than|within|under) (.+) ago$/i;

/** `onset within the last 6 months`, `onset in the past year`, `onset more than 6 months ago`: seen from which day? */
export function lastMonths(words: readonly Word[], environment: Environment): Problem | null {
  const starts = words.flatMap(({ text }, at) =>
    at > 0 && /^(within|in|during|more|over|at|less|under)$/i.test(text) ? [at] : [],
  );
  return starts.map((at) => lastMonthsFrom(words, at, environment)).find((found) => found !== null) ?? null;
}

function lastMonthsFrom(words: readonly Word[], at: number, environment: Environment): Problem | null {
  const first = words[at];
  if (!first) return null;
  const said = wordsText(words.slice(at));
  const counted = backwards(said);
  if (counted === null) return null;
  const exact = [counted, counted.replace(/^more than/, "at least")].find((window) =>
    isReadable([...words.slice(0, at), ...wordsFor(`${window} before request date`, first)], environment),
  );
  if (exact === undefined) return null;
  const readings = anchors.map((anchor) => `${exact} before ${anchor}`);
  const span = spanOfWords(words.slice(at));
  return problem("E0214", span, `\`${said}\` does not say before which day.`, {
    hint: `Name the day it is counted back from: \`${readings.join("` or `")}\`.`,
    fixes: readings.map((reading) => replace(`Write ${reading}`, span, reading)),
  });
}

/** `within 6 months` of `in the last six months`, `at least 6 months` of `more than 6 months ago`. */
function backwards(said: string): string | null {
  const [, bound, length] = ago.exec(said) ?? [];
  if (bound && length) return `${boundOf(bound)} ${counted(length)}`;
  const within = inWindow.exec(said)?.[1];
  return within ? `within ${counted(within)}` : null;
}

function boundOf(bound: string): string {
  if (/^(less than|within|under)$/i.test(bound)) return "within";
  return /^at least$/i.test(bound) ? "at least" : "more than";
}

const counted = (length: string): string =>
  /^(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) )/i.test(length) ? length : `1 ${length}`;
