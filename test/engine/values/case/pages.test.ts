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

function diagnosticsOf(block: string): readonly Diagnostic[] {
  if (block.includes("precept/set/")) return decodeManifest({ name: "set.yaml", text: block }).diagnostics;
  const missing = rest.filter(([name]) => !new RegExp(`^${name}:`, "m").test(block)).map(([, line]) => `${line}\n`);
  const { value, diagnostics } = decodeCase({ name: "case.yaml", text: `${block}${missing.join("")}` });
  expect(value === null).toBe(diagnostics.length > 0);
  return value === null ? diagnostics : checkCase(value, declarationsOf([guideline]));
}

function blockAfter(page: string, heading: string): string | null {
  const section = page.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return /```yaml\n([\s\S]*?)```/.exec(section)?.[1] ?? null;
}

/** The pages that have a block of YAML under a heading, as rows of a test: code, file, page and block. */
function pagesWith(heading: string): readonly (readonly [string, string, string, string])[] {
  return codes.flatMap((file) => {
    const page = readFileSync(join(folder, file), "utf8");
    const block = blockAfter(page, heading);
    return block === null ? [] : [[file.replace(".md", ""), join(folder, file), page, block] as const];
  });
}

describe("The explanation of", () => {
  test.each(pagesWith("Avoid"))("%s shows what raises it, and what is said then", async (code, path, page, avoid) => {
    const own = diagnosticsOf(avoid).filter((one) => one.code === code);
    expect(own).not.toHaveLength(0);
    const says = own.slice(0, 1).map((one) => `${render(one, avoid)}\n`);
    const told = page.replace(
      /(## Says\n\n```text\n)[\s\S]*?```/,
      (_, before: string) => `${before}${says.join("")}\`\`\``,
    );
    await expect(told).toMatchFileSnapshot(path);
  });

  test.each(pagesWith("Prefer"))("%s shows a text without any diagnostic instead", (_code, _path, _page, prefer) => {
    expect(diagnosticsOf(prefer)).toEqual([]);
  });
});
