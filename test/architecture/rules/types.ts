import { eachFile, type Problem, type Rule } from "../rule.ts";
import { child, type Node, textOf, type Visit, walk } from "../scan/node.ts";
import type { SourceFile } from "../scan/source.ts";

function found(file: SourceFile, isBad: (visit: Visit) => boolean, message: string): readonly Problem[] {
  return walk(file.program)
    .filter(isBad)
    .map(({ node }) => ({ path: file.path, line: file.lineAt(node.start), message }));
}

export const noAny: Rule = {
  name: "no any",
  check: eachFile((file) =>
    found(
      file,
      ({ node }) => node.type === "TSAnyKeyword",
      "`any` switches the checker off: name the type, or take `unknown` and decode it",
    ),
  ),
  good: [{ "dsl/a.ts": 'export const any: unknown = "any";' }],
  bad: [{ "dsl/a.ts": "export const a: any = 1;" }, { "dsl/a.ts": "export type A = Map<string, any>;" }],
};

export const noAssertedPresence: Rule = {
  name: "no ! that only claims a value is there",
  check: eachFile((file) =>
    found(
      file,
      ({ node }) => node.type === "TSNonNullExpression" || node["definite"] === true,
      "`!` claims what the checker cannot see: test for it, give a default, or change the type so that it is there",
    ),
  ),
  good: [{ "dsl/a.ts": "export const a = (b?: { c: number }) => !b || b.c !== 1;" }],
  bad: [{ "dsl/a.ts": "export const a = (b?: { c: number }) => b!.c;" }, { "dsl/a.ts": "let a!: number; a;" }],
};

function isAssertion({ node }: Visit): boolean {
  if (node.type === "TSTypeAssertion") return true;
  const type = child(node, "typeAnnotation");
  return node.type === "TSAsExpression" && textOf(type?.["typeName"], "name") !== "const";
}

/** Where a reason may stand: on the line of the assertion, on the line before it, or before the statement around it. */
function hasReason(file: SourceFile, visit: Visit): boolean {
  const lines = [visit.node.start, visit.node.end, statementAround(visit).start].map(file.lineAt);
  return file.comments.some(({ text, lastLine }) => isReason(text) && lines.some((line) => isAt(line, lastLine)));
}

const isReason = (comment: string) => comment.trim().split(/\s+/).length >= 3;
const isAt = (line: number, commentLine: number) => commentLine === line || commentLine === line - 1;

function statementAround({ node, outer }: Visit): Node {
  if (outer === null || /(Statement|Declaration)$/.test(node.type)) return node;
  return statementAround(outer);
}

function bareAssertions(file: SourceFile): readonly Problem[] {
  return walk(file.program)
    .filter((visit) => isAssertion(visit) && !hasReason(file, visit))
    .map(({ node }) => ({
      path: file.path,
      line: file.lineAt(node.end),
      message:
        "`as` overrules the checker: decode the value (zod, a type guard), or give the reason in a comment beside it",
    }));
}

export const reasonedAssertions: Rule = {
  name: "as only with a reason beside it",
  check: eachFile(bareAssertions),
  good: [
    { "dsl/a.ts": "export const a = [1] as const;" },
    { "dsl/a.ts": "// The parser gives these three and no other.\nexport const a = b() as C;" },
    { "dsl/a.ts": "export const a = b() as C; // outside data, checked above" },
    { "dsl/a.ts": "// Outside data: the server's answer.\nexport const a = b(\n  1,\n  c as D,\n);" },
    { "dsl/a.ts": 'export { a as b } from "c"; import { d as e } from "f"; e satisfies G;' },
  ],
  bad: [
    { "dsl/a.ts": "export const a = b() as C;" },
    { "dsl/a.ts": "export const a = <C>b();" },
    { "dsl/a.ts": "// ok\nexport const a = b() as C;" },
    { "dsl/a.ts": "// A reason for something else.\n\nexport const a = b() as unknown as C;" },
  ],
};
