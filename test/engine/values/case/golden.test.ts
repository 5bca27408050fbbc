import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decodeCase } from "../../../../engine/values/case/index.ts";
import { told } from "./told.ts";

const folder = join(import.meta.dirname, "bad");
const rule = "\n----- says\n";

describe("Case files that are wrong", () => {
  for (const file of readdirSync(folder)) {
    test(file.replace(/\.txt$/, "").replaceAll("-", " "), async () => {
      const [source = ""] = readFileSync(join(folder, file), "utf8").split(rule);
      const { value, diagnostics } = decodeCase({ name: "case.yaml", text: source });
      expect(value).toBeNull();
      expect(diagnostics).not.toHaveLength(0);
      await expect(`${source}${rule}${told(source, diagnostics)}`).toMatchFileSnapshot(join(folder, file));
    });
  }
});
