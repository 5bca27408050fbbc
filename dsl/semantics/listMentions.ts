import { type Problem, problem } from "../diagnostic/index.ts";
import type { Word } from "../syntax/index.ts";
import { beginnings, type Environment, type Named } from "./environment.ts";
import { readLiteral } from "./literals.ts";
import { wordsText } from "./names.ts";
import { operators, stepsOf } from "./operators.ts";
import { match } from "./patterns.ts";
import { spanOfWords } from "./phrases.ts";
import type { Fact } from "./model.ts";
import type { ListMeaning, Reading } from "./reading.ts";
import type { Range } from "./scaled.ts";

/** A list or subset named inside a phrase, and the words around its name. */
export interface Mention {
  readonly named: Named & { readonly kind: "list" | "subset" };
  readonly name: readonly Word[];
  readonly before: readonly Word[];
  readonly after: readonly Word[];
}

/** Every list or subset that the words name. */
export function mentions(words: readonly Word[], environment: Environment): readonly Mention[] {
  if (!environment.hasLists) return [];
  return words.slice(0, mostWordsBefore).flatMap((_, at) =>
    beginnings(words.slice(at), environment).flatMap(({ named, rest }) => {
      if (named.kind !== "list" && named.kind !== "subset") return [];
      const end = words.length - rest.length;
      return [{ named, name: words.slice(at, end), before: words.slice(0, at), after: rest }];
    }),
  );
}

/** `no more than 6 different kinds of`: a list is named early in its phrase. */
const mostWordsBefore = 40;

/** What is said of a list: what it is reduced to, and where more than the list says which entries count. */
export function listReading(
  mention: Mention,
  operator: string,
  meaning: Pick<ListMeaning, "reduce" | "ranges"> & Partial<Pick<ListMeaning, "every" | "when" | "interval">>,
  problems: readonly Problem[] = [],
): Reading {
  const { named, name } = mention;
  const subset = named.kind === "subset" ? named.key : null;
  return {
    named,
    nameSpan: spanOfWords(name),
    operator,
    meaning: { kind: "list test", list: named.list.key, subset, every: false, when: null, ...meaning },
    problems,
  };
}

export interface Compared {
  readonly operator: string;
  readonly ranges: readonly Range[];
  readonly problems: readonly Problem[];
}

/** `at least 2`, `6 or fewer`: every reading of the words as a comparison with a whole number; `exact`: a bare `3` is one. */
export function comparisons(words: readonly Word[], exact = false): readonly Compared[] {
  return operators
    .filter(({ takes }) => takes === "ordered")
    .flatMap((operator) =>
      operator.patterns
        .filter((pattern) => exact || pattern !== "{a}")
        .flatMap((pattern) => match(pattern, words))
        .map((captures) => {
          const read = captures.map((capture) =>
            readLiteral(wordsText(capture), { kind: "number", unit: null, decimals: 0 }, spanOfWords(capture)),
          );
          const literals = read.flatMap((result) => ("literal" in result ? [stepsOf(result.literal, 0)] : []));
          return {
            operator: operator.id,
            ranges: operator.truth(literals),
            problems: read.flatMap((result) => ("wrong" in result ? [result.wrong] : [])),
          };
        }),
    );
}

/** The field entries are dated by: the only date, or the one that is called `date`. */
export function dateField({ fields }: { readonly fields: readonly Pick<Fact, "key" | "type">[] }): string | null {
  const dates = fields.filter(({ type }) => type.kind === "date");
  return (dates.length === 1 ? dates[0] : dates.find(({ key }) => key === "date"))?.key ?? null;
}

/** A phrase that asks when entries were, of a list whose entries have no date, or several. */
export function undated({ named, name }: Mention): Problem {
  const dates = named.list.fields.filter(({ type }) => type.kind === "date").map((field) => `\`${field.name}\``);
  const several = dates.length > 1;
  return problem(
    "E0225",
    spanOfWords(name),
    several
      ? `\`${named.list.name}\` has several dates: ${dates.join(", ")}.`
      : `The entries of \`${named.list.name}\` have no date.`,
    {
      hint: several
        ? "Call the one that entries are counted by `date`, or ask `where its ... within 3 months before request date`."
        : "Declare one below the list: `date: date`. Of treatment trials ask `where it lasted at least 6 weeks within 6 months before request date`.",
    },
  );
}
