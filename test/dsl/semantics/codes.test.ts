import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CodeSystem, codesInWords, type Range, readValue } from "../../../dsl/index.ts";

function rangesOf(text: string, system: CodeSystem): readonly Range[] | string {
  const read = readValue(text, { kind: "code", system });
  return "parts" in read ? read.parts.flatMap((part) => part.ranges) : read.problem.code;
}

const held = (text: string, by: string, system: CodeSystem = "ICD-10-CM"): boolean => {
  const [inner, outer] = [rangesOf(text, system), rangesOf(by, system)];
  if (typeof inner === "string" || typeof outer === "string") throw new Error(`${text} or ${by} is no code`);
  return inner.every((each) => outer.some(({ low, high }) => low <= each.low && each.high <= high));
};

const upper = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const digits = [..."0123456789"];
/** None ends in X, which only holds places open. */
const diagnosis = fc
  .tuple(
    fc.constantFrom(...upper),
    fc.constantFrom(...digits),
    fc.constantFrom(...digits, "A", "B"),
    fc.string({ unit: fc.constantFrom(...digits, ...upper), maxLength: 4 }),
  )
  .map(([letter, second, third, rest]) => `${letter}${second}${third}${rest === "" ? "" : `.${rest}`}`)
  .filter((code) => !code.endsWith("X"));

describe("codes are ordered text without their dot", () => {
  it("reads every diagnosis, and says it as it is written", () => {
    fc.assert(
      fc.property(diagnosis, (code) => {
        for (const written of [code, code.replace(".", ""), code.toLowerCase(), `ICD-10-CM ${code}`]) {
          const ranges = rangesOf(written, "ICD-10-CM");
          expect(typeof ranges === "string" ? ranges : codesInWords("ICD-10-CM", ranges)).toEqual([code]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("orders codes as their characters are", () => {
    fc.assert(
      fc.property(diagnosis, diagnosis, (one, other) => {
        const [a, b] = [one, other].map((code) => code.replace(".", "")).toSorted();
        expect(held(a ?? "", `${a} to ${b}`)).toBe(true);
        expect(rangesOf(`${b} to ${a}`, "ICD-10-CM") === "E0431").toBe(a !== b && !b?.startsWith(a ?? ""));
      }),
      { numRuns: 300 },
    );
  });

  it("takes for a beginning every code that begins so, and no other", () => {
    fc.assert(
      fc.property(diagnosis, diagnosis, fc.nat(5), (one, other, size) => {
        const beginning = one.replace(".", "").slice(0, size + 1);
        expect(held(other, `${beginning}*`)).toBe(other.replace(".", "").startsWith(beginning));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["M50.13", "M50.1 to M50.13", true],
    ["M50.131", "M50.1 to M50.13", true],
    ["M50.14", "M50.1 to M50.13", false],
    ["M50", "M50.1 to M50.13", false],
    ["M54.59", "M40 to M54", true],
    ["M54.1", "M54.1*", true],
    ["M54.1", "M54.16", false],
    ["M54.1*", "M54*", true],
  ])("%s in %s: %s", (code, codes, expected) => expect(held(code, codes)).toBe(expected));

  it.each<[string, CodeSystem]>([
    ["99213", "CPT"],
    ["0591T", "CPT"],
    ["0012M", "CPT"],
    ["E1390", "HCPCS"],
    ["161891005", "SNOMED CT"],
    ["22298006", "SNOMED CT"],
    ["2703-7", "LOINC"],
    ["4548-4", "LOINC"],
  ])("says %s of %s as it is written", (code, system) => {
    const ranges = rangesOf(code, system);
    expect(typeof ranges === "string" ? ranges : codesInWords(system, ranges)).toEqual([code]);
  });

  it("keeps the numbers of the longest SNOMED CT identifiers apart", () => {
    // Both are concepts of an extension (partition 10), eighteen digits long.
    expect(rangesOf("999999990989121104", "SNOMED CT")).not.toEqual(rangesOf("999999980989121109", "SNOMED CT"));
  });
});

describe("what is no code", () => {
  it.each<[string, CodeSystem, string]>([
    ["", "ICD-10-CM", "E0406"],
    ["*", "ICD-10-CM", "E0433"],
    ["M", "ICD-10-CM", "E0406"],
    ["M54.", "ICD-10-CM", "E0406"],
    ["M54..1", "ICD-10-CM", "E0406"],
    ["M54.16 to", "ICD-10-CM", "E0406"],
    ["to M54.16", "ICD-10-CM", "E0406"],
    ["M54.16 to M54.17 to M54.18", "ICD-10-CM", "E0406"],
    ["M54.1**", "ICD-10-CM", "E0433"],
    ["M54.12345", "ICD-10-CM", "E0406"],
    ["𝕄54.1", "ICD-10-CM", "E0406"],
    ["161891006", "SNOMED CT", "E0430"],
    ["2703-8", "LOINC", "E0430"],
    ["CPT 72141", "HCPCS", "E0434"],
  ])("%s of %s", (text, system, code) => expect(rangesOf(text, system)).toBe(code));

  it("never fails on any text", () => {
    const system = fc.constantFrom<CodeSystem>("CPT", "HCPCS", "ICD-10-CM", "SNOMED CT", "LOINC");
    const text = fc.string({ unit: fc.constantFrom(..."M5 *.-to:CPT190ICD"), maxLength: 24 });
    fc.assert(
      fc.property(text, system, (written, of) => {
        expect(rangesOf(written, of)).toBeDefined();
      }),
    );
  });
});

describe("sets of codes in words", () => {
  it.each([
    [
      ["M54.16", "M54.2"],
      ["M54.16", "M54.2"],
    ],
    [["M54.1*"], ["M54.1*"]],
    [["M50.1 to M50.13"], ["M50.1 to M50.13"]],
  ])("%j", (written, said) => {
    const ranges = written.flatMap((text) => {
      const read = rangesOf(text, "ICD-10-CM");
      return typeof read === "string" ? [] : read;
    });
    expect(codesInWords("ICD-10-CM", ranges)).toEqual(said);
  });

  it("says what is cut out of a set", () => {
    const [all] = rangesOf("M54.1*", "ICD-10-CM");
    const [one] = rangesOf("M54.16", "ICD-10-CM");
    if (typeof all !== "object" || typeof one !== "object") throw new Error("These are codes");
    const cut = [
      { low: all.low, high: one.low - 1 },
      { low: one.high + 1, high: all.high },
    ];
    expect(codesInWords("ICD-10-CM", cut)).toEqual(["M54.1* but M54.16"]);
  });
});
