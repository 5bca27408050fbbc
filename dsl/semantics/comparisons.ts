import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import type { Word } from "../syntax/index.ts";
import { comparedAs } from "./comparable.ts";
import type { Beginning, Environment, Named } from "./environment.ts";
import type { Aspect } from "./model.ts";
import { nameKey, wordKey, wordsText } from "./names.ts";
import { match } from "./patterns.ts";
import type { Reading, Use } from "./reading.ts";
import { closest } from "./suggest.ts";

interface ComparisonTest {
  readonly pattern: string;
  readonly aspect: Aspect;
  readonly same: boolean;
  /** One line for completion and hover. */
  readonly help: string;
}

/** How one fact is held against another. */
export const comparisonTests: readonly ComparisonTest[] = [
  { pattern: "is the same as {a}", aspect: "value", same: true, help: "both facts have the same value" },
  { pattern: "is not the same as {a}", aspect: "value", same: false, help: "the two facts have different values" },
  ...(
    [
      ["region", "in the same region as", "both sites are in the same region"],
      ["side", "on the same side as", "both sites have a side in common"],
      ["level", "at the same level as", "both sites are at the same level"],
    ] as const
  ).flatMap(([aspect, words, help]) => [
    { pattern: `is ${words} {a}`, aspect, same: true, help },
    { pattern: `is not ${words} {a}`, aspect, same: false, help: `not so: ${help}` },
  ]),
];

type FactName = Named & { readonly kind: "fact" };

/** `pain root is the same as sign root`; inside `where`, `its region is the same as the requested region`. */
export function comparisonReadings(beginning: Beginning, environment: Environment): readonly Reading[] {
  const { named, nameSpan, rest } = beginning;
  if (named.kind !== "fact") return [];
  return comparisonTests.flatMap(({ pattern, aspect, same }) =>
    match(pattern, rest).map(([words = []]) => reading({ named, nameSpan, words, pattern, aspect, same }, environment)),
  );
}

/** `it is in the requested region`: whichever fields of the entry could be, so that two of them are two readings. */
export function placeReadings(words: readonly Word[], environment: Environment): readonly Reading[] {
  const [it, ...rest] = words;
  if (!it) return [];
  return (["is in {a}", "is not in {a}"] as const).flatMap((pattern) =>
    match(pattern, rest).flatMap(([other = []]) => {
      const fields = [...environment.names.values()].filter((named) => named.kind === "fact");
      const all = fields.flatMap((named) => {
        const compared = { named, nameSpan: it.span, words: other, pattern, same: pattern === "is in {a}" };
        return placesOf(named).map((aspect) => reading({ ...compared, aspect }, environment));
      });
      const fitting = all.filter(({ problems }) => problems.length === 0);
      return fitting.length > 0 ? fitting : all.slice(0, 1);
    }),
  );
}

/** A choice names the place itself, which may be that of another choice or the region of a body site. */
function placesOf({ type }: FactName): readonly Aspect[] {
  if (type.kind === "body site") return ["region"];
  return type.kind === "one of" ? ["value", "region"] : [];
}

interface Compared {
  readonly named: FactName;
  readonly nameSpan: Span;
  readonly words: readonly Word[];
  readonly pattern: string;
  readonly aspect: Aspect;
  readonly same: boolean;
}

function reading({ named, nameSpan, words, pattern, aspect, same }: Compared, environment: Environment): Reading {
  const other = otherFact(words, environment);
  const found = "use" in other ? misfit(named, other, aspect) : other.wrong;
  const use = "use" in other ? other.use : null;
  return {
    named,
    nameSpan,
    operator: pattern,
    meaning: {
      kind: "same",
      fact: named.key,
      other: use?.key ?? "",
      ofCase: use?.of === "case",
      aspect,
      same,
    },
    others: use ? [use] : [],
    problems: found ? [found] : [],
  };
}

interface Other {
  readonly named: FactName;
  readonly use: Use;
}

/** `the requested region`; inside `where`, `its side` is a field and any other name a fact of the case. */
function otherFact(words: readonly Word[], environment: Environment): Other | { readonly wrong: Problem } {
  const ofEntry = environment.entry !== null && wordKey(words[0]?.text ?? "") === "its";
  const known = environment.outer !== null && !ofEntry ? environment.outer : environment;
  const name = ofEntry ? words.slice(1) : words;
  const without = wordKey(name[0]?.text ?? "") === "the" ? [name, name.slice(1)] : [name];
  for (const each of without) {
    const named = known.names.get(nameKey(wordsText(each)));
    if (named?.kind !== "fact") continue;
    const use: Use = { key: named.key, kind: "fact", span: spanOf(each) };
    return { named, use: known === environment ? use : { ...use, of: "case" } };
  }
  return {
    wrong: unknownOther(without.at(-1) ?? [], known, environment.outer !== null && !ofEntry ? environment : null),
  };
}

const spanOf = (words: readonly Word[]): Span => ({
  start: words[0]?.span.start ?? 0,
  end: words.at(-1)?.span.end ?? 0,
});

function unknownOther(words: readonly Word[], known: Environment, entry: Environment | null): Problem {
  const text = wordsText(words);
  const span = spanOf(words);
  const field = entry?.names.get(nameKey(text));
  if (field)
    return problem("E0231", span, `\`${text}\` is a field of the entry, and stands here like a fact of the case.`, {
      hint: `Write \`its ${field.name}\`.`,
      fixes: [replace(`Write its ${field.name}`, span, `its ${field.name}`)],
    });
  const facts = [...known.names.values()].filter(({ kind }) => kind === "fact").map(({ name }) => name);
  const near = closest(text, facts);
  return problem("E0231", span, `\`${text}\` is no fact that could be held against another.`, {
    hint: near === null ? "Facts are compared with facts: declare this one with `fact`." : `Did you mean \`${near}\`?`,
    fixes: near === null ? [] : [replace(`Write ${near}`, span, near)],
  });
}

function misfit(named: FactName, { named: other, use }: Other, aspect: Aspect): Problem | null {
  if (other.key === named.key && use.of !== "case")
    return problem("E0232", use.span, `\`${named.name}\` is held against itself, and is always the same.`, {
      hint: "Name the fact that it should be the same as.",
    });
  const reason = comparedAs(named.type, other.type, aspect);
  if (reason === null) return null;
  return problem("E0230", use.span, `\`${named.name}\` and \`${other.name}\` cannot be the same: ${reason}.`, {
    hint: "Facts are the same when they are of one kind: choices that share a value, codes of one system, numbers in one unit, dates.",
  });
}
