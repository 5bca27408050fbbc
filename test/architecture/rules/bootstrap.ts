import { isBuiltin } from "node:module";
import { eachFile, type Problem, type Rule } from "../rule.ts";
import { importsOf } from "../scan/imports.ts";
import type { SourceFile } from "../scan/source.ts";

/** The bootstrap runs before anything is installed, on any Node >= 20. */
function needsMore(file: SourceFile): readonly Problem[] {
  if (!file.path.endsWith(".mjs") && !file.path.startsWith("cli/bootstrap/")) return [];
  const problems = importsOf(file)
    .filter(({ specifier }) => !isBuiltin(specifier) && !/^\.\/\w+\.mjs$/.test(specifier))
    .map(({ specifier, line }) => ({
      path: file.path,
      line,
      message: `the bootstrap runs before packages are there: do without ${specifier}`,
    }));
  const stray = { path: file.path, line: 0, message: "plain .mjs is for cli/bootstrap only, and it holds only that" };
  return /^cli\/bootstrap\/\w+\.mjs$/.test(file.path) ? problems : [...problems, stray];
}

export const plainBootstrap: Rule = {
  name: "the bootstrap is plain JavaScript without packages, and nothing else is",
  check: eachFile(needsMore),
  good: [{ "cli/bootstrap/a.mjs": 'import fs from "node:fs"; import { b } from "./b.mjs"; b(fs);' }],
  bad: [
    { "cli/bootstrap/a.mjs": 'import { z } from "zod"; z;' },
    { "cli/bootstrap/a.mjs": 'import { b } from "../main.ts"; b;' },
    { "server/a.mjs": "export const a = 1;" },
    { "cli/bootstrap/a.ts": "export const a = 1;" },
  ],
};
