import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analyse, render } from "../../dsl/index.ts";
import { checkGolden, fromVisible, goldenFiles, printGuideline, toVisible } from "../support/index.ts";

const read = (source: string) => {
  const text = fromVisible(source);
  const { value, diagnostics } = analyse({ name: "example.guideline", text });
  return { value, said: diagnostics.map((diagnostic) => `${render(diagnostic, text)}\n`).join("\n") };
};

describe("good guidelines mean what their text says", () => {
  for (const golden of goldenFiles(join(import.meta.dirname, "good")))
    it(golden.name, () => {
      const { value, said } = read(golden.source);
      expect(said).toBe("");
      checkGolden(golden, toVisible(printGuideline(value)));
    });
});

describe("bad guidelines are told what is wrong, each cause once and where it stands", () => {
  for (const golden of goldenFiles(join(import.meta.dirname, "bad")))
    it(golden.name, () => {
      const { said } = read(golden.source);
      expect(said).not.toBe("");
      checkGolden(golden, toVisible(said));
    });
});
