import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { mutantsOf } from "../../../../engine/testing/mutation/mutants.ts";
import { operators } from "../../../../engine/testing/mutation/operators/index.ts";
import { type Fate, mutate, type MutantMet, tallyOf } from "../../../../engine/testing/mutation/index.ts";
import type { GuidelineSet } from "../../../../engine/set/index.ts";
import { caseData } from "../../../../engine/values/case/index.ts";
import { checkGolden, goldenFiles } from "../../../support/index.ts";
import { lineIn, setInText } from "../setInText.ts";

const files = goldenFiles(join(import.meta.dirname, "goldens"));

describe("The mutants of a set", () => {
  test.each(files)("$name", (golden) => {
    const set = setInText(golden.source);
    const { met, notCounted } = mutate(set);
    const lines = met.map((each) => inText(set, each));
    const left = notCounted.map((each) => `not counted: ${each.case}, ${each.because}\n`);
    checkGolden(golden, `${JSON.stringify(tallyOf(met))}\n${left.join("")}${lines.join("")}`);
  });

  test("are made by every operator there is", () => {
    const mutants = files.flatMap(({ source }) => mutantsOf(setInText(source).guidelines));
    const made = new Set(mutants.map(({ operator }) => operator));
    expect(made.size).toBe(operators.length);
  });
});

function inText(set: GuidelineSet, { mutant, fate }: MutantMet): string {
  const line = lineIn(set, mutant.file, mutant.span.start);
  return `\n${line}: ${mutant.operator}\n  ${mutant.before}\n  ${mutant.after}\n  ${fateInText(fate)}\n`;
}

function fateInText(fate: Fate): string {
  switch (fate.kind) {
    case "killed":
      return `killed by: ${fate.by.case}`;
    case "survived": {
      const { case: of, subject, before, after } = fate.witness;
      const { facts, dates, requests } = caseData(of);
      return `SURVIVED: ${subject.key} ${before}, with the mistake ${after}: ${JSON.stringify({ dates, facts, requests })}`;
    }
    case "undecided":
      return `undecided: ${fate.because}`;
    default:
      return fate.kind;
  }
}
