import type { Range } from "../scaled.ts";
import type { CodeSystem } from "../types.ts";
import { codeShapes } from "./systems.ts";

/*
 * Codes as whole numbers. Where codes are ordered text, a code is its characters without the dot as digits of base 37, filled
 * up with blanks: codes that begin alike are then one interval, and `M50.1 to M50.13` and `M54.1*` are ranges as any other.
 * Codes that are mere numbers keep them, without the digit that only checks the others.
 */

const characters = " 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const base = characters.length;
const blank = 0;
const last = base - 1;

/** Every number that a code of the system can be. */
export function codeDomain(system: CodeSystem): Range {
  if (!codeShapes[system].ordered) return { low: 0, high: 2 * 10 ** 15 };
  return { low: rangeOfBeginning(system, "0").low, high: rangeOfBeginning(system, "Z").high };
}

/** The number of one code of valid shape. */
export function numberOfCode(system: CodeSystem, code: string): number {
  if (system === "SNOMED CT") return 2 * Number(code.slice(0, -3)) + Number(code.at(-3) === "1");
  if (system === "LOINC") return Number(code.slice(0, -2));
  return filled(system, code, blank);
}

/** Every code that begins so, the beginning itself among them. */
export function rangeOfBeginning(system: CodeSystem, beginning: string): Range {
  return { low: filled(system, beginning, blank), high: filled(system, beginning, last) };
}

function filled(system: CodeSystem, text: string, rest: number): number {
  const digits = [...text.replace(".", "")].map((character) => characters.indexOf(character));
  const { width } = codeShapes[system];
  const all = [...digits, ...Array.from({ length: width - digits.length }, () => rest)];
  return all.reduce((number, digit) => number * base + digit, 0);
}

/** A code as its system writes it; `null` for a number that no code has. */
export function codeOfNumber(system: CodeSystem, number: number): string | null {
  const { lastDigit, ordered } = codeShapes[system];
  if (ordered) return written(system, number, blank);
  if (lastDigit === null) return null;
  const others = system === "LOINC" ? String(number) : `${Math.floor(number / 2)}${number % 2 === 1 ? "10" : "00"}`;
  return `${others}${system === "LOINC" ? "-" : ""}${lastDigit(others)}`;
}

/** The beginning whose last code the number is; `null` when it ends none. */
export function beginningThatEndsAt(system: CodeSystem, number: number): string | null {
  return codeShapes[system].ordered ? written(system, number, last) : null;
}

/** The characters without the filling at their end; `null` when a blank stands before a character. */
function written(system: CodeSystem, number: number, filling: number): string | null {
  const digits: number[] = [];
  for (let rest = number; digits.length < codeShapes[system].width; rest = Math.floor(rest / base))
    digits.unshift(rest % base);
  const end = digits.findLastIndex((digit) => digit !== filling) + 1;
  const text = digits
    .slice(0, end)
    .map((digit) => characters[digit])
    .join("");
  if (text === "" || text.includes(" ")) return null;
  return system === "ICD-10-CM" && text.length > 3 ? `${text.slice(0, 3)}.${text.slice(3)}` : text;
}
