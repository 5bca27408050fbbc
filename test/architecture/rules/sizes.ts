import type { Problem, Rule, Tree } from "../rule.ts";
import { walk } from "../scan/node.ts";
import type { SourceFile } from "../scan/source.ts";

export interface Distribution {
  readonly count: number;
  readonly median: number;
  readonly most: number;
}

/** Median and 90 % quantile, in lines. */
export function distributionOf(sizes: readonly number[]): Distribution {
  const sorted = sizes.toSorted((left, right) => left - right);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { count: sorted.length, median: at(0.5), most: at(0.9) };
}

export function fileSizes({ sources }: Tree): readonly number[] {
  return product(sources).map(({ text }) => text.split("\n").length - 1);
}

const product = (sources: readonly SourceFile[]) => sources.filter(({ path }) => !path.startsWith("test/"));

const functions = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

export function functionSizes({ sources }: Tree): readonly number[] {
  return product(sources).flatMap((file) =>
    walk(file.program)
      .filter(({ node }) => functions.has(node.type))
      .map(({ node }) => file.lineAt(node.end) - file.lineAt(node.start) + 1),
  );
}

const limits = { file: { median: 160, most: 300 }, function: { median: 8, most: 20 } };

function tooLarge(tree: Tree): readonly Problem[] {
  return [
    ...compare("file", distributionOf(fileSizes(tree)), limits.file),
    ...compare("function", distributionOf(functionSizes(tree)), limits.function),
  ];
}

function compare(what: string, found: Distribution, limit: { median: number; most: number }): Problem[] {
  const message =
    `the median ${what} has ${found.median} lines (good: at most ${limit.median}) and 90 % have up to ${found.most} ` +
    `(good: at most ${limit.most}): split the large ones where a name helps the reader`;
  return found.median <= limit.median && found.most <= limit.most ? [] : [{ path: "the tree", line: 0, message }];
}

const lines = (count: number) => "const a = 1;\n".repeat(count);
const functionOf = (count: number) => `export function f() {\n${lines(count - 2)}}\n`;

export const sizes: Rule = {
  name: "files and functions have the sizes of code that reads well",
  check: tooLarge,
  good: [{ "dsl/a.ts": lines(120), "dsl/b.ts": functionOf(6) }, { "test/a.ts": lines(900) }],
  bad: [{ "dsl/a.ts": lines(301) }, { "dsl/a.ts": functionOf(21) }, { "dsl/a.ts": lines(200), "dsl/b.ts": lines(170) }],
};
