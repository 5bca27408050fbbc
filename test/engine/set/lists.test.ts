import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSet } from "../../../engine/set/index.ts";
import { testSet } from "../../../engine/testing/index.ts";

/* Guidelines with lists; what comes out is written in their own examples, from the published text. */
const folder = join(import.meta.dirname, "lists");

describe("guidelines with lists", () => {
  for (const name of readdirSync(folder)) {
    const manifest = { path: "set.yaml", text: "schema: precept/set/1\nname: lists\ntitle: Lists\n" };
    const { value: set, diagnostics } = readSet([
      manifest,
      { path: name, text: readFileSync(join(folder, name), "utf8") },
    ]);
    it(`${name} has nothing to complain of`, () => expect(diagnostics).toEqual([]));
    it.each(testSet(set).cases)(`${name}: $case`, ({ expected, actual, ok }) =>
      expect({ expected, actual, ok }).toEqual({ expected, actual: expected, ok: true }),
    );
  }
});
