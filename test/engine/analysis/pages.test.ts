import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { boardOf, toldOf } from "./told.ts";

const folder = join(import.meta.dirname, "../../../dsl/diagnostic/pages");
const codes = readdirSync(folder).flatMap((name) => /^(W07\d\d)\.md$/.exec(name)?.[1] ?? []);

const block = (text: string, section: string): string =>
  new RegExp(`^## ${section}\\n\\n\`\`\`\\w+\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(text)?.[1] ?? "";

/** Proved questions and those that wait for another are no part of the page. */
function found(text: string) {
  return boardOf(text).asked.filter(({ verdict }) => verdict.kind === "found");
}

describe("the pages of what analysis finds", () => {
  test.each(codes)("%s shows all that is found in what to avoid", (code) => {
    const path = join(folder, `${code}.md`);
    const page = readFileSync(path, "utf8");
    const avoid = block(page, "Avoid");
    const answers = found(avoid);
    const said = toldOf(answers, avoid);
    const update = process.env["UPDATE_GOLDEN"] === "1";
    if (update)
      writeFileSync(
        path,
        page.replace(/(^## Says\n\n```text\n)[\s\S]*?^```$/m, (_, open: string) => `${open}${said}\`\`\``),
      );
    expect(answers.map(({ verdict }) => verdict.kind === "found" && verdict.found.diagnostic.code)).toEqual([code]);
    expect(said, `${path} (UPDATE_GOLDEN=1 rewrites it)`).toBe(update ? said : block(page, "Says"));
  });

  test.each(codes)("%s prefers what nothing is found in", (code) => {
    const prefer = block(readFileSync(join(folder, `${code}.md`), "utf8"), "Prefer");
    expect(prefer).not.toBe("");
    const answers = found(prefer).filter(({ verdict }) => verdict.kind === "found" && verdict.found.accepted === null);
    expect(toldOf(answers, prefer)).toBe("");
  });
});
