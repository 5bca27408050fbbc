import { posix } from "node:path";
import { child, type Node, textOf, walk } from "./node.ts";
import type { SourceFile } from "./source.ts";

/** One file or package that a file names: by import, re-export, `import()` or `import("...")` in a type. */
export interface Import {
  readonly specifier: string;
  /** From the top of the repository for a relative import, without a query such as `?worker`; null for a package. */
  readonly target: string | null;
  readonly typesOnly: boolean;
  readonly reExport: boolean;
  readonly line: number;
}

const holders = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType",
]);

export function importsOf(file: SourceFile): readonly Import[] {
  return walk(file.program)
    .filter(({ node }) => holders.has(node.type))
    .map(({ node }) => importAt(file, node))
    .filter((found) => found.specifier !== "");
}

function importAt(file: SourceFile, node: Node): Import {
  const specifier = textOf(child(node, "source"), "value");
  return {
    specifier,
    target: targetOf(file.path, specifier),
    typesOnly: node.type === "TSImportType" || isTypesOnly(node),
    reExport: node.type.startsWith("Export"),
    line: file.lineAt(node.start),
  };
}

function isTypesOnly(node: Node): boolean {
  return node["importKind"] === "type" || node["exportKind"] === "type";
}

function targetOf(path: string, specifier: string): string | null {
  if (!specifier.startsWith(".")) return null;
  const [withoutQuery = ""] = specifier.split("?");
  return posix.join(posix.dirname(path), withoutQuery);
}

export const isCode = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path);
export const folderOf = (path: string): string => posix.dirname(path);
/** The top-level folder of a path: `engine/ir/ir.ts` is in the room `engine`. */
export const roomOf = (path: string): string => path.split("/")[0] ?? "";
