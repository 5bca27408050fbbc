import { posix } from "node:path";
import { eachFile, type Problem, type Rule } from "../rule.ts";
import { folderOf, type Import, importsOf, isCode, roomOf } from "../scan/imports.ts";
import type { SourceFile } from "../scan/source.ts";

const isDoor = (path: string) => posix.basename(path) === "index.ts";

function wrongDoors(file: SourceFile): readonly Problem[] {
  if (roomOf(file.path) === "test") return [];
  return importsOf(file)
    .map((imported) => ({ path: file.path, line: imported.line, message: wrongDoor(file.path, imported) }))
    .filter(({ message }) => message !== "");
}

function wrongDoor(path: string, { target, reExport }: Import): string {
  if (target === null) return "";
  if (reExport && !isDoor(path)) return "only index.ts hands on what other files export: import it where it is used";
  if (!isCode(target)) return "";
  if (folderOf(target) === folderOf(path) && isDoor(target))
    return "inside a folder, import the file itself: its index.ts is the door for others";
  return isInside(path, folderOf(target)) || isDoor(target)
    ? ""
    : `${target} is behind a door: import ${folderOf(target)}/index.ts, and export there what others may use`;
}

/** A file sees the files beside it and those of the folders around it. */
const isInside = (path: string, folder: string) => path.startsWith(`${folder}/`);

export const doors: Rule = {
  name: "one index.ts per folder is its door, and no other file is a barrel",
  check: eachFile(wrongDoors),
  good: [
    { "dsl/index.ts": 'export { a } from "./source/index.ts"; export { b } from "./b.ts";' },
    { "dsl/syntax/a.ts": 'import { span } from "../source/index.ts"; import { b } from "./b.ts"; b(span);' },
    { "dsl/syntax/productions/a.ts": 'import { token } from "../tokens.ts"; token();' },
    { "studio/a.tsx": 'import "./a.css"; import url from "../dsl/grammar.json"; url;' },
    { "test/a.test.ts": 'import { lex } from "../dsl/syntax/lexer.ts"; lex();' },
  ],
  bad: [
    { "engine/ir/a.ts": 'import { b } from "../../dsl/source/span.ts"; b();' },
    { "dsl/syntax/a.ts": 'import type { B } from "../source/span.ts"; export type A = B;' },
    { "dsl/syntax/a.ts": 'import { b } from "./productions/clause.ts"; b();' },
    { "dsl/a.ts": 'export * from "./b.ts";' },
    { "dsl/a.ts": 'import { b } from "./index.ts"; b();' },
  ],
};
