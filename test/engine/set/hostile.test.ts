import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readSet } from "../../../engine/set/index.ts";
import { shares } from "../../support/index.ts";

const texts: Readonly<Record<string, string>> = {
  "local.guideline": `guideline "Local"
  source "C", page 2
  changes "Neck"
  use pain from "Words"
fact weakness: yes or no
  needs objective evidence
  changed because "examined"
imaging if pain
  taken away because "not here"
`,
  "neck.guideline": `guideline "Neck"
  source "B", page 1
  adopted by MTUS
  use "Words"
fact weakness: yes or no
service imaging
  MRI    CPT 72141
imaging if pain
imaging if failed program OR weakness
`,
  "order.guideline": `guideline "Order"
authority "Order"
  1. MTUS
  2. ACOEM, ODG when silent or rebutted
  evidence for treatment: strong, weak
`,
  "words.guideline": `guideline "Words"
fact pain: yes or no
fact program: treatment trial
define failed program
  as program failed AND pain
`,
};

const lines = Object.entries(texts).flatMap(([file, text]) => text.split("\n").map((line) => ({ file, line })));

/** A line goes, or comes again in another file. */
const edit = fc.record({
  from: fc.nat(lines.length - 1),
  into: fc.constantFrom(...Object.keys(texts)),
  at: fc.nat(12),
  drops: fc.boolean(),
});

function edited(edits: readonly (typeof edit extends fc.Arbitrary<infer Edit> ? Edit : never)[]) {
  const now = new Map(Object.entries(texts).map(([file, text]) => [file, text.split("\n")]));
  for (const { from, into, at, drops } of edits) {
    const own = now.get(into) ?? [];
    if (drops) own.splice(Math.min(at, own.length - 1), 1);
    else own.splice(Math.min(at, own.length), 0, lines[from]?.line ?? "");
  }
  return [...now].map(([path, own]) => ({ path, text: own.join("\n") }));
}

test.each(shares(6))(
  "whatever becomes of its files, a set is read, and what is said stands in them; read again it says the same: %s",
  () => {
    let before = readSet(edited([])).value;
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const files = edited(edits);
        const again = readSet(files, before);
        const lengths = new Map(files.map(({ path, text }) => [path, text.length]));
        const astray = again.diagnostics.filter(
          ({ file, span }) => file !== "set.yaml" && span.end > (lengths.get(file) ?? -1),
        );
        expect(astray).toEqual([]);
        expect(again.diagnostics).toEqual(readSet(files).diagnostics);
        before = again.value;
      }),
      { numRuns: 25 },
    );
  },
);
