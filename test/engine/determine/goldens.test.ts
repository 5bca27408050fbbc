import { join } from "node:path";
import { describe, test } from "vitest";
import { checkGolden, goldenFiles } from "../../support/index.ts";
import { determinedFrom, toldInFull } from "./determined.ts";

describe("Guideline, case, and the whole determination", () => {
  for (const golden of goldenFiles(join(import.meta.dirname, "goldens"))) {
    test(golden.name, () => checkGolden(golden, toldInFull(determinedFrom(golden.source))));
  }
});
