import { afterEach, describe, expect, test } from "vitest";
import type { Files } from "../server/served.ts";
import { guideline, knees, kneesWith } from "./knees.ts";
import { type Workplace, workplace } from "./precept.ts";

let place: Workplace;
afterEach(() => place.leave());

async function ran(files: Files, line: string) {
  place = await workplace(files);
  return place.precept(line);
}

const wrong = kneesWith("knee.guideline", guideline.replace("lasted at least 6 weeks", "lasted at least 6 weks"));

test.each(["mutate", "coverage", "suggest-cases"])("%s reads a guideline from standard input", async (command) => {
  place = await workplace({});
  const { out, err } = await place.precept(`${command} - --json`, guideline);
  const { mutants, obligations, cases } = JSON.parse(out);
  expect(err).toBe("");
  expect([mutants, obligations, cases?.length].some((count) => count > 0)).toBe(true);
});

describe("mutate", () => {
  test("tells each mistake that no case would notice, with a case that would, and exits with 1", async () => {
    const { code, out } = await ran(knees, "mutate knees");
    expect(code).toBe(1);
    expect(out).toMatch(
      /^knees {2}\d+ mutants: \d+ killed, \d+ equivalent \(proved\), 0 undecided, \d+ survived; adequacy/,
    );
    expect(out).toContain(
      "✗  13:6  threshold one step down\n      instead of exercises lasted at least 6 weeks\n      it says    exercises lasted at least 41 days\n",
    );
    expect(out).toContain("this case would: imaging criteria not met, with the mistake criteria met");
  });

  test("--json has numbers, places and witnesses", async () => {
    const { out } = await ran(knees, "mutate knees --json");
    const { schemaVersion, mutants, killed, equivalent, survived, guidelines } = JSON.parse(out);
    expect(schemaVersion).toBe(1);
    expect(mutants).toBe(killed + equivalent + survived.length);
    expect(survived).toContainEqual({
      id: expect.stringContaining("threshold one step down knee.guideline:"),
      operator: "threshold one step down",
      before: "exercises lasted at least 6 weeks",
      after: "exercises lasted at least 41 days",
      file: "knees/knee.guideline",
      line: 13,
      column: 6,
      witness: {
        case: expect.objectContaining({ schema: "precept/case/1" }),
        service: "imaging",
        before: "criteria not met",
        after: "criteria met",
      },
    });
    expect(guidelines).toMatchObject([{ file: "knees/knee.guideline", mutants, killed }]);
  });

  test("a case whose expectation the engine filled in kills nothing", async () => {
    const file = knees["knees/cases/locked.yaml"]?.toString() ?? "";
    const filled = kneesWith(
      "cases/locked.yaml",
      file.replace("source: The handbook", "source: Taken down, filled in by: engine"),
    );
    const before = JSON.parse((await ran(knees, "mutate knees --json")).out);
    const after = JSON.parse((await ran(filled, "mutate knees --json")).out);
    expect(after.killed).toBeLessThan(before.killed);
    expect(after.notCounted).toEqual([
      { case: "A locked knee", path: "knees/cases/locked.yaml", because: "filled in by the engine" },
    ]);
  });

  test("a guideline with an error has no mutants", async () => {
    const { code, err } = await ran(wrong, "mutate knees");
    expect(code).toBe(1);
    expect(err).toContain("No mutant is made while a guideline has an error.");
  });
});

describe("coverage", () => {
  test("tells what no case shows, and exits with 1", async () => {
    const { code, out } = await ran(knees, "coverage knees");
    expect(code).toBe(1);
    expect(out).toMatch(/^knees {2}\d+ obligations: \d+ covered, \d+ impossible \(proved\), \d+ open, 0 undecided\n/);
    expect(out).toContain("\nfailed exercises knees/knee.guideline:11\n  ✗ not met\n");
  });

  test("--json has each obligation with its line, its state and the cases that cover it", async () => {
    const { out } = await ran(knees, "coverage knees --json");
    const { obligations, covered, impossible, open, undecided, criteria } = JSON.parse(out);
    expect(obligations).toBe(covered + impossible + open + undecided);
    expect(criteria).toContainEqual(
      expect.objectContaining({
        criterion: "failed exercises",
        file: "knees/knee.guideline",
        line: 11,
        obligations: expect.arrayContaining([
          {
            what: "met",
            line: 11,
            column: 8,
            state: "covered",
            by: [{ case: "Exercises that failed", path: "knees/knee.guideline" }],
          },
          {
            what: "`exercises failed` matters by itself: met and not met",
            line: 13,
            column: 44,
            state: "open",
          },
        ]),
      }),
    );
  });

  test("a path that is not there is a mistake of the caller", async () => {
    const { code, err } = await ran(knees, "coverage hips");
    expect(code).toBe(2);
    expect(err).toContain("hips");
  });
});

describe("suggest-cases", () => {
  test("shows cases without an expectation, and what each would close", async () => {
    const { code, out } = await ran(knees, "suggest-cases knees");
    expect(code).toBe(0);
    expect(out).toMatch(/^knees {2}\d+ cases would close what is open: \d+ things\n/);
    expect(out).toContain("  # What should `Knees` say of MRI of the knee here?\n");
    expect(out).not.toMatch(/^ {4}expect:/m);
    expect(out).toContain("    tells `exercises lasted at least 6 weeks` from `exercises lasted at least 41 days`\n");
  });

  test("--write makes files that are cases of the set, and overwrites none", async () => {
    const first = await ran(knees, "suggest-cases knees --write knees/cases --json");
    const { cases, open, written } = JSON.parse(first.out);
    expect(open).toEqual([]);
    expect(written).toHaveLength(cases.length);
    expect(written[0]).toBe("knees/cases/suggested-knee-1.yaml");
    expect(await place.precept("check knees")).toMatchObject({ code: 0 });
    const again = JSON.parse((await place.precept("suggest-cases knees --write knees/cases --json")).out);
    expect(again.written[0]).toBe(`knees/cases/suggested-knee-${cases.length + 1}.yaml`);
  });
});
