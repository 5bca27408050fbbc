import { describe, expect, test } from "vitest";
import { type Asking, readCohort, readingFor } from "../../../../engine/values/cohort/index.ts";
import { askingFor, cohortOf, fileOf, informationIn } from "./cohortText.ts";

/** What is changed before a cohort is asked again, one thing at a time. */
interface Written {
  readonly threshold?: string;
  readonly needs?: string;
  readonly where?: string;
  readonly wording?: string;
  readonly fact?: string;
}

function written({
  threshold = "88 %",
  needs = "test result",
  where = "its value is below 80 %",
  wording = "low oxygen",
  fact = "",
}: Written = {}): Asking {
  return askingFor(`fact pain: yes or no
fact saturation: number in %
  needs ${needs}
fact test: list, each with
  value: number in %
  date: date
${fact}define low
  "${wording}"
  as saturation at or below ${threshold}
service oxygen
  oxygen at home    HCPCS E1390
oxygen if any of
  - pain
  - low
  - at least 2 test
  - at least 1 test where ${where}
`);
}

const line = (id: string, value: string, kind: string) =>
  JSON.stringify({
    schema: "precept/case/1",
    case: id,
    dates: { "request date": "2014-05-14", "service date": "2014-05-14" },
    facts: {
      saturation: { value, evidence: { kind } },
      test: {
        complete: "yes",
        entries: [
          { value: "79 %", date: "2014-05-01" },
          { value: "85 %", date: "2014-05-02" },
        ],
      },
    },
    requests: [{ service: "oxygen" }],
  });
const content = [line("a", "85 %", "test result"), line("b", "90 %", "patient report")].join("\n");

async function afterEdit(edit: Written, text = content) {
  const file = fileOf(text, "ndjson");
  const before = written();
  const first = await readCohort(file, readingFor([before]));
  const after = written(edit);
  const second = await readCohort(file, readingFor([after]), {}, cohortOf(first));
  if (second.kind !== "read") throw new Error("The file is as it was");
  return {
    before,
    after,
    first: cohortOf(first),
    second: second.cohort,
    reduced: second.reduced,
    opened: file.opened(),
  };
}

describe("after an edit of the guideline", () => {
  test.each([
    ["a threshold", { threshold: "80 %" }],
    ["words", { wording: "too little oxygen in the blood" }],
    ["nothing", {}],
  ])("%s: the file is not opened again, and no column is new", async (_, edit) => {
    const { first, second, reduced, opened } = await afterEdit(edit);
    expect([reduced, opened]).toEqual([0, 1]);
    for (const [definition, column] of second.columns) expect(first.columns.get(definition)).toBe(column);
  });

  test("what a fact needs: that fact alone is reduced again", async () => {
    const { before, after, first, second, reduced, opened } = await afterEdit({ needs: "patient report" });
    expect([reduced, opened]).toEqual([1, 2]);
    expect([0, 1].map((row) => informationIn(first, before, "saturation", row).reason)).toEqual([
      null,
      "weaker evidence",
    ]);
    expect([0, 1].map((row) => informationIn(second, after, "saturation", row).reason)).toEqual([
      "weaker evidence",
      null,
    ]);
  });

  test("which entries of a list count: that count alone is reduced again", async () => {
    const { after, second, reduced } = await afterEdit({ where: "its value is below 90 %" });
    expect(reduced).toBe(1);
    const counts = after.program.reductions.map(({ fact }) => informationIn(second, after, fact.key, 0).values);
    expect(counts).toEqual([[{ low: 2, high: 2 }], [{ low: 2, high: 2 }]]);
  });

  test("a fact more: all is read again, for other rows may be accepted", async () => {
    const { reduced, opened, second } = await afterEdit({ fact: "fact fever: yes or no\n" });
    expect([reduced, opened]).toEqual([second.columns.size, 2]);
  });

  test("rows that were rejected for a value are looked at again", async () => {
    const { opened, second } = await afterEdit(
      { threshold: "80 %" },
      `${content}\n${line("c", "much", "test result")}`,
    );
    expect([opened, second.rejected.count]).toEqual([2, 1]);
  });
});
