import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import { readDate } from "./calendar.ts";
import { inOurOrder } from "./datesInWords.ts";
import { readCodes } from "./codes/index.ts";
import { type Decimal, readDecimal } from "./decimal.ts";
import { nameKey } from "./names.ts";
import { shareInPercent } from "./shares.ts";
import { closest } from "./suggest.ts";
import type { CodeSystem, Unit } from "./types.ts";
import { convert, type Refusal, readUnit, unitWords } from "./units.ts";

/** What a literal is read against. `steps` counts digits after the point; a unit of null is a bare number. */
export type LiteralType =
  | { readonly kind: "number"; readonly unit: Unit | null; readonly decimals: number }
  | { readonly kind: "choice"; readonly options: readonly string[]; readonly what: string }
  | { readonly kind: "date" }
  | { readonly kind: "code"; readonly system: CodeSystem };

/** A literal as exact bounds; they differ for a partial date and for a range of codes. */
export interface Literal {
  readonly low: Decimal;
  readonly high: Decimal;
}

export type ReadLiteral = { readonly literal: Literal } | { readonly wrong: Problem };

/** Reads `55 mmHg`, `4+/5`, `cervical spine`, `2014-04`, `M50.12` at `span`. */
export function readLiteral(text: string, type: LiteralType, span: Span): ReadLiteral {
  if (type.kind === "number") return readNumber(text, type.unit, span);
  if (type.kind === "date") return readDay(text, span);
  if (type.kind === "code") return readCode(text, type.system, span);
  return readChoice(text, type.options, type.what, span);
}

const amountAndUnit = /^([+-]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)|[a-z]+)\s*(.*)$/is;

/** The number and the unit words of `56 mmHg`, `55%`, `six weeks`. */
export function splitAmount(text: string): { amount: Decimal; unit: string } | null {
  const match = amountAndUnit.exec(text.trim());
  const amount = match ? readDecimal(match[1] ?? "") : null;
  return amount ? { amount, unit: (match?.[2] ?? "").trim() } : null;
}

function readNumber(text: string, unit: Unit | null, span: Span): ReadLiteral {
  const said = splitAmount(text);
  if (!said) return { wrong: noNumber(text, unit, span) };
  if (said.unit === "")
    return unit && !isCount(unit) ? { wrong: unitMissing(text, said.amount, unit, span) } : exactly(said.amount);
  const stated = readUnit(said.unit);
  if (!stated)
    return { wrong: goesOn.test(said.unit) ? noNumber(text, unit, span) : unitUnknown(text, said.unit, unit, span) };
  if (!unit && isCount(stated)) return exactly(said.amount);
  if (!unit)
    return {
      wrong: problem("E0402", span, `\`${said.unit}\` is a unit, and this is compared as a bare number.`, {
        hint: "Declare the unit with the fact (`number in weeks`), or leave it away here.",
      }),
    };
  const converted = convert(said.amount, stated, unit);
  if ("value" in converted) return exactly(converted.value);
  return { wrong: refusals[converted.refused](said.unit, unit, span) };
}

/** What stands behind the digits and is no unit, but more of a number: `e400`, `x50`, `.3`, `000`, `/2`. */
const goesOn = /^(?:[.,/]?\d|e[+-]?\d|x[\da-f])/i;

function noNumber(text: string, unit: Unit | null, span: Span): Problem {
  const [, whole, decimals, rest] = /^([+-]?\d+),(\d+)(\D*)$/.exec(text) ?? [];
  if (whole !== undefined && decimals !== undefined) {
    const written = `${whole}.${decimals}${rest ?? ""}`;
    return problem("E0401", span, `\`${text}\` is not a number.`, {
      hint: "Decimals stand behind a point, and a comma parts thousands.",
      fixes: [replace(`Write ${written}`, span, written)],
    });
  }
  const such = `at least 6${unit ? ` ${unit.word}` : ""}`;
  return problem("E0401", span, `\`${text}\` is not a number.`, {
    hint: `Write a number${unit ? ` in ${unit.word}` : ""}: \`${such}\`.`,
  });
}

const refusals: Readonly<Record<Refusal, (word: string, unit: Unit, span: Span) => Problem>> = {
  "other kind": unitOfOtherKind,
  "crosses the calendar": crossesCalendar,
  "needs a molar mass": needsMolarMass,
};

/** Annotation-only units such as `{points}` are counts and may be left unsaid. */
const isCount = (unit: Unit): boolean => unit.ucum.startsWith("{");

const exactly = (value: Decimal): ReadLiteral => ({ literal: { low: value, high: value } });

function unitMissing(text: string, amount: Decimal, unit: Unit, span: Span): Problem {
  const units = isDays(unit) ? ["days", "weeks", "months"] : [unit.word];
  const share = shareInPercent(amount, unit);
  const meant = [...(share === null ? [] : [`${share} ${unit.word}`]), ...units.map((word) => `${text} ${word}`)];
  const measured = `This is measured in ${unit.word}.`;
  const hint = share === null ? measured : `${measured} As a share of the whole, ${text} is ${share} ${unit.word}.`;
  return problem("E0402", span, `\`${text}\` has no unit.`, {
    hint: isDays(unit) ? "A length of time is given in days, weeks, months or years." : hint,
    fixes: meant.map((written) => replace(`Write ${written}`, span, written)),
  });
}

const isDays = (unit: Unit): boolean => unit.ucum === "d";

/** `word` is the unit within `text`, the whole literal. */
export function unitUnknown(text: string, word: string, unit: Unit | null, span: Span): Problem {
  const near = closest(word, [...(unit ? [unit.word] : []), ...unitWords]);
  const written =
    near === null ? null : `${text.slice(0, Math.max(0, text.length - word.length)).trim()} ${near}`.trim();
  const usual =
    "Write its usual name or its UCUM code (the standard spelling of units), such as `mmHg`, `mg/dL` or `weeks`.";
  return problem("E0403", span, `\`${word}\` is not a unit I know.`, {
    hint: near === null ? usual : `Did you mean \`${near}\`?`,
    fixes: written === null ? [] : [replace(`Write ${written}`, span, written)],
  });
}

function unitOfOtherKind(word: string, unit: Unit, span: Span): Problem {
  return problem("E0402", span, `\`${word}\` does not measure what \`${unit.word}\` measures.`, {
    hint: isDays(unit)
      ? "A length of time is given in days, weeks, months or years."
      : `The fact is measured in ${unit.word}: write the amount in ${unit.word}, or in a unit that can be converted to it.`,
  });
}

function crossesCalendar(word: string, unit: Unit, span: Span): Problem {
  return problem("E0404", span, `\`${word}\` and \`${unit.word}\` cannot be compared without a calendar.`, {
    hint: `A month has 28 to 31 days. Write the amount in ${unit.word}, or declare the fact in ${word}.`,
  });
}

function needsMolarMass(word: string, unit: Unit, span: Span): Problem {
  return problem(
    "E0435",
    span,
    `\`${word}\` and \`${unit.word}\` convert only for a substance whose molar mass is known.`,
    {
      hint: `One counts molecules, the other weighs them: glucose of 180 mg/dL is 10 mmol/L, cholesterol of 180 mg/dL is 4.7 mmol/L. Write the amount in ${unit.word}, as the published table does.`,
    },
  );
}

function readDay(text: string, span: Span): ReadLiteral {
  const days = readDate(text);
  if (days) return { literal: { low: whole(days.first), high: whole(days.last) } };
  if (/^\d{4}-\d\d(?:-\d\d)?$/.test(text))
    return {
      wrong: problem("E0405", span, `\`${text}\` is not on the calendar.`, { hint: "Check the month and the day." }),
    };
  return {
    wrong: problem("E0405", span, `\`${text}\` is not a date.`, {
      hint: "Write year, month and day as `2014-05-14`, or less where less is known: `2014-05`.",
      fixes: inOurOrder(text).map((date) => replace(`Write ${date}`, span, date)),
    }),
  };
}

function readCode(text: string, system: CodeSystem, span: Span): ReadLiteral {
  const read = readCodes(text, system, span);
  if ("wrong" in read) return read;
  return { literal: { low: whole(read.range.low), high: whole(read.range.high) } };
}

function readChoice(text: string, options: readonly string[], what: string, span: Span): ReadLiteral {
  const index = placesOf(options).get(nameKey(text)) ?? -1;
  if (index >= 0) return exactly(whole(index));
  const nearest = closest(text, options);
  const values = `The values are ${options.map((option) => `\`${option}\``).join(", ")}.`;
  const more = nearest !== null && holdsMore(text, nearest);
  const lead = more
    ? `\`${nearest}\` is one; what is asked besides stands in a criterion of its own, joined by AND or OR. `
    : nearest === null
      ? ""
      : `Did you mean \`${nearest}\`? `;
  return {
    wrong: problem("E0407", span, `\`${text}\` is not one of the values of ${what}.`, {
      hint: `${lead}${values}`,
      fixes: nearest === null || more ? [] : [replace(`Write ${nearest}`, span, nearest)],
    }),
  };
}

/** Whether more is asked than the value: to write it alone would leave out `failed` of `physical therapy failed`. */
function holdsMore(text: string, value: string): boolean {
  const [said, own] = [` ${nameKey(text)} `, ` ${nameKey(value)} `];
  return said.includes(own) && !/^(?:the|an?|or|and|of|type|grade|class|stage| )*$/.test(said.replace(own, " ").trim());
}

const known = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Where each value stands, by its key; `4+/5` is the grade `4+` of a scale that ends at 5. */
function placesOf(options: readonly string[]): ReadonlyMap<string, number> {
  const before = known.get(options);
  if (before) return before;
  const top = options.at(-1) ?? "";
  const outOfTop = /\d/.test(top) ? options.map((option) => `${nameKey(option)}/${nameKey(top)}`) : [];
  const places = new Map<string, number>();
  for (const [place, key] of [...options.map(nameKey).entries(), ...outOfTop.entries()])
    if (!places.has(key)) places.set(key, place);
  known.set(options, places);
  return places;
}

export function whole(value: number): Decimal {
  return { digits: BigInt(value), scale: 0 };
}
