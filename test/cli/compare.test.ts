import { afterEach, describe, expect, test } from "vitest";
import type { Files } from "../server/served.ts";
import { guideline, knees, manifest } from "./knees.ts";
import { type Workplace, workplace } from "./precept.ts";

let place: Workplace | null = null;
afterEach(async () => {
  await place?.leave();
  place = null;
});

/** The knees, and a next version of them with other words in the guideline. */
const edited = (from: string, to: string): Files => ({
  ...knees,
  "next/set.yaml": manifest,
  "next/knee.guideline": guideline.replaceAll(from, to),
});

async function compare(files: Files, line: string) {
  place = await workplace(files);
  return place.precept(`compare ${line}`);
}

const cohort = `case,request date,service date,locked knee,exercises
1,2014-05-14,2014-05-14,yes,
2,2014-05-14,2014-05-14,no,failed after 6 weeks
3,2014-05-14,2014-05-14,no,failed after 5 weeks
4,2014-05-14,2014-05-14,no,failed after 4 weeks
`;

describe("--json", () => {
  test("says verdict, bump, each transition with when and a witness, and how many of a cohort", async () => {
    const files = { ...edited("6 weeks", "5 weeks"), "c.csv": cohort };
    const { code, out } = await compare(files, "knees next --cohort c.csv --json");
    expect(code).toBe(0);
    const said: unknown = JSON.parse(out);
    expect(said).toMatchObject({
      schemaVersion: 1,
      verdict: "wider",
      bump: "major",
      services: [
        {
          service: "imaging",
          change: "compared",
          verdict: "wider",
          transitions: [
            {
              from: "not met",
              to: "met",
              when: [
                [
                  { quantity: "locked knee", values: [[0, 0]] },
                  { quantity: "exercise · duration in days", values: [[35, 41]] },
                  { quantity: "exercise · response", values: [[0, 0]] },
                ],
              ],
              complete: true,
              count: 1,
              witness: { case: { schema: "precept/case/1" }, before: ["criteria not met"], now: ["criteria met"] },
            },
            { from: "not met", to: "not documented", missing: ["exercises"], count: 0 },
            { from: "not documented", to: "met", count: 0 },
          ],
          impossible: [
            { from: "met", to: "not met" },
            { from: "met", to: "not documented" },
            { from: "not documented", to: "not met" },
          ],
          notProved: [],
        },
      ],
      cohort: { cases: 4, rejected: 0 },
    });
  });
});

describe("what was said of the edit", () => {
  test("holds", async () => {
    const { code } = await compare(edited("6 weeks", "5 weeks"), "knees next --expect widen");
    expect(code).toBe(0);
  });

  test("does not hold: it exits with 1 and says what it does besides", async () => {
    const { code, out } = await compare(edited("6 weeks", "5 weeks"), "knees next --expect tighten");
    expect(code).toBe(1);
    expect(out).toMatch(/You said tighten only\. This also widens `imaging`: not met -> met, not documented -> met\./);
  });
});

describe("for people", () => {
  test("nothing changed but words", async () => {
    const { code, out } = await compare(edited("did not help", "were of no help"), "knees next");
    expect(code).toBe(0);
    expect(out).toMatch(/^knees -> next: same, patch$/m);
  });

  test("sets that have nothing to do with each other", async () => {
    const hip = `guideline "Hips"
  effective from 2010-01-01

fact limp: yes or no

service walking aid
  cane    HCPCS E0100

walking aid if limp
`;
    const files = { ...knees, "hips/set.yaml": manifest, "hips/hip.guideline": hip };
    const { code, out } = await compare(files, "knees hips");
    expect(code).toBe(0);
    expect(out).toMatch(/^knees -> hips: mixed, major$/m);
    expect(out).toMatch(/The guideline `Hips` is added\.\n {2}The guideline `Knees` is removed\./);
  });

  test("an error in one of them", async () => {
    const { code, err } = await compare(edited("locked knee: yes or no", "locked knee: yes"), "knees next");
    expect(code).toBe(1);
    expect(err).toMatch(/Nothing is compared while a guideline has an error/);
  });

  test("a path that is not there", async () => {
    const { code } = await compare(knees, "knees nowhere");
    expect(code).toBe(2);
  });
});
