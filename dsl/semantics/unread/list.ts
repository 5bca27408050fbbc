import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import type { Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { criteriaAmong } from "./listedCriteria.ts";

const quantifier =
  /^(?:(any|all|none) of|(at least|exactly) (\w+) of|(?:any )?(\d+|one|two|three|four|five|six|seven|eight|nine|ten)(?: or more)? of)(?: the following)?(?= |$)/i;

/** `imaging if any of` with nothing below it, `all of pain, weakness` and `any 2 of pain, weakness` without brackets. */
export function listWithoutItems(words: readonly Word[], environment: Environment): Problem | null {
  const begins = quantifier.exec(wordsText(words));
  if (!begins) return null;
  const [said, plain, bound, count, bare] = begins;
  const size = said.split(" ").length;
  const list = plain ? `${plain.toLowerCase()} of` : bound ? `${bound.toLowerCase()} ${count} of` : counted(bare ?? "");
  const items = criteriaAmong(words.slice(size), environment);
  const written = `${list} (${items?.map(wordsText).join("; ") ?? ""})`;
  return problem(
    "E0107",
    spanOfWords(words.slice(0, size)),
    `\`${said}\` begins a list, and its criteria do not follow.`,
    {
      hint: `Write them below, each on a line that begins with \`-\`, or in brackets: \`${list} (a; b; c)\`.`,
      fixes: items ? [replace(`Write ${written}`, spanOfWords(words), written, list === said.toLowerCase())] : [],
    },
  );
}

/** `2 of` is two or more to most readers; one is any. */
const counted = (count: string): string => (/^(1|one)$/i.test(count) ? "any of" : `at least ${count.toLowerCase()} of`);
