import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { analyse, type Diagnostic, render } from "../../../../dsl/index.ts";
import { decodeManifest } from "../../../../engine/set/index.ts";
import { decodeCase } from "../../../../engine/values/case/index.ts";
import { checkCase, declarationsOf } from "../../../../engine/values/reduce/index.ts";

const folder = join(import.meta.dirname, "../../../../dsl/diagnostic/pages");
const codes = readdirSync(folder).filter((file) => /^E0[56]\d\d\.md$/.test(file));

const guideline = analyse({
  name: "oxygen.guideline",
  text: `guideline "Home Use of Oxygen"
  source "CMS National Coverage Determination 240.2"
service home oxygen
  oxygen concentrator  HCPCS E1390
fact dependent edema: yes or no
fact hematocrit: number in %
fact physical therapy: treatment trial
home oxygen if dependent edema AND hematocrit above 56 % AND physical therapy failed
  cite "Group II"
`,
}).value;

/** What the lines of a page leave out of a case. They stand after it, so that places in the page stay true. */
const rest: readonly (readonly [string, string])[] = [
  ["schema", "schema: precept/case/1"],
  ["case", "case: A small case"],
  ["dates", "dates: { request date: 2014-05-14, service date: 2014-05-14 }"],
  ["requests", "requests: [{ service: home oxygen }]"],
];

function diagnosticsOf(code: string, block: string): readonly Diagnostic[] {
  if (block.includes("precept/set/")) return decodeManifest({ name: "set.yaml", text: block }).diagnostics;
  const missing = rest.filter(([name]) => !new RegExp(`^${name}:`, "m").test(block)).map(([, line]) => `${line}\n`);
  const { value, diagnostics } = decodeCase({ name: "case.yaml", text: `${block}${missing.join("")}` });
  expect(value === null, code).toBe(diagnostics.length > 0);
  return value === null ? diagnostics : checkCase(value, declarationsOf([guideline]));
}

function blockAfter(page: string, heading: string): string | null {
  const section = page.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return /```yaml\n([\s\S]*?)```/.exec(section)?.[1] ?? null;
}

describe("The explanation of", () => {
  for (const file of codes) {
    const code = file.replace(".md", "");
    const page = readFileSync(join(folder, file), "utf8");
    const avoid = blockAfter(page, "Avoid");
    const prefer = blockAfter(page, "Prefer");

    if (avoid !== null) {
      test(`${code} shows what raises it, and what is said then`, async () => {
        const diagnostics = diagnosticsOf(code, avoid);
        const own = diagnostics.find((one) => one.code === code);
        expect(own, diagnostics.map((one) => one.message).join("\n")).toBeDefined();
        const says = own === undefined ? "" : `${render(own, avoid)}\n`;
        const told = page.replace(/(## Says\n\n```text\n)[\s\S]*?```/, (_, before: string) => `${before}${says}\`\`\``);
        await expect(told).toMatchFileSnapshot(join(folder, file));
      });
    }

    if (prefer !== null) {
      test(`${code} shows a text without any diagnostic instead`, () => {
        expect(diagnosticsOf(code, prefer)).toEqual([]);
      });
    }
  }
});
