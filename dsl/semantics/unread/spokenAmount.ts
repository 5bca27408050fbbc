import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import { type Beginning, beginnings, type Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { isReadable, wordsFor } from "./readable.ts";

/** How prose compares, and the words for it here; `$1` and `$2` are the author's own amounts. */
const spoken: readonly (readonly [RegExp, string])[] = [
  [/^(?:is |of )?(\d[\d.]*)(?: ?[-–] ?| to )(\d.*)$/i, "from $1 to $2"],
  [
    /^(?:is |are |of )?(?:class(?:es)? |grades? |stages? )?(\S+?)(?:[-–]| (?:[-–]|to|through|thru) )(\S+)$/i,
    "from $1 to $2",
  ],
  [/^(?:is |are |of )?(?:class(?:es)? |grades? |stages? )(\S+) (?:and|or|,) (\S+)$/i, "is one of $1, $2"],
  [/^(?:is |that )?exceed(?:s|ing|ed)? (.+)$/i, "more than $1"],
  [/^(?:is )?(?:of )?(\S+) or (?:more|greater|above|higher|over|older)(?: than)?( .+)?$/i, "at least $1$2"],
  [/^(?:is )?of (\S+ .+) or (?:more|greater|above|higher|over|older)$/i, "at least $1"],
  [/^(?:is )?(?:of )?(\S+) or (?:less|fewer|below|lower|under|younger)(?: than)?( .+)?$/i, "at most $1$2"],
  [/^(?:is )?of (\S+ .+) or (?:less|fewer|below|lower|under|younger)$/i, "at most $1"],
  [/^(?:is )?(?:=> ?|= > ?|> = ?|equal to or (?:greater|more) than )(.+)$/i, "at least $1"],
  [/^(?:is )?(?:=< ?|= < ?|< = ?|equal to or (?:less|fewer) than )(.+)$/i, "at most $1"],
  [/^(?:is |has )?(?:a )?minimum (?:of )?(.+)$/i, "at least $1"],
  [/^(?:is |has )?(?:a )?maximum (?:of )?(.+)$/i, "at most $1"],
  [/^(?:is |of )?(\d[\d.]*)\+( .+)?$/i, "at least $1$2"],
  [/^of (at least|at most|more than|less than|below|above|over|under) (.+)$/i, "$1 $2"],
  [/^(.+) but (?:not|no) (more|less) than (.+)$/i, "$1 and no $2 than $3"],
  [/^(.+) but not (?:above|over|exceeding) (.+)$/i, "$1 and at most $2"],
  [/^(.+) but not (?:below|under) (.+)$/i, "$1 and at least $2"],
  [
    /^((?:less|lower|fewer|at most|below|under|no more|up to).*?) (?:but|and) ((?:more|greater|higher|at least|above|over|no less).+)$/i,
    "$2 and $1",
  ],
  [/^(.+) but (.+)$/i, "$1 and $2"],
  [/^(.+) years (?:old|of age)$/i, "$1 years"],
  [/^(.+?\d)(?: ?\/ ?\d+| points?| out of \d+)$/i, "$1"],
];

/** `AHI exceeds 15`, `AHI 5-14`, `age at least 50 years old`, `pain score at least 7/10` */
export function spokenAmount(words: readonly Word[], environment: Environment): Problem | null {
  for (const beginning of beginnings(words, environment)) {
    const { rest } = beginning;
    const said = wordsText(rest);
    for (const [pattern, ours] of rest.length === 0 ? [] : spoken) {
      if (!pattern.test(said)) continue;
      const written = withUnit(said.replace(pattern, ours), beginning, environment);
      if (written !== null) return writeInstead(said, written, rest);
    }
  }
  return null;
}

/** The comparison as it can be read: as it stands, or with the unit the fact is declared in. */
export function withUnit(
  comparison: string,
  { named, nameSpan, rest }: Pick<Beginning, "named" | "nameSpan" | "rest">,
  environment: Environment,
): string | null {
  const unit = named.kind === "fact" || named.kind === "calculated" ? unitOf(named.type) : null;
  const name = { text: named.name, span: nameSpan, quoted: false };
  const tried = [comparison, ...(unit ? [`${comparison} ${unit}`] : [])];
  const [at] = rest;
  return at
    ? (tried.find((text) => isReadable([...wordsFor(named.name, name), ...wordsFor(text, at)], environment)) ?? null)
    : null;
}

type NamedFact = Extract<Beginning["named"], { kind: "fact" }>;

const unitOf = (type: NamedFact["type"]): string | null =>
  type.kind === "number" || type.kind === "calculated"
    ? (type.unit?.word ?? null)
    : type.kind === "age"
      ? "years"
      : null;

function writeInstead(said: string, written: string, rest: readonly Word[]): Problem {
  const span = spanOfWords(rest);
  return problem("E0208", span, `\`${said}\` is not a comparison I know.`, {
    hint: `Write \`${written}\`.`,
    fixes: [replace(`Write ${written}`, span, written)],
  });
}
