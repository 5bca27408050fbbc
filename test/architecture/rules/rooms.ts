import { eachFile, type Problem, type Rule } from "../rule.ts";
import { type Import, importsOf, roomOf } from "../scan/imports.ts";
import type { SourceFile } from "../scan/source.ts";

/** What each room may import. `test` may import anything, so it is not here. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  dsl: ["dsl"],
  engine: ["dsl", "engine"],
  server: ["dsl", "engine", "server"],
  cli: ["dsl", "engine", "server", "cli"],
  studio: ["dsl", "engine", "studio"],
};

function wrongDirections(file: SourceFile): readonly Problem[] {
  return importsOf(file)
    .map((imported) => ({ path: file.path, line: imported.line, message: wrongDirection(file, imported) }))
    .filter(({ message }) => message !== "");
}

function wrongDirection(file: SourceFile, { target, typesOnly }: Import): string {
  const from = roomOf(file.path);
  const allowed = mayImport[from];
  if (target === null || allowed === undefined || allowed.includes(roomOf(target))) return "";
  const isProtocol = from === "studio" && target.startsWith("server/protocol/");
  if (isProtocol) return typesOnly ? "" : "the studio takes only types from server/protocol: write `import type`";
  return `${from}/ may import only ${allowed.join(", ")}, but imports ${target}: move what is shared down, or hand it in`;
}

export const rooms: Rule = {
  name: "imports run one way: dsl <- engine <- server <- cli; the studio on dsl, engine and the protocol's types",
  check: eachFile(wrongDirections),
  good: [
    { "engine/a.ts": 'import { b } from "../dsl/index.ts"; import x from "vite"; export { b, x };' },
    { "studio/a.ts": 'import type { B } from "../server/protocol/index.ts"; export type A = B;' },
    { "test/a.test.ts": 'import { b } from "../studio/b.ts"; b();' },
  ],
  bad: [
    { "dsl/a.ts": 'import { b } from "../engine/index.ts"; export const a = b;' },
    { "dsl/a.ts": 'export type A = import("../engine/index.ts").B;' },
    { "engine/a.ts": 'export * from "../server/index.ts";' },
    { "engine/a.ts": 'import { check } from "../test/support/index.ts"; check();' },
    { "server/a.ts": 'export const a = () => import("../cli/index.ts");' },
    { "studio/a.ts": 'import { b } from "../server/protocol/index.ts"; b();' },
    { "studio/a.ts": 'import type { B } from "../server/folders/index.ts"; export type A = B;' },
  ],
};
