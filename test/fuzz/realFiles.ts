import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fromVisible, goldenFiles } from "../support/index.ts";

const shipped = join(import.meta.dirname, "../../guidelines");

function shippedFiles(ends: string): readonly string[] {
  return readdirSync(shipped, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ends) && !path.includes("releases"))
    .toSorted()
    .map((path) => readFileSync(join(shipped, path), "utf8"));
}

const goldens = (folder: string): readonly string[] =>
  goldenFiles(join(import.meta.dirname, "../dsl", folder))
    .map(({ source }) => fromVisible(source))
    .filter((text) => text.length < 20_000);

/** What the fuzzer starts from. */
export const realFiles = {
  guidelines: shippedFiles(".guideline"),
  cases: shippedFiles(".yaml").filter((text) => text.includes("precept/case/")),
  manifests: shippedFiles("set.yaml"),
  good: goldens("good"),
  bad: goldens("bad"),
} as const;
