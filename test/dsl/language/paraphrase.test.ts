import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse, type Expression, format, type Guideline, paraphrase } from "../../../dsl/index.ts";
import { lower } from "../../../engine/ir/index.ts";
import { guidelines } from "../../agreement/guidelines.ts";
import { fromVisible, goldenFiles, meaningText } from "../../support/index.ts";

const forms = ["sentences", "outline"] as const;

/** A waiver of what rules out: people read it in two ways, the model holds one. */
const readTwice = "E0257";

/** The words said back are a guideline without errors, in canonical layout, that means the same. */
function checkParaphrase(guideline: Guideline): void {
  const meant = meaningText(lower(guideline), guideline.facts);
  for (const form of forms) {
    const said = paraphrase(guideline, form);
    const { value, diagnostics } = analyse({ name: guideline.file, text: said });
    const errors = diagnostics
      .filter(({ severity, code }) => severity === "error" && code !== readTwice)
      .map(({ message }) => message);
    expect({ said, errors }).toEqual({ said: format(said), errors: [] });
    expect({ said, meant: meaningText(lower(value), value.facts) }).toEqual({ said, meant });
  }
}

function checkText(name: string, text: string): void {
  const { value, diagnostics } = analyse({ name, text });
  if (diagnostics.some(({ severity }) => severity === "error")) return;
  checkParaphrase(value);
  for (const form of forms) {
    const said = paraphrase(value, form);
    expect(paraphrase(analyse({ name, text: said }).value, form)).toBe(said);
  }
}

const root = join(import.meta.dirname, "../../..");

describe("said back, a guideline means the same", () => {
  it.each(globSync("{guidelines,test}/**/*.guideline", { cwd: root }))("%s", (path) =>
    checkText(path, readFileSync(join(root, path), "utf8")),
  );

  it.each(goldenFiles(join(root, "test/dsl/good")).map(({ name, source }) => [name, source] as const))(
    "%s",
    (name, source) => checkText(name, fromVisible(source)),
  );

  it("whatever it says", () => {
    fc.assert(
      fc.property(guidelines.map(sayable), (guideline) => checkParaphrase(guideline)),
      { numRuns: 20 },
    );
  });
});

/** No author can ask for none, or for more than there are, of several. */
function sayable(guideline: Guideline): Guideline {
  const within = (of: Expression): Expression => {
    if (of.kind === "not") return { ...of, operand: within(of.operand) };
    if (of.kind === "qualified") {
      const [waivers, exceptions] = [of.waivers.map(within), of.exceptions.map(within)];
      const requirements = of.requirements.map((each) => ({
        ...each,
        when: within(each.when),
        requires: within(each.requires),
      }));
      return { ...of, criterion: within(of.criterion), waivers, exceptions, requirements };
    }
    if (!("operands" in of)) return of;
    const operands = of.operands.map(within);
    return "count" in of
      ? { ...of, operands, count: Math.min(Math.max(1, of.count), operands.length) }
      : { ...of, operands };
  };
  return {
    ...guideline,
    scope: guideline.scope && within(guideline.scope),
    definitions: guideline.definitions.map((each) => ({ ...each, criterion: within(each.criterion) })),
    recommendations: guideline.recommendations.map((each) => ({
      ...each,
      criterion: within(each.criterion),
      limits: each.kind === "if" ? each.limits.map(within) : [],
    })),
  };
}
