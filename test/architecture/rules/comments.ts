import { eachFile, type Problem, type Rule } from "../rule.ts";
import type { Comment, SourceFile } from "../scan/source.ts";

function inComments(file: SourceFile, isBad: (text: string) => boolean, message: string): readonly Problem[] {
  return file.comments
    .filter(({ text }: Comment) => isBad(text))
    .map(({ firstLine }) => ({ path: file.path, line: firstLine, message }));
}

export const nothingPutOff: Rule = {
  name: "no TODO on main",
  check: eachFile((file) =>
    inComments(
      file,
      (text) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text),
      "main holds finished work: do it now, or file an issue and take the comment out",
    ),
  ),
  good: [{ "dsl/a.ts": 'export const a = "TODO"; // what a page says' }],
  bad: [{ "dsl/a.ts": "// TODO: later\n" }, { "dsl/a.ts": "/** FIXME */ export const a = 1;" }],
};

const suppression =
  /(?:oxlint|eslint)-disable(?:-next-line|-line)?[^\n]*|@ts-(?:expect-error|ignore|nocheck)[^\n]*|biome-ignore[^\n]*|(?:v8|istanbul) ignore[^\n]*/;

/** Three words after `--` or a colon are the least that can be a reason. */
function isBareSuppression(text: string): boolean {
  const found = suppression.exec(text)?.[0];
  if (found === undefined) return false;
  const reason = /(?:--|:)\s*(.*)$/.exec(found)?.[1] ?? "";
  return reason.trim().split(/\s+/).length < 3 || found.startsWith("@ts-ignore") || found.startsWith("@ts-nocheck");
}

export const reasonedSuppressions: Rule = {
  name: "suppressions carry a reason",
  check: eachFile((file) =>
    inComments(
      file,
      isBareSuppression,
      "a silenced check needs its reason on the same line, as `oxlint-disable-next-line RULE -- why`; @ts-expect-error, never @ts-ignore",
    ),
  ),
  good: [
    { "dsl/a.ts": "// oxlint-disable-next-line no-control-regex -- the text is searched for control characters\n" },
    { "dsl/a.ts": "// @ts-expect-error: the package's types lack this option\n" },
  ],
  bad: [
    { "dsl/a.ts": "// oxlint-disable-next-line no-control-regex\n" },
    { "dsl/a.ts": "// @ts-ignore: the types of the package are wrong\n" },
    { "dsl/a.ts": "/* eslint-disable */" },
    { "dsl/a.ts": "// biome-ignore format: x\n" },
  ],
};
