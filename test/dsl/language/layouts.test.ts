import { array, assert, constantFrom, letrec, oneof, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse, applyEdits, type Expression, relayouts } from "../../../dsl/index.ts";
import { shares } from "../../support/index.ts";
import { marked } from "./marked.ts";

const names = ["pain", "weakness", "numbness", "fever"] as const;
const head = `guideline "Neck"\n  source "Chapter 8", page 1\n\n${names.map((name) => `fact ${name}: yes or no`).join("\n")}
fact injection: list, each with
  site: one of neck, back
  date: date

service imaging
  MRI    CPT 72141

`;

/** The text after each conversion offered at the cursor, without what stands above the recommendation. */
function converted(recommendation: string): readonly string[] {
  const { analysis, offset, text } = marked(head + recommendation);
  expect(analysis.diagnostics).toEqual([]);
  return relayouts(analysis, offset).map(({ title, edits }) => {
    const after = applyEdits(text, edits);
    expect(analyse({ name: "after.guideline", text: after }).diagnostics).toEqual([]);
    return `${title}\n${after.slice(head.length)}`;
  });
}

describe("a criterion in its other layout", () => {
  it.each([
    ["imaging if pain‸ OR weakness\n", "Write as an outline\nimaging if any of\n  - pain\n  - weakness\n"],
    [
      "imaging if ‸pain AND (weakness OR fever)\n  cite page 3\n",
      "Write as an outline\nimaging if all of\n  - pain\n  - any of\n    - weakness\n    - fever\n  cite page 3\n",
    ],
    [
      "imaging if all of\n  - pain\n  - weakness‸ OR fever\n",
      "Write as an outline\nimaging if all of\n  - pain\n  - any of\n    - weakness\n    - fever\n",
    ],
    [
      "imaging if at least 2 of (pain; ‸weakness; fever)\n",
      "Write as an outline\nimaging if at least 2 of\n  - pain\n  - weakness\n  - fever\n",
    ],
    [
      "imaging if pain AND NOT ‸(weakness OR fever)\n",
      "Write as an outline\nimaging if all of\n  - pain\n  - none of\n    - weakness\n    - fever\n",
    ],
    [
      "imaging if ‸any of\n  - pain\n  - all of\n    - weakness\n    - fever\n  cite page 3\n",
      "Write in one line\nimaging if pain OR (weakness AND fever)\n  cite page 3\n",
    ],
    ["imaging if ‸none of\n  - pain\n  - weakness\n", "Write in one line\nimaging if NOT (pain OR weakness)\n"],
    [
      "imaging if ‸all of\n  - any injection where its site is neck\n  - pain\n",
      "Write in one line\nimaging if (any injection where its site is neck) AND pain\n",
    ],
    [
      "imaging if ‸any injection where its site is neck AND its date before request date\n",
      "Write as an outline\nimaging if any injection where all of\n  - its site is neck\n  - its date before request date\n",
    ],
  ])("%j", (before, after) => expect(converted(before)).toEqual([after]));

  it.each([
    ["a phrase has one layout", "imaging if pain‸\n"],
    ["a comment would be lost", "imaging if ‸any of\n  - pain  # or so they say\n  - weakness\n"],
    ["labels would be lost", "imaging if ‸any of\n  a. pain\n  b. weakness\n"],
    ["what hangs on a bullet would be lost", "imaging if ‸any of\n  - pain\n    waived if fever\n  - weakness\n"],
    ["no criterion stands here", "imag‸ing if pain OR weakness\n"],
  ])("is not offered where %s", (_, text) => expect(converted(text)).toEqual([]));

  it("is offered for nothing in a declaration with a fault", () => {
    const { analysis, offset } = marked(`${head}imaging if ‸pain OR\n`);
    expect(relayouts(analysis, offset)).toEqual([]);
  });

  it.each(shares(4))("means the same, there and back: %s", () => {
    assert(
      property(inline, ({ text }) => {
        const before = read(text);
        const [outline] = relayoutOf(text);
        if (outline === undefined) return;
        const [line] = relayoutOf(outline);
        expect(truthTable(read(outline))).toEqual(truthTable(before));
        expect(truthTable(read(line ?? ""))).toEqual(truthTable(before));
      }),
      { numRuns: 50 },
    );
  });
});

interface Line {
  readonly text: string;
  /** Whether brackets are needed beside a connective. */
  readonly joins: boolean;
}

const { line: inline } = letrec<{ line: Line }>((tie) => {
  const operands = array(tie("line"), { minLength: 2, maxLength: 3 });
  const closed = ({ text, joins }: Line): string => (joins ? `(${text})` : text);
  return {
    line: oneof(
      { maxDepth: 3, withCrossShrink: true },
      constantFrom(...names).map((text) => ({ text, joins: false })),
      operands.map((all) => ({ text: all.map(closed).join(" AND "), joins: true })),
      operands.map((all) => ({ text: all.map(closed).join(" OR "), joins: true })),
      tie("line").map((one) => ({ text: `NOT ${closed(one)}`, joins: true })),
      operands.map((all) => ({ text: `at least 2 of (${all.map(({ text }) => text).join("; ")})`, joins: false })),
    ),
  };
});

function relayoutOf(criterion: string): readonly string[] {
  const text = `${head}imaging if ${criterion}\n`;
  const analysis = analyse({ name: "generated.guideline", text });
  return relayouts(analysis, head.length + "imaging if ".length).map(({ edits }) =>
    applyEdits(text, edits)
      .slice(head.length + "imaging if ".length)
      .trimEnd(),
  );
}

function read(criterion: string): Expression {
  const { value, diagnostics } = analyse({ name: "generated.guideline", text: `${head}imaging if ${criterion}\n` });
  const [recommendation] = value.recommendations;
  expect(diagnostics).toEqual([]);
  if (!recommendation) throw new Error(`No recommendation was read from ${criterion}`);
  return recommendation.criterion;
}

function truthTable(expression: Expression): readonly boolean[] {
  return Array.from({ length: 2 ** names.length }, (_, row) => holds(expression, row));
}

function holds(expression: Expression, row: number): boolean {
  switch (expression.kind) {
    case "test":
      return ((row >> names.findIndex((name) => name === expression.test.fact)) & 1) === 1;
    case "not":
      return !holds(expression.operand, row);
    case "all":
      return expression.operands.every((each) => holds(each, row));
    case "any":
      return expression.operands.some((each) => holds(each, row));
    case "none":
      return !expression.operands.some((each) => holds(each, row));
    case "at least":
      return expression.operands.filter((each) => holds(each, row)).length >= expression.count;
    default:
      throw new Error(`Not generated here: ${expression.kind}`);
  }
}
