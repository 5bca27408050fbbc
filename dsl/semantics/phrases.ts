import type { Problem } from "../diagnostic/index.ts";
import { cover, type Span } from "../source/index.ts";
import type { Word } from "../syntax/index.ts";
import { anchorReadings } from "./anchors.ts";
import { comparisonReadings } from "./comparisons.ts";
import { codeListReadings } from "./codeListPhrases.ts";
import { type Beginning, beginnings, type Environment, type Named } from "./environment.ts";
import { beyondCompleted } from "./completed.ts";
import { finerThan } from "./precision.ts";
import { type Literal, readLiteral } from "./literals.ts";
import { wordsText } from "./names.ts";
import { halvesOf, type Operator, operators, stepsOf } from "./operators.ts";
import { type Captures, match } from "./patterns.ts";
import type { Reading } from "./reading.ts";
import { scheduledDateReadings } from "./spacing.ts";
import { allBut, anythingElse, NONE } from "./scaled.ts";
import { siteReadings } from "./sitePhrases.ts";
import { type View, viewsOf } from "./views.ts";
import { lastedWithin } from "./windows.ts";

/** All readings of all the words: every declared name they may begin with, every operator of its type. */
export function namedReadings(words: readonly Word[], environment: Environment): readonly Reading[] {
  return beginnings(words, environment).flatMap((beginning) => [
    ...readField(beginning, environment),
    ...scheduledDateReadings(beginning, environment),
  ]);
}

/** All readings of what follows a name. */
export function readField(beginning: Beginning, environment: Environment): readonly Reading[] {
  const { named, nameSpan, rest } = beginning;
  const reading = (operator: string, meaning: Reading["meaning"]): Reading => ({
    named,
    nameSpan,
    operator,
    meaning,
    problems: [],
  });
  if (named.kind === "list" || named.kind === "subset") return [];
  if (named.kind === "table") return readTableTest(beginning, named);
  if (named.kind === "definition")
    return rest.length === 0 ? [reading("met", { kind: "criterion", definition: named.key })] : [];
  const found: Reading[] = [];
  if (rest.length === 0 && named.type.kind === "yes or no")
    found.push(reading("yes", { kind: "in", fact: named.key, part: "value", ranges: isYes }));
  found.push(...documentation(beginning));
  found.push(...codeListReadings(beginning, environment), ...comparisonReadings(beginning, environment));
  found.push(...siteReadings(beginning), ...noneReadings(beginning));
  if (named.type.kind === "date") found.push(...anchorReadings(beginning));
  if (named.type.kind === "treatment trial") found.push(...lastedWithin(beginning, readViews));
  return [...found, ...readViews(beginning)];
}

function readViews(beginning: Beginning): readonly Reading[] {
  const { named } = beginning;
  return "type" in named ? viewsOf(named.type, named.name).flatMap((view) => readView(beginning, view)) : [];
}

/** `Wells at least 4`, `appropriateness is one of usually appropriate, may be appropriate`: as of a fact of that type. */
function readTableTest(beginning: Beginning, { key, type, name }: Named & { kind: "table" }): readonly Reading[] {
  const { named, nameSpan, rest } = beginning;
  if (type.kind === "yes or no")
    return rest.length === 0
      ? [{ named, nameSpan, operator: "yes", meaning: { kind: "table test", table: key, ranges: isYes }, problems: [] }]
      : [];
  return viewsOf(type, name)
    .flatMap((view) => readView(beginning, view))
    .flatMap((reading) =>
      reading.meaning.kind === "in"
        ? [{ ...reading, meaning: { kind: "table test" as const, table: key, ranges: reading.meaning.ranges } }]
        : [],
    );
}

const isYes = [{ low: 1, high: 1 }];

/** `prior site is none`, of facts declared `or none`; a choice has `none` among its values. */
function noneReadings({ named, nameSpan, rest }: Beginning): readonly Reading[] {
  if (named.kind !== "fact" || !named.fact.orNone) return [];
  return ["is none", "is not none"].flatMap((operator) => {
    const ranges = operator === "is none" ? [{ low: NONE, high: NONE }] : allBut([]);
    const meaning = { kind: "in", fact: named.key, part: "value", ranges } as const;
    return match(operator, rest).map(() => ({ named, nameSpan, operator, meaning, problems: [] }));
  });
}

export const documentationTests = [
  { pattern: "is documented as present", as: "present" },
  { pattern: "is documented as absent", as: "absent" },
  { pattern: "is not documented", as: "not documented" },
] as const;

function documentation({ named, nameSpan, rest }: Beginning): readonly Reading[] {
  return documentationTests
    .filter(
      ({ pattern, as }) =>
        match(pattern, rest).length > 0 &&
        (as === "not documented" || (named.kind === "fact" && named.type.kind === "yes or no")),
    )
    .map(({ pattern, as }) => ({
      named,
      nameSpan,
      operator: pattern,
      meaning: { kind: "documented", fact: named.key, as },
      problems: [],
    }));
}

function readView(beginning: Beginning, view: View): readonly Reading[] {
  const applicable = operators.filter((operator) => operator.takes === view.takes);
  return view.lead.flatMap((lead) =>
    afterLead(lead, beginning.rest).flatMap((rest) =>
      applicable.flatMap((operator) =>
        patternsAfter(lead, operator, view).flatMap((pattern) =>
          match(pattern, rest).map((captures) => readCaptures(beginning, view, operator, captures)),
        ),
      ),
    ),
  );
}

/** `hematocrit 56 %`, `hematocrit of 56 %` and `lasted 6 weeks` do not say whether more would do: a bare amount needs an `is`. */
export function patternsAfter(lead: string, { patterns }: Operator, { takes, exact }: View): readonly string[] {
  const bare = lead === "" || lead.endsWith("of");
  return takes === "ordered" && (bare || !exact) ? patterns.filter((pattern) => pattern !== "{a}") : patterns;
}

function afterLead(lead: string, words: readonly Word[]): readonly (readonly Word[])[] {
  if (lead === "") return words.length > 0 ? [words] : [];
  const size = lead.split(" ").length;
  return words.length > size && match(lead, words.slice(0, size)).length > 0 ? [words.slice(size)] : [];
}

function readCaptures({ named, nameSpan }: Beginning, view: View, operator: Operator, captures: Captures): Reading {
  const read = captures.map((words, index) =>
    readLiteral(literalText(words, captures[index + 1], view), view.literal, spanOfWords(words)),
  );
  const problems = read.flatMap((result) => ("wrong" in result ? [result.wrong] : []));
  const literals = read.flatMap((result) => ("literal" in result ? [result.literal] : []));
  const mayBeNone = denials.has(operator.id) && view.part === "value" && named.kind === "fact" && named.fact.orNone;
  const steps = view.halves ? halvesOf : stepsOf;
  const ranges = operator.truth(literals.map((literal) => steps(literal, view.decimals)));
  return {
    named,
    nameSpan,
    operator: operator.id,
    meaning: { kind: "in", fact: named.key, part: view.part, ranges: mayBeNone ? anythingElse(ranges, true) : ranges },
    problems: [
      ...problems,
      ...tooFine(literals, captures, operator, view),
      ...(view.halves ? [] : emptyRange(operator, ranges, literals, captures)),
    ],
  };
}

const denials: ReadonlySet<string> = new Set(["is not", "is none of"]);

/** In `from 56 to 59 mmHg` the first number has the second's unit. */
export function literalText(words: readonly Word[], next: readonly Word[] | undefined, { literal }: View): string {
  const text = wordsText(words);
  if (literal.kind !== "number") return text;
  const unit = next && /^[\d.,]+$/.test(text) ? wordsText(next).replace(/^[\d.,]+(?:\s+|(?=[^\d.,*^]))/, "") : "";
  return unit && !/^\d+(?![\d*^])/.test(unit) ? `${text} ${unit}` : text;
}

/** Between two steps a calculated number may be anywhere, and so may what is counted in whole units. */
function tooFine(literals: readonly Literal[], captures: Captures, { id }: Operator, view: View): readonly Problem[] {
  const { halves, completed, decimals } = view;
  if (literals.length < captures.length) return [];
  return captures.flatMap((words, index) => {
    const literal = literals[index];
    const [text, span] = [literalText(words, captures[index + 1], view), spanOfWords(words)];
    if (!literal) return [];
    if (completed) return beyondCompleted(literal, text, span, { operator: id, index, completed }) ?? [];
    return halves ? (finerThan(literal, decimals, wordsText(words), span) ?? []) : [];
  });
}

function emptyRange(
  operator: Operator,
  ranges: readonly unknown[],
  literals: readonly Literal[],
  captures: Captures,
): readonly Problem[] {
  if (ranges.length > 0 || literals.length < captures.length) return [];
  return [neverTrue(operator.id, spanOfWords(captures.flat()), captures.map(wordsText).join(" to "))];
}

function neverTrue(operator: string, span: Span, text: string): Problem {
  const message =
    operator === "is"
      ? `No value the fact can have is exactly \`${text}\`.`
      : `No value is in this range: \`${text}\`.`;
  return {
    code: "E0408",
    severity: "error",
    message,
    span,
    labels: [],
    fixes: [],
    hint:
      operator === "is"
        ? "The fact is recorded to fewer digits; declare its precision (`to 0.1`) or compare with at least or at most."
        : "The lower bound comes first: `from 56 to 59 mmHg`.",
  };
}

export function spanOfWords(words: readonly Word[]): Span {
  return words.map((word) => word.span).reduce(cover, words[0]?.span ?? { start: 0, end: 0 });
}
