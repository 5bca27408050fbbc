import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { analyseSet, type Found, type ProofBoard } from "../../../engine/analysis/index.ts";
import { type GuidelineSet, readSet, type SetFile } from "../../../engine/set/index.ts";
import { filesOf, shippedSets } from "../../guidelines/shippedSet.ts";
import { startZ3 } from "../z3/oracle.ts";
import { additions, withAdded } from "./added.ts";
import { cleanSheets, printed } from "./clean.ts";
import { type Injected, injected, injections } from "./injections.ts";
import { isSo } from "./judge.ts";

/*
 * Flaws put into guidelines on purpose: each is found, and what is found besides is judged by Z3. Generated guidelines without a
 * flaw have nothing found in them.
 */

const manifest = { path: "set.yaml", text: "schema: precept/set/1\nname: x\ntitle: X\ndescription: X\n" };
const path = "generated.guideline";

interface Analysed {
  readonly set: GuidelineSet;
  readonly found: readonly (Found & { readonly problem: string })[];
  readonly open: readonly string[];
}

/** `before`: what only adds to that is asked about what was added. */
function analysed(files: readonly SetFile[], before?: Before): Analysed {
  const { value: set, diagnostics } = readSet(files, before?.set);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const { asked } = analyseSet(set, before === undefined ? {} : { previous: before.board });
  return {
    set,
    found: asked.flatMap(({ question: { problem }, verdict }) =>
      verdict.kind === "found" ? [{ ...verdict.found, problem }] : [],
    ),
    open: asked.flatMap(({ verdict }) => (verdict.kind === "open" ? [verdict.because] : [])),
  };
}

interface Before {
  readonly set: GuidelineSet;
  readonly board: ProofBoard;
}

const generated = (text: string): Analysed => analysed([manifest, { path, text }]);

/** Whether one of the problems is told at the place, or points there. */
function isFound({ found }: Analysed, { text, problems, at }: Injected): boolean {
  const holds = ({ start, end }: { readonly start: number; readonly end: number }): boolean => {
    const said = text.slice(start, end).replaceAll(/\s+/g, " ");
    return said.includes(at) || at.includes(said);
  };
  return found.some(
    ({ problem, diagnostic: { span, labels, message } }) =>
      problems.includes(problem) && (holds(span) || labels.some((label) => holds(label.span)) || message.includes(at)),
  );
}

test("nothing is found in 200 guidelines without a flaw, and nothing is left open", () => {
  for (const sheet of fc.sample(cleanSheets, 200)) {
    const { found, open } = generated(printed(sheet));
    expect({ found: found.map(({ diagnostic }) => diagnostic.message), open }).toEqual({ found: [], open: [] });
  }
});

describe.each(injections)("$name", (injection) => {
  test("is found in each of 100 guidelines", () => {
    const missed = fc.sample(injected(injection), 100).filter((one) => !isFound(generated(one.text), one));
    expect(missed.map(({ text }) => text)).toEqual([]);
  });
});

describe("judged by Z3", () => {
  let z3: Awaited<ReturnType<typeof startZ3>>;
  beforeAll(async () => {
    z3 = await startZ3();
  });
  afterAll(() => z3.stop());

  /** What is said of the set and is not so. */
  async function invented({ set, found }: Analysed): Promise<readonly string[]> {
    const wrong: string[] = [];
    for (const { diagnostic } of found) {
      const own = set.guidelines.find((each) => each.path === diagnostic.file);
      if (own !== undefined && (await isSo(z3.context, own.guideline, diagnostic)) === false)
        wrong.push(diagnostic.message);
    }
    return wrong;
  }

  test.each(injections)("what is found besides $name is so", async (injection) => {
    for (const { text } of fc.sample(injected(injection), 2))
      expect({ text, invented: await invented(generated(text)) }).toEqual({ text, invented: [] });
  });

  test.each(shippedSets)("what is found in the shipped set %s is so", async (name) => {
    expect(await invented(analysed(filesOf(name)))).toEqual([]);
  });
});

describe.each(shippedSets)("in the shipped set %s", (name) => {
  const files = filesOf(name);
  const { value: set } = readSet(files);
  let before: Before | undefined;
  beforeAll(() => {
    before = { set, board: analyseSet(set) };
  });
  test.each(set.guidelines.map(({ path: file }) => file))("each flaw added to %s is found", (file) => {
    const own = files.find((each) => each.path === file);
    const guideline = set.guidelines.find((each) => each.path === file)?.guideline;
    const missed: string[] = [];
    for (const addition of additions) {
      const added = own && guideline ? withAdded(addition, guideline, own.text) : null;
      if (added === null) continue;
      const { found, ...all } = analysed(
        files.map((each) => (each === own ? { ...each, text: added.text } : each)),
        before,
      );
      const here = found.filter(({ diagnostic }) => diagnostic.file === file);
      if (!isFound({ ...all, found: here }, added)) missed.push(addition.name);
    }
    expect(missed).toEqual([]);
  });
});
