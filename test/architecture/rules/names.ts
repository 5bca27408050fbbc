import { eachFile, type Problem, type Rule, type Tree } from "../rule.ts";
import type { SourceFile } from "../scan/source.ts";
import { walk } from "../scan/node.ts";

const vague = /^(utils?|utilities|helpers?|misc|common|stuff|shared)$/i;

function vagueNames({ sources }: Tree): readonly Problem[] {
  return sources
    .filter(({ path }) => path.split("/").some((part) => part.split(".").some((word) => vague.test(word))))
    .map(({ path }) => ({
      path,
      line: 0,
      message: "a name that fits anything says nothing: name the file or folder after what it does",
    }));
}

export const clearNames: Rule = {
  name: "no files or folders named utils, helpers, misc, common or shared",
  check: vagueNames,
  good: [{ "engine/values/decimals.ts": "" }, { "engine/values/commonTerms.ts": "" }],
  bad: [{ "engine/utils.ts": "" }, { "studio/helpers/a.tsx": "" }, { "engine/date.util.ts": "" }],
};

function defaultExports(file: SourceFile): readonly Problem[] {
  if (file.path.endsWith(".config.ts")) return [];
  return walk(file.program)
    .filter(({ node }) => node.type === "ExportDefaultDeclaration" || isRenamedDefault(node))
    .map(({ node }) => ({
      path: file.path,
      line: file.lineAt(node.start),
      message: "a default export has a different name in every file: export it by its name",
    }));
}

function isRenamedDefault(node: { readonly type: string; readonly [field: string]: unknown }): boolean {
  const exported = node["exported"];
  return (
    node.type === "ExportSpecifier" &&
    typeof exported === "object" &&
    exported !== null &&
    "name" in exported &&
    exported.name === "default"
  );
}

export const noDefaultExports: Rule = {
  name: "no default exports, except in *.config.ts where the tool asks for one",
  check: eachFile(defaultExports),
  good: [{ "vite.config.ts": "export default {};" }, { "dsl/a.ts": "export const a = 1; export type { B } from 'c';" }],
  bad: [{ "dsl/a.ts": "export default 1;" }, { "studio/a.tsx": "const a = 1; export { a as default };" }],
};
