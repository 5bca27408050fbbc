import { join } from "node:path";
import { describe, test } from "vitest";
import { checkGolden, goldenFiles } from "../../support/index.ts";
import { told } from "./told.ts";

/** Each file holds a guideline and all that is found in it, each with the case that shows it. */
describe("what is found in a guideline", () => {
  test.each(goldenFiles(join(import.meta.dirname, "found")))("$name", (golden) =>
    checkGolden(golden, told(golden.source)),
  );
});
