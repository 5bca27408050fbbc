import type { GuidelineInSet } from "../../determine/index.ts";
import { type CountedTest, reaches, run, type TestingSet } from "../index.ts";
import type { Variant } from "./variants.ts";

/** Guidelines with a mistake, by the guideline each stands for. */
export type Variants = ReadonlyMap<GuidelineInSet, Variant>;

/** Finds the test that a mistake makes fail. The test that found the last mistakes is asked first: it may well find the next. */
export class Killing {
  readonly #set: TestingSet;
  readonly #reaching: ReadonlyMap<GuidelineInSet, CountedTest[]>;

  constructor(set: TestingSet, tests: readonly CountedTest[]) {
    this.#set = set;
    this.#reaching = new Map(set.guidelines.map((own) => [own, tests.filter((test) => reaches(test, own))]));
  }

  /** `null`: every test passes as before. */
  killerOf(variants: Variants): CountedTest | null {
    const mutated = { ...this.#set, guidelines: this.#set.guidelines.map((own) => variants.get(own) ?? own) };
    for (const own of variants.keys()) {
      const tests = this.#reaching.get(own) ?? [];
      const at = tests.findIndex((test) => isKilled(mutated, test, variants));
      const [killer] = at < 0 ? [] : tests.splice(at, 1);
      if (killer === undefined) continue;
      tests.unshift(killer);
      return killer;
    }
    return null;
  }
}

/** Whether the set with the mistake no longer says what the test expects. */
function isKilled(mutated: TestingSet, test: CountedTest, variants: Variants): boolean {
  const example = test.example && (variants.get(test.example) ?? test.example);
  return run(mutated, { ...test, example }).status === "failed";
}
