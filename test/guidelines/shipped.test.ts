import { describe, expect, test } from "vitest";
import { format } from "../../dsl/index.ts";
import { readSet } from "../../engine/set/index.ts";
import { testSet } from "../../engine/testing/index.ts";
import { filesOf, shippedSets } from "./shippedSet.ts";

const read = Object.fromEntries(shippedSets.map((name) => [name, readSet(filesOf(name))]));

describe.each(shippedSets)("The shipped set %s", (name) => {
  const { value, diagnostics } = read[name] ?? readSet([]);
  const { cases } = testSet(value);

  test("is read whole, without any diagnostic", () => {
    expect(diagnostics.map(({ code, file, message }) => `${code} ${file}: ${message}`)).toEqual([]);
    expect(value.name).toBe(name);
  });

  test("gives every case and example what its source says", () => {
    expect(
      cases.filter(({ ok }) => !ok).map(({ case: title, expected, actual }) => ({ title, expected, actual })),
    ).toEqual([]);
    expect(cases.length).toBeGreaterThan(0);
  });

  test("names the source of every expectation", () => {
    const unnamed = (source: string | null): boolean =>
      source === null || source.startsWith("An example of the guideline");
    expect(
      cases.filter(({ requests }) => requests.some(({ source }) => unnamed(source))).map((one) => one.case),
    ).toEqual([]);
  });

  test("is laid out as the formatter lays it out", () => {
    const guidelines = filesOf(name).filter(({ path }) => path.endsWith(".guideline"));
    expect(guidelines.filter(({ text }) => format(text) !== text).map(({ path }) => path)).toEqual([]);
  });
});
