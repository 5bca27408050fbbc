import { expect, test } from "vitest";
import { decodeManifest } from "../../../engine/set/index.ts";

const manifest = (more: string) => ({
  name: "set.yaml",
  text: `schema: precept/set/1\nname: necks\ntitle: Necks\n${more}`,
});

test.each([
  ["", null],
  ["review every: 6 months\n", 6],
  ["review every: 1 month\n", 1],
  ["review every: 120 months\n", 120],
])("a manifest says how often its set is looked at again: %j", (more, months) => {
  expect(decodeManifest(manifest(more))).toMatchObject({ value: { reviewEveryMonths: months }, diagnostics: [] });
});

test.each(["0 months", "121 months", "a year", "6", "6 weeks", "-1 months"])("%s is no such time", (said) => {
  const { value, diagnostics } = decodeManifest(manifest(`review every: ${said}\n`));
  expect(value).toBeNull();
  expect(diagnostics).toMatchObject([{ severity: "error" }]);
});

test("a manifest is read up to 20,000 characters", () => {
  const described = (length: number) => manifest(`description: ${"x".repeat(length)}\n`);
  expect(decodeManifest(described(19_000)).diagnostics).toEqual([]);
  expect(decodeManifest(described(20_000)).diagnostics).toMatchObject([
    { code: "E0602", message: "This file is too large: 20,061 characters." },
  ]);
});
