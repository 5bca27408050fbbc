import { type Fix, type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Span } from "../../source/index.ts";
import type { Range } from "../scaled.ts";
import type { CodeSystem } from "../types.ts";
import { numberOfCode, rangeOfBeginning } from "./space.ts";
import { type CodeShape, codeShapes, codeSystems, splitSystem } from "./systems.ts";

export type ReadCodes = { readonly range: Range } | { readonly wrong: Problem };

/**
 * `M54.16`, `M5416`, `icd-10-cm m54.16`; `M54.1*`, every code that begins so; `M50.1 to M50.13`, from the first to the last
 * of those that begin as the second.
 */
export function readCodes(text: string, system: CodeSystem, span: Span): ReadCodes {
  const named = splitSystem(text);
  if (named.system !== null && named.system !== system) return { wrong: otherSystem(text, named.system, system, span) };
  const code = named.rest.toUpperCase();
  const ends = /^(\S+) TO (\S+)$/.exec(code);
  if (ends) return readRange(text, [ends[1] ?? "", ends[2] ?? ""], system, span);
  if (code.includes("*")) return readBeginning(text, code, system, span);
  const wrong = wrongCode(text, code, system, span);
  const number = wrong ? 0 : numberOfCode(system, code);
  return wrong ? { wrong } : { range: { low: number, high: number } };
}

/** What is wrong with a code as a code of its system; `null` for nothing. */
export function wrongCode(text: string, code: string, system: CodeSystem, span: Span): Problem | null {
  const shape = codeShapes[system];
  const begun = heldOpen(code, shape);
  if (begun !== null) return openEnd(text, `${begun}*`, system, span);
  if (!shape.pattern.test(code)) return misshapen(text, code, system, span);
  const others = code.replace(/-?\d$/, "");
  if (shape.lastDigit !== null && shape.lastDigit(others) !== code.at(-1))
    return mistyped(text, system, shape.example, span);
  const partition = code.slice(-3, -1);
  return system === "SNOMED CT" && partition !== "00" && partition !== "10" ? noConcept(text, span) : null;
}

/** What stands before the `x` or `-` that published lists write for any further characters: `M54.x`, `M51.1-`. No code ends so. */
function heldOpen(code: string, { ordered, beginning }: CodeShape): string | null {
  const begun = /^(.+?)\.?(?:X+|-)$/.exec(code)?.[1];
  return begun !== undefined && ordered && beginning.test(begun) ? begun : null;
}

function openEnd(text: string, meant: string, system: CodeSystem, span: Span): Problem {
  return problem("E0433", span, `\`${text}\` does not say which codes of ${system} are meant.`, {
    hint: `Codes that go on are written \`${meant}\`; for one code alone write all of its characters.`,
    fixes: [replace(`Write ${meant}`, span, meant)],
  });
}

function readRange(text: string, [first, end]: readonly [string, string], system: CodeSystem, span: Span): ReadCodes {
  const shape = codeShapes[system];
  const [begun, ended] = [first, end].map((code) => heldOpen(code, shape));
  if (begun || ended) return { wrong: openEnd(text, `${begun ?? first} to ${ended ?? end}`, system, span) };
  const wrong =
    [first, end].map((code) => wrongCode(code, code, system, span)).find((found) => found !== null) ??
    (shape.ordered ? null : withoutOrder(text, system, span));
  if (wrong) return { wrong };
  const low = numberOfCode(system, first);
  const { high } = rangeOfBeginning(system, end);
  return low <= high ? { range: { low, high } } : { wrong: backwards(text, [first, end], span) };
}

function readBeginning(text: string, code: string, system: CodeSystem, span: Span): ReadCodes {
  const shape = codeShapes[system];
  const beginning = code.slice(0, -1);
  if (!shape.ordered) return { wrong: withoutOrder(text, system, span) };
  if (!code.endsWith("*") || !shape.beginning.test(beginning))
    return { wrong: strangeStar(text, code, shape, system, span) };
  return { range: rangeOfBeginning(system, beginning) };
}

function misshapen(text: string, code: string, system: CodeSystem, span: Span): Problem {
  const { example, ordered } = codeShapes[system];
  const [, first = "", end = ""] = /^(\S+?)\s*[-–]\s*(\S+)$/.exec(code) ?? [];
  const isRange = ordered && isCode(first, system) && isCode(end, system);
  const meant = isRange ? `${first} to ${end}` : withDigits(code, system);
  return problem("E0406", span, `\`${text}\` is not a code of ${system}.`, {
    hint: isRange
      ? `A range of codes is written \`${meant}\`.`
      : `${meant === null ? "" : `Did you mean \`${meant}\`? `}${system} codes look like \`${example}\`.${ofSister(code, system)}`,
    fixes: meant === null ? [] : [replace(`Write ${meant}`, span, meant, isRange)],
  });
}

/** CPT codes are a part of HCPCS, and often named by it. */
function ofSister(code: string, system: CodeSystem): string {
  const other = system === "HCPCS" ? "CPT" : system === "CPT" ? "HCPCS" : null;
  return other !== null && isCode(code, other) ? ` This is one of ${other}: \`${other} ${code}\`.` : "";
}

const isCode = (text: string, system: CodeSystem): boolean => codeShapes[system].pattern.test(text);

/** The letters O, I and L typed for nought and one. */
function withDigits(code: string, system: CodeSystem): string | null {
  const letter = /^[A-Z]/.exec(code)?.[0] ?? "";
  const mended = letter + code.slice(letter.length).replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  return mended !== code && isCode(mended, system) ? mended : null;
}

function mistyped(text: string, system: CodeSystem, example: string, span: Span): Problem {
  return problem("E0430", span, `\`${text}\` is mistyped: its last digit does not fit the others.`, {
    hint: `The last digit of a ${system} code is computed from the others, as in \`${example}\`. Copy the code from where it is published.`,
  });
}

function noConcept(text: string, span: Span): Problem {
  return problem("E0430", span, `\`${text}\` is the number of a description or relationship, not of a concept.`, {
    hint: "SNOMED CT numbers its concepts, the words for them and the relations among them. Look up the concept, as `161891005`.",
  });
}

function backwards(text: string, [first, end]: readonly [string, string], span: Span): Problem {
  const written = `${end} to ${first}`;
  return problem("E0431", span, `No code lies in \`${text}\`: \`${end}\` comes before \`${first}\`.`, {
    hint: "The first code of a range comes first.",
    fixes: [replace(`Write ${written}`, span, written)],
  });
}

function withoutOrder(text: string, system: CodeSystem, span: Span): Problem {
  return problem("E0432", span, `\`${text}\` is no set of ${system} codes: their numbers are in no order.`, {
    hint: `${system} codes that begin alike have nothing in common. List each code.`,
  });
}

function strangeStar(text: string, code: string, { example }: CodeShape, system: CodeSystem, span: Span): Problem {
  const begun = code.slice(0, code.indexOf("*"));
  const meant = codeShapes[system].beginning.test(begun) ? `${begun}*` : null;
  const fixes: readonly Fix[] = meant === null ? [] : [replace(`Write ${meant}`, span, meant)];
  return problem("E0433", span, `\`${text}\` does not say which codes of ${system} are meant.`, {
    hint: `A \`*\` stands at the end, for all codes that begin so: \`${example.slice(0, -1)}*\`.`,
    fixes,
  });
}

function otherSystem(text: string, said: CodeSystem, system: CodeSystem, span: Span): Problem {
  return problem("E0434", span, `\`${text}\` is a code of ${said}, where one of ${system} is asked for.`, {
    hint: `Give a code of ${system}, such as \`${codeShapes[system].example}\`, or have the fact take ${aCodeOf(said)}.`,
  });
}

/** `an ICD-10-CM code`, `a CPT code` */
export const aCodeOf = (system: CodeSystem): string => `${system === "ICD-10-CM" ? "an" : "a"} ${system} code`;

/** The systems whose codes the text could be, in the order of the systems. */
export function systemsOf(text: string): readonly CodeSystem[] {
  return codeSystems.filter((system) => isCode(text.toUpperCase(), system));
}
