import { describe, expect, it } from "vitest";
import { readRepository } from "./repository.ts";
import { inform, treeOf } from "./rule.ts";
import { distributionOf, fileSizes, functionSizes, rules } from "./rules/index.ts";

const repository = treeOf(readRepository());

describe("the repository keeps the rules of the house", () => {
  it.each(rules)("$name", ({ check }) => {
    expect(check(repository).map(inform).join("\n")).toBe("");
  });
});

describe("each rule sees what breaks it, and nothing else", () => {
  it.each(rules.flatMap(({ name, check, bad }) => bad.map((texts) => ({ name, check, texts }))))(
    "$name: breach in $texts",
    ({ check, texts }) => expect(check(treeOf(texts))).not.toEqual([]),
  );

  it.each(rules.flatMap(({ name, check, good }) => good.map((texts) => ({ name, check, texts }))))(
    "$name: no breach in $texts",
    ({ check, texts }) => expect(check(treeOf(texts)).map(inform)).toEqual([]),
  );
});

describe("the scanner reads the whole repository", () => {
  it("finds files in every room", () => {
    const found = new Set(repository.sources.map(({ path }) => path.split("/")[0]));
    expect([...found]).toEqual(expect.arrayContaining(["dsl", "engine", "server", "cli", "studio", "test"]));
  });

  it("understands every file", () => {
    const broken = repository.sources.filter(({ syntaxErrors }) => syntaxErrors.length > 0).map(({ path }) => path);
    expect(broken).toEqual([]);
  });

  it.each([
    ["files", fileSizes(repository), 50],
    ["functions", functionSizes(repository), 200],
  ] as const)("measures %s", (what, sizes, atLeast) => {
    const { count, median, most } = distributionOf(sizes);
    process.stderr.write(`${count} ${what}: median ${median} lines, 90 % up to ${most}\n`);
    expect(count).toBeGreaterThan(atLeast);
  });
});
