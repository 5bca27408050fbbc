import { describe, expect, it } from "vitest";
import { readUnit, readValue } from "../../dsl/index.ts";

/*
 * Any UCUM unit (ucum.org) and the usual names. What is stated converts exactly to the unit of the fact; expected amounts
 * are by the definitions of the units (1 lb = 0.45359237 kg, 1 in = 2.54 cm, 1 mmHg = 133.322 Pa).
 */

/** The value in steps of `decimals` digits, or the code of what is wrong. */
function read(text: string, word: string, decimals: number): number | string {
  const unit = readUnit(word);
  const value = readValue(text, { kind: "number", unit, decimals });
  return "problem" in value ? value.problem.code : (value.parts[0]?.ranges[0]?.low ?? "nothing");
}

describe("units convert exactly", () => {
  it.each([
    ["200 pounds", "kg", 6, 90718474],
    ["5 feet", "cm", 1, 1524],
    ["6 ft", "cm", 2, 18288],
    ["27 kg/m^2", "kg/m2", 0, 27],
    ["38 C", "F", 1, 1004],
    ["30 pack-years", "pack years", 0, 30],
    ["65 yrs", "years", 0, 65],
    ["70 inches", "m", 3, 1778],
    ["100.4 °F", "°C", 1, 380],
    ["38 °C", "[degF]", 1, 1004],
    ["150 10*3/uL", "K/uL", 0, 150],
    ["150000 /uL", "10*3/uL", 0, 150],
    ["3.5 L/min/kg", "mL/min/kg", 0, 3500],
    ["100 /min", "/h", 0, 6000],
    ["100 beats per minute", "/min", 0, 100],
    ["8 {score}", "points", 0, 8],
    ["8", "{score}", 0, 8],
    ["1 IU/L", "m[iU]/mL", 0, 1],
    ["2 years", "months", 0, 24],
    ["2 weeks", "days", 0, 14],
    ["250 mcg", "mg", 2, 25],
    ["250 \u00b5g", "mg", 2, 25],
    ["250 \u03bcg", "mg", 2, 25],
    ["133.322 Pa", "mmHg", 3, 1000],
    ["0.3 mmol/L", "umol/L", 0, 300],
  ])("%s in %s", (text, unit, decimals, steps) => expect(read(text, unit, decimals)).toBe(steps));
});

it("a bare number takes the word points", () => {
  const value = readValue("4 points", { kind: "whole number" });
  expect(value).toMatchObject({ parts: [{ ranges: [{ low: 4, high: 4 }] }] });
});

it("an age in months is the years completed", () => {
  const value = readValue("18 months", { kind: "age", at: "service date" });
  expect(value).toMatchObject({ parts: [{ ranges: [{ low: 1, high: 1 }] }] });
});

describe("what does not convert is told why", () => {
  it.each([
    ["180 mg/dL", "mmol/L", "E0435"],
    ["10 mmol/L", "mg/dL", "E0435"],
    ["140 mEq/L", "mmol/L", "E0402"],
    ["6 weeks", "months", "E0404"],
    ["2 mL/kg/mo", "mL/kg/d", "E0404"],
    ["45 mL/min/{1.73_m2}", "mL/min", "E0402"],
    ["7.35 [pH]", "mol/L", "E0402"],
    ["5 IU", "mg", "E0402"],
    ["5 kg", "mmHg", "E0402"],
    ["5 wombats", "kg", "E0403"],
  ])("%s in %s", (text, unit, code) => expect(read(text, unit, 0)).toBe(code));
});
