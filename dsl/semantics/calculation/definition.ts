import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Span } from "../../source/index.ts";
import type { DeclarationOf, Run } from "../../syntax/index.ts";
import type { Environment } from "../environment.ts";
import { readFactType } from "../factType.ts";
import { sameDimension } from "../measures.ts";
import type { Arithmetic, Calculation } from "../model.ts";
import { nameKey, runText } from "../names.ts";
import { printRational } from "../rational.ts";
import { textOf } from "../remarks.ts";
import type { Use } from "../reading.ts";
import { readArithmetic } from "./arithmetic.ts";
import type { Operand } from "./operand.ts";
import { measureOfUnit } from "./size.ts";

/** The type of a calculated number, `number in kg/m2, to 0.1`; `null` for any other kind of answer. */
export function readCalculatedType(
  declaration: DeclarationOf<"define">,
  run: Run,
): {
  readonly type: Calculation["type"] | null;
  readonly problems: readonly Problem[];
} {
  const { type, orNone, problems } = readFactType(run, new Map());
  if (type?.kind === "number" && !orNone)
    return { type: { kind: "calculated", unit: type.unit, decimals: type.decimals }, problems };
  if (type?.kind === "whole number") return { type: { kind: "calculated", unit: null, decimals: 0 }, problems };
  const said = declaration.body.some(({ kind }) => kind === "as number");
  return { type: null, problems: [said ? notANumber(run) : meaningInLine(declaration, run)] };
}

function notANumber(run: Run): Problem {
  return problem("E0245", run.span, `\`${runText(run)}\` is nothing that can be calculated.`, {
    hint: "After the colon stands `number`, its unit and its precision: `define body mass index: number in kg/m2, to 0.1`. A criterion has no colon: `define obesity` and below it `as body mass index at least 30 kg/m2`.",
  });
}

/** `define failed program: program failed` */
function meaningInLine({ name }: DeclarationOf<"define">, run: Run): Problem {
  const colon = { start: name.span.end, end: name.span.end + 1 };
  const meaning = runText(run);
  return problem("E0304", colon, "What a definition means stands on the line below its name.", {
    hint: `Write there \`as ${meaning}\`.`,
    fixes: [replace(`Write as ${meaning} on the line below`, colon, "\n  as")],
  });
}

interface ReadDefinition {
  readonly calculations: readonly Calculation[];
  readonly uses: readonly Use[];
  readonly problems: readonly Problem[];
}

/** `define body mass index: number in kg/m2, to 0.1` with `as weight divided by (height times height)` below. */
export function readCalculation(
  { name, body }: DeclarationOf<"define">,
  type: Calculation["type"],
  environment: Environment,
  source: string,
  faulty: boolean,
): ReadDefinition {
  const meaning = body.find((clause) => clause.kind === "as number");
  if (meaning?.kind !== "as number")
    return { calculations: [], uses: [], problems: faulty ? [] : [withoutArithmetic(name)] };
  const at = meaning.terms[0] ? { start: meaning.terms[0].span.start, end: meaning.span.end } : meaning.span;
  const read = readArithmetic(meaning.terms, at, environment, source);
  if ("code" in read) return { calculations: [], uses: [], problems: [read] };
  const calculation: Calculation = {
    name: runText(name),
    key: nameKey(runText(name)),
    type,
    value: inItsUnit(read, type),
    text: source.slice(at.start, at.end).replaceAll(/\s+/g, " ").trim(),
    list: null,
    declared: true,
    ...textOf(body),
    span: name.span,
  };
  return {
    calculations: [calculation],
    uses: read.uses,
    problems: [...read.problems, ...unitProblems(read, type, at)],
  };
}

/** A calculation without units comes in the unit that is declared for it. */
function inItsUnit({ value, size }: Operand, { unit }: Calculation["type"]): Arithmetic {
  if (!unit || size.bare) return value;
  return { kind: "in unit", amount: value, factor: printRational(measureOfUnit(unit).measure.factor) };
}

function unitProblems(read: Operand, { unit, decimals }: Calculation["type"], span: Span): readonly Problem[] {
  if (read.problems.length > 0) return [];
  const own = unit ? measureOfUnit(unit).measure.dimension : {};
  const fits = sameDimension(read.size.measure.dimension, own) && (unit !== null || read.size.bare || isRatio(read));
  if (!read.size.bare && !fits) return [otherUnit(read, unit?.word ?? null, span)];
  return countsMonths(read.value) && (decimals > 0 || !onlyMonths(read.value)) ? [partOfMonth(span)] : [];
}

function countsMonths(value: Arithmetic): boolean {
  if (value.kind === "months") return true;
  return partsOf(value).some(countsMonths);
}

/** Months alone, in whatever unit. */
function onlyMonths(value: Arithmetic): boolean {
  return value.kind === "months" || (value.kind === "in unit" && onlyMonths(value.amount));
}

function partsOf(value: Arithmetic): readonly Arithmetic[] {
  switch (value.kind) {
    case "in unit":
      return [value.amount];
    case "percent decrease":
    case "percent increase":
      return [value.from, value.to];
    case "number":
    case "fact":
    case "days":
    case "months":
      return [];
    default:
      return [value.left, value.right];
  }
}

/** Two amounts of one kind divided: a bare number is what comes out. */
const isRatio = ({ size }: Operand): boolean => Object.keys(size.measure.dimension).length === 0;

function otherUnit({ size }: Operand, unit: string | null, span: Span): Problem {
  const comes = size.word === null ? "a bare number" : `\`${size.word}\``;
  return problem(
    "E0438",
    span,
    `This comes out in ${comes}, and ${unit === null ? "a bare number" : `\`${unit}\``} is declared.`,
    {
      hint: "Check the operations, or declare the unit that comes out. Constants of published formulas often hold units of their own; then take the numbers out of theirs: `weight in kg`.",
    },
  );
}

function partOfMonth(span: Span): Problem {
  return problem("E0439", span, "A part of a month has no fixed length.", {
    hint: "Months are counted in whole numbers and are not calculated with: leave `to 0.1` away, or count days.",
  });
}

function withoutArithmetic(name: Run): Problem {
  return problem("E0244", name.span, `It is not said how \`${runText(name)}\` is calculated.`, {
    hint: "Write it on the line below: `as weight divided by (height times height)`.",
  });
}
