import { describe, expect, test } from "vitest";
import { readSet } from "../../engine/set/index.ts";
import { coverage } from "../../engine/testing/coverage/index.ts";
import { mutate } from "../../engine/testing/mutation/index.ts";
import { filesOf, shippedSets } from "./shippedSet.ts";

const shipped = shippedSets.flatMap((name) => {
  const { value: set } = readSet(filesOf(name));
  return set.guidelines.map(({ guideline: { file } }) => ({ name: `${name}/${file}`, file, set }));
});

describe.each(shipped)("The cases of $name", ({ file, set }) => {
  const isAsked = (one: string): boolean => one === file;

  test("notice every mistake that can be noticed", () => {
    const { met, notCounted } = mutate(set, { isAsked });
    const alive = met.filter(({ fate: { kind } }) => kind === "survived" || kind === "undecided");
    const told = alive.map(({ mutant: { operator, before, after } }) => `${operator}: ${after} for ${before}`);
    expect(told).toEqual([]);
    expect(notCounted).toEqual([]);
  });

  test("show everything of its criteria that a case can show", () => {
    const { criteria } = coverage(set, { isAsked });
    const missing = criteria.flatMap(({ criterion, obligations }) =>
      obligations
        .filter(({ state: { kind } }) => kind === "open" || kind === "undecided")
        .map(({ what, state }) => `${criterion}: ${what} (${state.kind})`),
    );
    expect(missing).toEqual([]);
  });
});
