import { joinedLast } from "./joinedLast.ts";
import { type Fix, type Problem, problem, replace } from "../diagnostic/index.ts";
import type { Run, Word } from "../syntax/index.ts";
import { anchors } from "./anchors.ts";
import { boundedNumber, precisionWithoutComma } from "./bounded.ts";
import { codeSystems } from "./codes/index.ts";
import { readDecimal } from "./decimal.ts";
import type { Environment } from "./environment.ts";
import { unitUnknown } from "./literals.ts";
import { nameKey, runText, splitAtCommas, wordsText } from "./names.ts";
import { spanOfWords } from "./phrases.ts";
import { closest } from "./suggest.ts";
import type { FactType } from "./types.ts";
import { readUnit } from "./units.ts";

export interface ReadType {
  readonly type: FactType | null;
  readonly orNone: boolean;
  readonly problems: readonly Problem[];
}

const simple: Readonly<Record<string, FactType>> = {
  "yes or no": { kind: "yes or no" },
  "whole number": { kind: "whole number" },
  number: { kind: "number", unit: null, decimals: 0 },
  date: { kind: "date" },
  "treatment trial": { kind: "treatment trial" },
};

/** `yes or no`, `one of a, b`, `number in mmHg, to 0.1, or none`, `age at request date`, `muscle strength`, `ICD-10-CM code` */
export function readFactType(run: Run, scales: Environment["scales"]): ReadType {
  const { words, orNone } = withoutOrNone(run.words);
  const texts = words.map((word) => word.text.toLowerCase());
  const key = nameKey(wordsText(words));
  const plain = simple[wordsText(words).toLowerCase().replaceAll(/\s+/g, " ")];
  if (plain) return { type: plain, orNone, problems: [] };
  const bounded = boundedNumber(words);
  if (bounded) return { type: { kind: "whole number" }, orNone, problems: [bounded] };
  if (texts[0] === "one" && texts[1] === "of") return oneOf(words.slice(2), orNone, run);
  if (texts[0] === "body" && texts[1] === "site") return bodySite(words, orNone, run);
  if (texts[0] === "number") return numberType(words, orNone);
  if (texts[0] === "age") return ageType(words, orNone);
  const scale = scales.get(key);
  if (scale) return scaleType(scale, orNone, run.words);
  const system = codeSystems.find((name) => key === nameKey(`${name} code`));
  if (system) return { type: { kind: "code", system }, orNone, problems: [] };
  return { type: null, orNone, problems: [unknownType(run, scales)] };
}

function scaleType(
  { name, grades }: { readonly name: string; readonly grades: readonly string[] },
  orNone: boolean,
  all: readonly Word[],
): ReadType {
  const twice = orNone && grades.some((grade) => nameKey(grade) === "none");
  const type = { kind: "scale", scale: name, grades } as const;
  return { type, orNone: orNone && !twice, problems: twice ? [noneTwice(name, all)] : [] };
}

/** `fact worst deficit: severity, or none`, where `none` is a grade of `severity` */
function noneTwice(scale: string, all: readonly Word[]): Problem {
  const span = spanOfWords(all.slice(-2));
  const { end: start } = spanOfWords(all.slice(0, all.at(-3)?.text === "," ? -3 : -2));
  return problem("E0301", span, `\`none\` is a grade of the scale \`${scale}\` already.`, {
    hint: "Take `, or none` away here, or call the grade otherwise where nothing to grade is something else.",
    fixes: [replace("Take `, or none` away", { start, end: span.end }, "")],
  });
}

/** `..., or none` at the end of a type */
function withoutOrNone(words: readonly Word[]): { words: readonly Word[]; orNone: boolean } {
  const [or, none] = words.slice(-2).map((word) => word.text.toLowerCase());
  if (or !== "or" || none !== "none") return { words, orNone: false };
  const rest = words.slice(0, -2);
  return { words: rest.at(-1)?.text === "," ? rest.slice(0, -1) : rest, orNone: true };
}

/** A choice `or none` has `none` as one value more. */
function oneOf(words: readonly Word[], orNone: boolean, run: Run): ReadType {
  const options = splitAtCommas(words).filter((part) => part.length > 0);
  const names = [...options.map(wordsText), ...(orNone ? ["none"] : [])];
  const seen = new Set<string>(orNone ? ["none"] : []);
  const repeated = options.find((part) => seen.size === seen.add(nameKey(wordsText(part))).size);
  const problems = [
    ...(names.length < 2
      ? [
          problem("E0305", run.span, "A choice needs at least two values.", {
            hint: "Put commas between them: `one of rest, exercise, sleep`.",
            fixes: parted(words),
          }),
        ]
      : []),
    ...(repeated ? [saidAgain(repeated)] : []),
    ...joinedLast(options),
  ];
  return { type: { kind: "one of", options: names }, orNone: false, problems };
}

/** `body site in cervical spine, lumbar spine, knee` */
function bodySite(words: readonly Word[], orNone: boolean, run: Run): ReadType {
  const said = words[2]?.text.toLowerCase() === "in" ? words.slice(3) : [];
  const regions = splitAtCommas(said).filter((part) => part.length > 0);
  const seen = new Set<string>();
  const repeated = regions.find((part) => seen.size === seen.add(nameKey(wordsText(part))).size);
  const problems = [
    ...(regions.length === 0 ? [withoutRegions(run)] : []),
    ...(repeated ? [saidAgain(repeated)] : []),
    ...joinedLast(regions),
  ];
  return { type: { kind: "body site", regions: regions.map(wordsText) }, orNone, problems };
}

function withoutRegions(run: Run): Problem {
  return problem("E0305", run.span, "This body site does not say which regions there are.", {
    hint: "Name them: `body site in cervical spine, thoracic spine, lumbar spine`. Side and level need not be declared.",
  });
}

const saidAgain = (words: readonly Word[]): Problem =>
  problem("E0301", spanOfWords(words), `The value \`${wordsText(words)}\` stands twice.`, { hint: "Take one away." });

/** `number in mmHg, to 0.1` */
function numberType(words: readonly Word[], orNone: boolean): ReadType {
  const [said = [], ...more] = splitAtCommas(words.slice(1));
  const uncut = precisionWithoutComma(said, spanOfWords(words.slice(0, 1)));
  const amount = uncut?.amount ?? said;
  const rest = uncut ? [uncut.precision, ...more] : more;
  const problems: Problem[] = uncut ? [uncut.lacking] : [];
  const unitWords = amount[0]?.text.toLowerCase() === "in" ? amount.slice(1) : [];
  const meant = wordsText(amount[0]?.text.toLowerCase() === "of" && amount.length > 1 ? amount.slice(1) : amount);
  const whole = unitWords.length > 0 ? readUnit(wordsText(unitWords)) : null;
  const shorter = whole || unitWords.length < 2 ? null : readUnit(unitWords[0]?.text ?? "");
  const unit = whole ?? shorter;
  if (shorter) problems.push(moreThanUnit(unitWords, shorter.word));
  else if (unitWords.length > 0 && !unit)
    problems.push(unitUnknown("", wordsText(unitWords), null, spanOfWords(unitWords)));
  if (amount.length > 0 && unitWords.length === 0)
    problems.push(
      problem(
        "E0305",
        spanOfWords(amount),
        `Between \`number\` and \`${wordsText(amount)}\` the word \`in\` is missing.`,
        {
          hint: `A number says what it is measured in: \`number in ${meant}\`.`,
          fixes: [replace(`Write in ${meant}`, spanOfWords(amount), `in ${meant}`, true)],
        },
      ),
    );
  let decimals = 0;
  for (const part of rest) {
    const precision = part[0]?.text.toLowerCase() === "to" ? readPrecision(wordsText(part.slice(1))) : null;
    if (precision === null)
      problems.push(
        problem("E0305", spanOfWords(part), `\`${wordsText(part)}\` does not say how finely the number is recorded.`, {
          hint: "Write `to 1`, `to 0.1` or `to 0.01`.",
        }),
      );
    else decimals = precision;
  }
  return { type: { kind: "number", unit, decimals }, orNone, problems };
}

/** `number in % of the area of the lesion` */
function moreThanUnit(words: readonly Word[], unit: string): Problem {
  const span = spanOfWords(words);
  return problem("E0403", span, `\`${wordsText(words)}\` is more than a unit.`, {
    hint: `Write \`in ${unit}\`. What it is a part of belongs to the name of the fact, or in quotes on the line below.`,
    fixes: [replace(`Write ${unit}`, span, unit)],
  });
}

/** Digits after the point of `0.1`, `0.01`, `1`. */
function readPrecision(text: string): number | null {
  const step = readDecimal(text);
  return step && step.digits === 1n && step.scale <= 6 ? step.scale : null;
}

function ageType(words: readonly Word[], orNone: boolean): ReadType {
  const at = nameKey(wordsText(words.slice(words[1]?.text.toLowerCase() === "at" ? 2 : 1)));
  const anchor = anchors.find((name) => nameKey(name) === at);
  if (anchor) return { type: { kind: "age", at: anchor }, orNone, problems: [] };
  const span = spanOfWords(words);
  return {
    type: { kind: "age", at: "request date" },
    orNone,
    problems: [
      problem("E0305", span, `\`${wordsText(words)}\` does not say at which date of the case.`, {
        hint: "An age is counted at the `request date` or the `service date`: `age at service date`.",
        fixes: anchors.map((name) => replace(`Write age at ${name}`, span, `age at ${name}`)),
      }),
    ],
  };
}

const forms = [
  "yes or no",
  "one of",
  "number in",
  "whole number",
  "date",
  "age at request date",
  "treatment trial",
  "body site in",
  ...codeSystems.map((system) => `${system} code`),
];

/** What people write who know forms and spreadsheets. */
const otherWords: Readonly<Record<string, string>> = {
  "yes/no": "yes or no",
  "yes no": "yes or no",
  "yes, no": "yes or no",
  "no or yes": "yes or no",
  "true or false": "yes or no",
  "true/false": "yes or no",
  boolean: "yes or no",
  integer: "whole number",
  count: "whole number",
  trial: "treatment trial",
  day: "date",
  code: "ICD-10-CM code",
  "diagnosis code": "ICD-10-CM code",
  "icd-10": "ICD-10-CM code",
  "icd-10 code": "ICD-10-CM code",
  percent: "number in %",
  percentage: "number in %",
  "%": "number in %",
};

/** `surgery or injection` as `surgery, injection` */
function parted(words: readonly Word[]): readonly Fix[] {
  const at = words.findIndex((word) => word.text.toLowerCase() === "or");
  if (at < 1 || at === words.length - 1) return [];
  const written = `${wordsText(words.slice(0, at))}, ${wordsText(words.slice(at + 1))}`;
  return [replace(`Write ${written}`, spanOfWords(words), written, true)];
}

/** `several of prospective, randomized, controlled`: one answer, and more than one of its values at a time. */
export function severalOf({ words, span }: Run): Problem | null {
  const values = valuesAfter(
    /^(?:(?:list|several|some|any|all|many|one or more|two or more) of|multiple|several) /i,
    words,
  );
  if (!values) return null;
  const written = `one of ${values.join(", ")}`;
  const message = `\`${wordsText(words)}\` would be several answers, and a fact has one.`;
  return problem("E0305", span, message, {
    hint: `Where several may be so at once, declare each by itself: ${values.map((value) => `\`fact ${value}: yes or no\``).join(", ")}. Where one excludes the others, write \`${written}\`.`,
    fixes: [replace(`Write ${written}`, span, written)],
  });
}

/** `none, stabilized, not stabilized`, `at rest, or with pharmacological stress`, `surgery or injection` */
function choiceWithoutOneOf({ words, span }: Run, scales: Environment["scales"]): Problem | null {
  const values = valuesAfter(/^(?:(?:either|choice of|either of|any of) )?/i, words);
  if (!values || scales.has(nameKey(values[0] ?? "")) || otherWords[wordsText(words).toLowerCase()]) return null;
  const written = `one of ${values.join(", ")}`;
  return problem("E0305", span, `\`${wordsText(words)}\` does not say what kind of answer it is.`, {
    hint: `A choice begins with \`one of\`: \`${written}\`. Where the values are steps from less to more, declare a \`scale\`, and they can be compared.`,
    fixes: [replace(`Write ${written}`, span, written)],
  });
}

/** The values between commas or `or` behind a beginning; `null` unless there are two. */
function valuesAfter(beginning: RegExp, words: readonly Word[]): readonly string[] | null {
  const text = wordsText(words);
  const said = beginning.exec(text)?.[0];
  if (said === undefined || words.some(({ quoted }) => quoted)) return null;
  const values = text
    .slice(said.length)
    .split(/,? (?:or|and) |, ?/i)
    .map((value) => value.trim())
    .filter((value) => value !== "");
  return values.length > 1 && new Set(values.map(nameKey)).size === values.length ? values : null;
}

function unknownType(run: Run, scales: Environment["scales"]): Problem {
  const text = runText(run);
  const hint = `A fact is \`yes or no\`, \`one of a, b\`, \`number in mmHg\`, \`whole number\`, \`date\`, \`age at request date\`, \`treatment trial\`, \`body site in a, b\`, a code such as \`ICD-10-CM code\`, or the name of a declared \`scale\`.`;
  if (text === "") return problem("E0305", run.span, "This fact does not say what kind of answer it takes.", { hint });
  const several = severalOf(run) ?? choiceWithoutOneOf(run, scales);
  if (several) return several;
  const near =
    otherWords[text.toLowerCase()] ??
    (/^(?:from )?\d+ ?(?:to|[-–]) ?\d+$/i.test(text) ? "whole number" : null) ??
    (readUnit(text) ? `number in ${text}` : null) ??
    closest(text, [...forms, ...[...scales.values()].map((scale) => scale.name)]);
  return problem("E0305", run.span, `\`${text}\` is not a kind of answer.`, {
    hint: near ? `Did you mean \`${near}\`? ${hint}` : hint,
    fixes: near ? [replace(`Write ${near}`, run.span, near)] : [],
  });
}
