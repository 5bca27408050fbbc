import { eachFile, type Problem, type Rule } from "../rule.ts";
import { child, textOf, type Visit, walk } from "../scan/node.ts";
import type { SourceFile } from "../scan/source.ts";

const runners = new Set(["it", "test", "describe"]);
const setAside = new Set(["skip", "only", "todo", "skipIf", "fails"]);

function isSetAside({ node }: Visit): boolean {
  if (node.type !== "MemberExpression" || !setAside.has(textOf(node["property"], "name"))) return false;
  return runners.has(textOf(node["object"], "name"));
}

/** A wait for time instead of for what the test is about. */
function isSleep({ node }: Visit): boolean {
  if (node.type !== "CallExpression") return false;
  const callee = child(node, "callee");
  return textOf(callee, "name") === "setTimeout" || textOf(callee?.["property"], "name") === "waitForTimeout";
}

function inTests(isBad: (visit: Visit) => boolean, message: string): Rule["check"] {
  return eachFile((file: SourceFile): readonly Problem[] =>
    file.path.startsWith("test/")
      ? walk(file.program)
          .filter(isBad)
          .map(({ node }) => ({ path: file.path, line: file.lineAt(node.start), message }))
      : [],
  );
}

export const everyTestRuns: Rule = {
  name: "no test is skipped, left to do, or run alone",
  check: inTests(isSetAside, "a test that does not run proves nothing: make it pass, or take it out"),
  good: [{ "test/a.test.ts": 'it.each([1])("a", () => list.skip(1));' }, { "dsl/a.ts": "test.skip();" }],
  bad: [{ "test/a.test.ts": 'it.skip("a", () => {});' }, { "test/a.test.ts": 'describe.only("a", () => {});' }],
};

export const noSleeps: Rule = {
  name: "tests wait for what they are about, never for time to pass",
  check: inTests(isSleep, "a sleep is too long on one machine and too short on the next: wait for the thing itself"),
  good: [{ "test/a.test.ts": 'await page.waitForSelector("main");' }],
  bad: [
    { "test/a.test.ts": "await new Promise((go) => setTimeout(go, 100));" },
    { "test/a.test.ts": "await page.waitForTimeout(100);" },
  ],
};
