import { join } from "node:path";
import { describe, test } from "vitest";
import { writeCase } from "../../../engine/values/case/index.ts";
import { realise, type WitnessPart } from "../../../engine/witness/index.ts";
import { read, type ReadGuideline } from "../../agreement/agreement.ts";
import { checkGolden, goldenFiles } from "../../support/index.ts";
import { quantitiesOf, wantedOf } from "./wantedOf.ts";

/*
 * A guideline, maybe its next version behind a line of `=`, and lines that say what is wanted: `want small, not old; open pain`. After a bar
 * stands what is wanted in the next version: `want small | not small`.
 */
describe("A case for what is wanted", () => {
  test.each(goldenFiles(join(import.meta.dirname, "goldens")))("$name", (golden) => {
    const wants = golden.source.split("\n").filter((line) => line.startsWith("want "));
    const guidelines = golden.source
      .replace(/^want .*\n/gm, "")
      .split(/^=+\n/m)
      .map(read);
    checkGolden(golden, wants.map((line) => `${line}\n\n${realised(guidelines, line.slice(5))}`).join("\n"));
  });
});

function realised(guidelines: readonly ReadGuideline[], line: string): string {
  const sides = line.split(" | ");
  const parts = guidelines.map(({ guideline, program }, at): WitnessPart => {
    const [wanted = "", open = ""] = (sides[at] ?? "").split("; open ");
    return {
      guideline,
      program,
      wanted: wantedOf(
        program,
        wanted.split(", ").filter((each) => each !== ""),
      ),
      open: quantitiesOf(
        program,
        open.split(", ").filter((each) => each !== ""),
      ),
    };
  });
  const found = realise(parts, { id: "witness.yaml", title: line, summary: "", service: "imaging" });
  if (found.kind === "case") return writeCase(found.case);
  const together = found.quantities.map(({ quantity }) => quantity).join("; ");
  return `${found.proved ? "impossible" : "not found"} together: ${together}\n`;
}
