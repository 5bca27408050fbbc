import { eachFile, type Problem, type Rule, type Tree } from "../rule.ts";
import { importsOf, roomOf } from "../scan/imports.ts";
import { child, textOf, type Visit, walk } from "../scan/node.ts";
import type { SourceFile } from "../scan/source.ts";

/** The one folder whose business is to make code at run time. */
const maker = "engine/evaluate/javascript/";

function isMadeCode({ node }: Visit): boolean {
  if (node.type !== "NewExpression" && node.type !== "CallExpression") return false;
  return ["Function", "eval"].includes(textOf(child(node, "callee"), "name"));
}

/** Tests may: the bench compiles the code that a programmer would write by hand. */
function madeElsewhere(file: SourceFile): readonly Problem[] {
  if (roomOf(file.path) === "test" || file.path.startsWith(maker)) return [];
  return walk(file.program)
    .filter(isMadeCode)
    .map(({ node }) => ({
      path: file.path,
      line: file.lineAt(node.start),
      message: `text becomes code only in ${maker}, where every name in it is a string literal: use closures`,
    }));
}

export const madeCode: Rule = {
  name: "text becomes code in one folder only",
  check: eachFile(madeElsewhere),
  good: [
    { "engine/evaluate/javascript/a.ts": 'export const a = new Function("return 1");' },
    { "studio/a.ts": "export const a = (f: Function) => f();" },
    { "test/a.ts": 'new Function("return 1")();' },
  ],
  bad: [
    { "engine/evaluate/a.ts": 'export const a = new Function("return 1");' },
    { "server/a.ts": 'export const a = eval("1");' },
    { "studio/a.tsx": 'export const a = Function("return 1");' },
  ],
};

/** Files of the studio, and all that they import, and so on: what its page and its workers are built from. */
function reachedByStudio(tree: Tree): readonly Problem[] {
  const files = new Map(tree.sources.map((file) => [file.path, file]));
  const ways = new Map([...files.keys()].filter((path) => roomOf(path) === "studio").map((path) => [path, [path]]));
  for (const [path, way] of ways)
    for (const { target, typesOnly } of importsOfFile(files.get(path)))
      if (!typesOnly && target !== null && files.has(target) && !ways.has(target)) ways.set(target, [...way, target]);
  return [...ways]
    .filter(([path]) => path.startsWith(maker))
    .map(([path, way]) => ({
      path,
      line: 0,
      message: `the browser's policy forbids made code, but it is bundled: ${way.join(" -> ")}`,
    }));
}

const importsOfFile = (file: SourceFile | undefined) => (file === undefined ? [] : importsOf(file));

export const noMadeCodeInStudio: Rule = {
  name: "the studio is built without the evaluator that makes code",
  check: reachedByStudio,
  good: [
    {
      "studio/a.ts": 'import type { B } from "../engine/evaluate/javascript/b.ts"; export type A = B;',
      "engine/evaluate/javascript/b.ts": "export type B = 1;",
    },
    {
      "server/a.ts": 'import { b } from "../engine/evaluate/javascript/index.ts"; b();',
      "engine/evaluate/javascript/index.ts": "",
    },
  ],
  bad: [
    {
      "studio/worker/a.ts": 'import { b } from "../../engine/index.ts"; b();',
      "engine/index.ts": 'export { b } from "./evaluate/javascript/index.ts";',
      "engine/evaluate/javascript/index.ts": "export const b = 1;",
    },
  ],
};
