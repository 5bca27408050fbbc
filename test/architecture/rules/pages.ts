import { posix } from "node:path";
import type { Problem, Rule, Tree } from "../rule.ts";
import { roomOf } from "../scan/imports.ts";
import { textOf, type Visit, walk } from "../scan/node.ts";
import type { SourceFile } from "../scan/source.ts";

const folder = "dsl/diagnostic/pages/";
const sections = ["Avoid", "Prefer", "Why"];

interface Raised {
  readonly code: string;
  readonly path: string;
  readonly line: number;
}

function raisedIn(file: SourceFile): readonly Raised[] {
  if (roomOf(file.path) === "test") return [];
  return walk(file.program)
    .filter(maySayCode)
    .flatMap(({ node }) => {
      const code = /^[EW]\d{4}$/.exec(textOf(node, "value"))?.[0];
      return code === undefined ? [] : [{ code, path: file.path, line: file.lineAt(node.start) }];
    });
}

/** HCPCS codes look the same (`HCPCS: "E1390"`): as a property, only one named `code` holds a diagnostic's. */
function maySayCode({ outer }: Visit): boolean {
  return outer?.node.type !== "Property" || textOf(outer.node["key"], "name") === "code";
}

function pageProblems(tree: Tree): readonly Problem[] {
  const raised = tree.sources.flatMap(raisedIn);
  const pages = new Map(
    Object.entries(tree.texts)
      .filter(([path]) => path.startsWith(folder) && path.endsWith(".md"))
      .map(([path, text]) => [posix.basename(path, ".md"), text]),
  );
  return [...withoutPage(raised, pages), ...neverRaised(raised, pages), ...incomplete(pages)];
}

function withoutPage(raised: readonly Raised[], pages: ReadonlyMap<string, string>): Problem[] {
  const firsts = new Map(raised.toReversed().map((place) => [place.code, place]));
  return [...firsts.values()]
    .toReversed()
    .filter(({ code }) => !pages.has(code))
    .map(({ code, path, line }) => ({
      path,
      line,
      message: `${code} is raised here and has no page: write ${folder}${code}.md with ${sections.join(" / ")}`,
    }));
}

function neverRaised(raised: readonly Raised[], pages: ReadonlyMap<string, string>): Problem[] {
  const codes = new Set(raised.map(({ code }) => code));
  return [...pages.keys()]
    .filter((code) => !codes.has(code))
    .map((code) => ({
      path: `${folder}${code}.md`,
      line: 0,
      message: "nothing raises this code: raise it, or take the page out",
    }));
}

function incomplete(pages: ReadonlyMap<string, string>): Problem[] {
  return [...pages].flatMap(([code, text]) =>
    sections
      .filter((section) => !new RegExp(`^#+ ${section}\\b`, "m").test(text))
      .map((section) => ({
        path: `${folder}${code}.md`,
        line: 0,
        message: `the page has no section "${section}": a reader looks for ${sections.join(", ")}`,
      })),
  );
}

const page = "# E0101\n## Avoid\na\n## Prefer\nb\n## Why\nc\n";
const raise = 'export const a = { code: "E0101" };';

export const explainedCodes: Rule = {
  name: "every diagnostic code has a page (Avoid / Prefer / Why), and every page a code",
  check: pageProblems,
  good: [
    { "dsl/a.ts": raise, [`${folder}E0101.md`]: page },
    { "test/a.test.ts": 'check("E9999");', "dsl/b.ts": 'export const b = "E123";' },
    { "dsl/a.ts": 'export const examples = { HCPCS: "E1390" };' },
  ],
  bad: [
    { "dsl/a.ts": raise },
    { "engine/a.ts": 'export const b = (x: boolean) => (x ? "W0201" : "E0101");', [`${folder}E0101.md`]: page },
    { [`${folder}E0101.md`]: page },
    { "dsl/a.ts": raise, [`${folder}E0101.md`]: "## Avoid\n## Prefer\n" },
  ],
};
