import { describe, expect, test } from "vitest";
import { determine } from "../../../engine/determine/index.ts";
import { readSet } from "../../../engine/set/index.ts";
import { guideline, knees } from "../../cli/knees.ts";
import { contradictoryAssumptions, notKnown } from "./unanswerable.ts";

/** The small set, with this below its guideline. */
function withBelow(
  text: string,
  previous?: Parameters<typeof readSet>[1],
  others: Readonly<Record<string, string>> = {},
) {
  const files = Object.entries({ ...knees, ...others }).map(([path, own]) => ({
    path: path.replace("knees/", ""),
    text: String(own),
  }));
  return readSet(
    files.map((file) => (file.path === "knee.guideline" ? { ...file, text: guideline + text } : file)),
    previous,
  );
}

const errorsOf = ({ diagnostics }: ReturnType<typeof withBelow>): readonly string[] =>
  diagnostics.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code}: ${message}`);

describe("a guideline that cannot be answered by", () => {
  test("a rule over budget is an error, and nothing is determined by it", () => {
    const read = withBelow(notKnown);
    expect(errorsOf(read)).toEqual(["E0901: `odd` combines its facts in too many ways to be answered exactly."]);
    expect(read.value.guidelines).toEqual([]);
  });

  test("assumptions that no case satisfies are an error that names them, and nothing is determined by it", () => {
    const read = withBelow(contradictoryAssumptions);
    expect(errorsOf(read)).toEqual([
      "E0902: No case satisfies what `Knees` assumes: `always pain score at least 5`, `never pain score at least 4`.",
    ]);
    expect(read.value.guidelines).toEqual([]);
  });

  test.each([
    ["that contradicts itself", "always locked knee AND NOT locked knee", "`always locked knee AND NOT locked knee`"],
    [
      "of several, those alone that contradict each other",
      "never failed exercises\nalways locked knee\nnever locked knee",
      "`always locked knee`, `never locked knee`",
    ],
  ])("an assumption %s", (_, text, named) => {
    expect(errorsOf(withBelow(`\n${text}\n`))).toEqual([`E0902: No case satisfies what \`Knees\` assumes: ${named}.`]);
  });

  test("assumptions that leave some case are none, even where one of them is never of use", () => {
    expect(errorsOf(withBelow("\nalways locked knee\nnever failed exercises AND NOT locked knee\n"))).toEqual([]);
  });

  test("a guideline that changes such a one is told of at its own title", () => {
    const own = 'guideline "Knees here"\n  changes "Knees"\n  source "A Bulletin", page 1\n';
    const { diagnostics } = withBelow(contradictoryAssumptions, undefined, { "here.guideline": own });
    const found = diagnostics.filter(({ code, file }) => code === "E0902" && file === "here.guideline");
    expect(found.map(({ span: { start, end } }) => own.slice(start, end))).toEqual(['"Knees here"']);
  });

  test("mended, it decides again", () => {
    const mended = withBelow("", withBelow(contradictoryAssumptions).value);
    expect(errorsOf(mended)).toEqual([]);
    const [of] = mended.value.cases;
    if (of === undefined) throw new Error("The small set has a case");
    expect(determine(mended.value, of.case).value.determinations[0]?.outcome).toBe("criteria met");
  });
});
