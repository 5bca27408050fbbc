import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { everyTest, type GuidelineProgram, rootsOf } from "../../../engine/ir/index.ts";
import { decodeCase, writeCase } from "../../../engine/values/case/index.ts";
import { complement, intersect, isEmpty, isSubset, type ValueSet } from "../../../engine/values/index.ts";
import { realise, replay } from "../../../engine/witness/index.ts";
import { read, type ReadGuideline } from "../../agreement/agreement.ts";
import { shares } from "../../support/index.ts";
import { wholeGuidelines } from "../../support/wholeLanguage/index.ts";

/** A guideline, and for some of its quantities the values that several of its tests tell apart. */
interface Wanting {
  readonly of: ReadGuideline;
  readonly wanted: ReadonlyMap<string, ValueSet>;
}

const wanting: fc.Arbitrary<Wanting> = wholeGuidelines.chain((text) => {
  const of = read(text);
  return fc
    .uniqueArray(fc.constantFrom(...sides(of.program)), { minLength: 1, maxLength: 6 })
    .map((some) => ({ of, wanted: together(some) }))
    .filter(({ wanted }) => [...wanted.values()].every((values) => !isEmpty(values)));
});

type Side = readonly [quantity: string, values: ValueSet];

function sides(program: GuidelineProgram): readonly Side[] {
  const domains = new Map(program.quantities.map(({ id, domain }) => [id, domain]));
  return everyTest(rootsOf(program)).flatMap(({ quantity, values }) =>
    [values, complement(values, domains.get(quantity) ?? [])].map((side): Side => [quantity, side]),
  );
}

function together(some: readonly Side[]): ReadonlyMap<string, ValueSet> {
  const wanted = new Map<string, ValueSet>();
  for (const [quantity, values] of some) wanted.set(quantity, intersect(wanted.get(quantity) ?? values, values));
  return wanted;
}

const request = { id: "witness.yaml", title: "A witness", summary: "", service: "oxygen" };

describe("What is wanted of a guideline in any form of the language is made into a case or proved impossible", () => {
  test.each(shares(6))("%s", (share) => {
    const some = fc.sample(wanting, { numRuns: 12, seed: 11 * Number(share.slice(0, 1)) });
    const made = some.map(({ of, wanted }) => ({ of, wanted, found: realise([{ ...of, wanted }], request) }));
    for (const { of, wanted, found } of made) if (found.kind === "case") checkRead(of, wanted, writeCase(found.case));
    const open = made.filter(({ found }) => found.kind === "impossible" && !found.proved);
    expect(open.length).toBeLessThan(3);
  });
});

/** The case as it is read from its file leaves what is wanted; all else is told with its text. */
function checkRead({ guideline, program }: ReadGuideline, wanted: Wanting["wanted"], text: string): void {
  const { value, diagnostics } = decodeCase({ name: request.id, text });
  if (value === null) throw new Error(`${diagnostics.map(({ message }) => message).join(" ")}\n${text}`);
  const { quantities } = replay(guideline, program, value).information;
  for (const [id, values] of wanted)
    if (!isSubset(quantities.get(id)?.values ?? [], values)) throw new Error(`${id} is not as wanted\n${text}`);
}
