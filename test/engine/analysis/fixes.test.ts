import { describe, expect, test } from "vitest";
import { analyseSet, fixesOf } from "../../../engine/analysis/index.ts";
import { setOf } from "./told.ts";

const head = `guideline "Knees"
  source "A Handbook of Knees", page 1

fact age: age at service date
fact locked knee: yes or no
fact swelling: yes or no
fact PO2: number in mmHg, to 0.1
fact exercise: treatment trial

service imaging
  MRI of the knee    CPT 73721

`;

interface Offered {
  readonly title: string;
  readonly safe: boolean;
  readonly text: string;
}

/** What is offered for all that is found, with the criteria as they would then be. */
function offered(criteria: string): readonly Offered[] {
  const text = `${head}${criteria}`;
  const set = setOf(text);
  return analyseSet(set).asked.flatMap((each) =>
    fixesOf(set, each).map(({ title, safe, edits }) => ({
      title,
      safe,
      text: edits
        .reduce((now, { span, text: by }) => now.slice(0, span.start) + by + now.slice(span.end), text)
        .slice(head.length),
    })),
  );
}

describe("what is needless goes out", () => {
  test.each([
    [
      "an operand with its AND",
      "imaging if age at least 18 years AND age at least 16 years\n",
      "imaging if age at least 18 years\n",
    ],
    [
      "a bullet",
      "imaging if any of\n  - locked knee\n  - locked knee AND swelling\n",
      "imaging if any of\n  - locked knee\n",
    ],
    ["an operand in brackets", "imaging if locked knee OR (locked knee AND swelling)\n", "imaging if locked knee\n"],
    [
      "an exception",
      "imaging if age at least 40 years AND locked knee\n  but not if age below 30 years\n",
      "imaging if age at least 40 years AND locked knee\n",
    ],
  ])("%s", (_, written, then) => {
    expect(offered(written)).toMatchObject([{ safe: true, text: then }]);
    expect(offered(written)[0]?.title).toMatch(/: proved to change no answer$/);
  });
});

test("a gap is closed by what is wider, which is said and never done unseen", () => {
  expect(offered("imaging if PO2 at or below 55 mmHg\nimaging if PO2 from 56 to 59 mmHg AND swelling\n")).toEqual([
    {
      title: "Write `PO2 below 56 mmHg` instead of `PO2 at or below 55 mmHg`: wider, more cases meet it",
      safe: false,
      text: "imaging if PO2 below 56 mmHg\nimaging if PO2 from 56 to 59 mmHg AND swelling\n",
    },
  ]);
});

test("nothing is offered for what no edit is known to answer", () => {
  expect(offered("imaging if PO2 at least 60 mmHg AND PO2 at most 50 mmHg\n")).toEqual([]);
});

test.each([
  ["6 weeks", ["exercise lasted less than 6 weeks"]],
  // The 42 of days is no number of weeks.
  ["42 days", []],
])("a gap before %s is closed in the unit it was written in", (from, closed) => {
  const written = `imaging if exercise lasted at most 5 weeks\nimaging if exercise lasted at least ${from} AND swelling\n`;
  expect(offered(written).map(({ text }) => /if (.*)\n/u.exec(text)?.[1])).toEqual(closed);
});
