import { afterEach, describe, expect, test } from "vitest";
import type { Files } from "../server/served.ts";
import { guideline, knees, kneesWith } from "./knees.ts";
import { type Workplace, workplace } from "./precept.ts";

let place: Workplace;
afterEach(() => place.leave());

async function analyze(files: Files, line: string) {
  place = await workplace(files);
  return place.precept(`analyze ${line}`);
}

/** Never met; the service has other ways. */
const contradictory = `${guideline}\nfact pain score: whole number\nimaging if pain score at least 7 AND pain score below 5\n  cite page 2\n`;

/** A gap at 18 years. */
const gap = `${guideline}\nfact age: age at service date\nimaging if age at most 17 years\n  cite page 2\nimaging if age at least 19 years\n  cite page 2\n`;

test("a guideline from standard input is asked", async () => {
  place = await workplace({});
  expect((await place.precept("analyze -", guideline)).err).toMatch(/[1-9]\d* questions/);
});

describe("a sound set", () => {
  test("is said to be proved, with how much was asked", async () => {
    const { code, out, err } = await analyze(knees, "knees");
    expect([code, out]).toEqual([0, ""]);
    expect(err).toMatch(/^✓ \d+ questions: \d+ proved to be fine\.\n$/);
  });
});

describe("what is found", () => {
  test("is shown with its place, and a warning does not fail", async () => {
    const { code, out, err } = await analyze(kneesWith("knee.guideline", contradictory), "knees");
    expect(code).toBe(0);
    expect(out).toContain("warning W0701");
    expect(out).toContain("knees/knee.guideline:");
    expect(err).toMatch(/1 found/);
  });

  test("comes with the case that shows it", async () => {
    const { out } = await analyze(kneesWith("knee.guideline", gap), "knees/knee.guideline");
    expect(out).toContain("A case that shows it:");
    expect(out).toContain("age: 18 years");
  });

  test("stands in --json with its witness, beside what was asked", async () => {
    const { out } = await analyze(kneesWith("knee.guideline", gap), "knees --json");
    const { schemaVersion, diagnostics, questions } = JSON.parse(out);
    expect(schemaVersion).toBe(1);
    expect(diagnostics).toMatchObject([
      { code: "W0712", severity: "warning", proved: false, witness: { facts: { age: "18 years" } } },
    ]);
    expect(questions).toMatchObject({ found: 1, open: 0, notProved: [], ofEach: { "threshold gap": { found: 1 } } });
    expect(questions.asked).toBe(questions.proved + questions.found);
  });

  test("that is accepted stays in --json with its reason, and is not shown", async () => {
    const kept = `${gap}accept gap because "nobody of 18 years comes here"\n`;
    const { out, err } = await analyze(kneesWith("knee.guideline", kept), "knees");
    expect(out).toBe("");
    expect(err).toContain("1 accepted");
    const { diagnostics } = JSON.parse((await place.precept("analyze knees --json")).out);
    expect(diagnostics).toMatchObject([{ code: "W0712", accepted: "nobody of 18 years comes here" }]);
  });

  test("is put out for machines", async () => {
    const { out } = await analyze(kneesWith("knee.guideline", gap), "knees --format github");
    expect(out).toMatch(/^::warning file=knees\/knee\.guideline,/);
  });
});

describe("a guideline that is not understood", () => {
  test("is told, and nothing is said to be proved of it", async () => {
    const { code, out, err } = await analyze(
      kneesWith("knee.guideline", guideline.replace("if locked knee", "if lokced knee")),
      "knees",
    );
    expect(code).toBe(1);
    expect(out).toContain("lokced knee");
    expect(err).toBe("Nothing is known of knees/knee.guideline, which has an error.\n");
    const { questions } = JSON.parse((await place.precept("analyze knees --json")).out);
    expect(questions).toMatchObject({ asked: 0, notUnderstood: ["knees/knee.guideline"] });
  });
});
