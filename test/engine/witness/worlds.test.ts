import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { everyTest, type GuidelineProgram, rootsOf } from "../../../engine/ir/index.ts";
import { complement, isSubset, type ValueSet } from "../../../engine/values/index.ts";
import { realise } from "../../../engine/witness/index.ts";
import { knownOf, read } from "../../agreement/agreement.ts";
import { type Asked, kinds, type Knowledge, type Question } from "../../agreement/worlds/index.ts";

/** Cases of a small world that are looked through. */
const mostCases = 1_500;

type Told = { readonly question: Question; readonly said: readonly Knowledge[] };

function casesOf({ questions }: Asked): readonly (readonly Told[])[] {
  let all: readonly (readonly Told[])[] = [[]];
  for (const question of questions)
    all = all.flatMap((told) => question.knowledge.map((said) => [...told, { question, said: [said] }]));
  return all.slice(0, mostCases);
}

type Wanted = ReadonlyMap<string, ValueSet>;

/** Of some tests of a program, one side each; those that fail for what is proved impossible come with another choice. */
function wantedOf(program: GuidelineProgram, choices: readonly number[]): Wanted {
  const domains = new Map(program.quantities.map(({ id, domain }) => [id, domain]));
  const tests = everyTest(rootsOf(program));
  return new Map(
    choices.flatMap((choice) => {
      const { quantity, values } = tests[choice % tests.length] ?? {};
      if (quantity === undefined || values === undefined) return [];
      return [[quantity, choice % 2 === 0 ? values : complement(values, domains.get(quantity) ?? [])] as const];
    }),
  );
}

describe("What is proved impossible is so of no case of a small world", () => {
  test.each(kinds)("$name", ({ guidelines }) => {
    const trials = fc.sample(fc.tuple(guidelines, fc.array(fc.nat(999), { minLength: 2, maxLength: 6 })), {
      numRuns: 6,
      seed: 5,
    });
    for (const [asked, choices] of trials) {
      const of = read(asked.text);
      const wanted = wantedOf(of.program, choices);
      const found = realise([{ ...of, wanted }], { id: "a.yaml", title: "A witness", summary: "", service: "imaging" });
      if (found.kind === "case" || !found.proved) continue;
      const together = found.quantities.map(({ quantity }) => [quantity, wanted.get(quantity) ?? []] as const);
      const contrary = casesOf(asked).filter((told) => {
        const { quantities } = knownOf(of, told);
        return together.every(([id, values]) => isSubset(quantities.get(id)?.values ?? [], values));
      });
      expect(
        contrary.map((told) => [...together.map(([id]) => id), ...told.map(({ said }) => said[0]?.stated)]),
      ).toEqual([]);
    }
  });
});
