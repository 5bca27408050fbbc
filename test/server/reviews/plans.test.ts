import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { planSchema } from "../../../server/protocol/index.ts";
import { startPlanning } from "../../../server/reviews/plan/planning.ts";
import { fileDiffs } from "../../../server/reviews/plan/fileDiffs.ts";
import { makePlan } from "../../../server/reviews/plan/makePlan.ts";
import { keysToAcknowledge } from "../../../server/reviews/plan/planGates.ts";
import { kneeGuideline, widerKnees } from "./knees.ts";

const filesOf = (text: string) => [
  { path: "set.yaml", text: "schema: precept/set/1\nname: knees\ntitle: Knees\n" },
  { path: "knees.guideline", text },
];
const base = { version: "1.0.0", digest: "one", files: filesOf(kneeGuideline) };
const input = { digest: "two", files: filesOf(widerKnees), base, engine: "of this test" };

describe("a plan", () => {
  it("says what changes for which cases, by what proof, and what number that makes", () => {
    const plan = planSchema.parse(makePlan(input, () => undefined));
    const [service] = plan.comparison.services;
    const possible = service?.transitions.filter(({ state }) => state === "possible") ?? [];
    expect(plan.comparison).toMatchObject({ against: "1.0.0", verdict: "wider", bump: "major", version: "2.0.0" });
    expect(possible.map(({ from, to }) => `${from} to ${to}`)).toEqual([
      "not met to met",
      "not met to not documented",
      "not documented to met",
    ]);
    expect(possible[0]).toMatchObject({ when: ["NOT knee pain AND locking"], witness: { now: ["criteria met"] } });
    expect(keysToAcknowledge(plan)).toEqual(possible.map(({ key }) => key));
    expect(plan).toMatchObject({
      errors: 0,
      tests: { failed: 0 },
      mutation: { counts: { survived: 0, undecided: 0 } },
    });
  });

  it("has the same keys whoever makes it, and none where there is nothing before", () => {
    const again = makePlan(input, () => undefined);
    expect(keysToAcknowledge(again)).toEqual(keysToAcknowledge(makePlan(input, () => undefined)));
    const first = makePlan({ ...input, base: null }, () => undefined);
    expect(keysToAcknowledge(first)).toEqual([]);
    expect(first.comparison).toMatchObject({ bump: "first", version: "1.0.0", against: null });
  });

  it("of files with errors says so", () => {
    const broken = makePlan({ ...input, files: filesOf("guideline") }, () => undefined);
    expect(broken.errors).toBeGreaterThan(0);
    expect(broken.proofs.unread).toEqual(["knees.guideline"]);
  });

  it("shows the lines that differ, as many as anybody reads", () => {
    const lines = (count: number, text: string) => Array.from({ length: count }, (_, at) => `${text} ${at}\n`).join("");
    const [changed, gone] = fileDiffs(
      [
        { path: "a.md", text: "one\ntwo\nthree\n" },
        { path: "b.md", text: "b\n" },
        { path: "c.md", text: "same\n" },
      ],
      [
        { path: "a.md", text: "one\n2\nthree\n" },
        { path: "c.md", text: "same\n" },
      ],
    );
    expect(changed).toEqual({
      path: "a.md",
      change: "changed",
      added: 1,
      removed: 1,
      hunks: [
        [
          { before: 1, now: 1, text: "one" },
          { before: 2, now: null, text: "two" },
          { before: null, now: 2, text: "2" },
          { before: 3, now: 3, text: "three" },
        ],
      ],
      cut: false,
    });
    expect(gone).toMatchObject({ path: "b.md", change: "removed", removed: 1 });
    const [long] = fileDiffs([], [{ path: "a.md", text: lines(3_000, "x") }]);
    expect([long?.cut, long?.added, long?.hunks.flat().length]).toEqual([true, 3_000, 2_000]);
    const [other] = fileDiffs([{ path: "a.md", text: lines(3_000, "x") }], [{ path: "a.md", text: lines(3_000, "y") }]);
    expect(other).toMatchObject({ cut: true, hunks: [] });
  });
});

describe("the thread of plans", () => {
  let kept: string[] = [];
  let failures: Error[] = [];
  let planning: ReturnType<typeof startPlanning>;
  let onKept: () => void = () => undefined;
  beforeEach(() => {
    [kept, failures] = [[], []];
    planning = startPlanning(
      async ({ digest }, content) => {
        planSchema.parse(JSON.parse(content));
        kept.push(digest);
        onKept();
      },
      (error) => failures.push(error),
    );
  });
  afterEach(() => planning.close());
  const untilKept = () => new Promise<void>((resolve) => (onKept = resolve));

  it("makes a plan once, however often it is asked for, while others wait or are given up", async () => {
    const done = untilKept();
    for (const key of ["one", "two", "one"]) planning.begin(key, { ...input, digest: key });
    expect(planning.progress("two")).toMatchObject({ doing: "Waiting for another plan", failure: null });
    planning.cancel("two");
    await done;
    expect(kept).toEqual(["one"]);
    expect(planning.progress("two")).toBeNull();
    expect(failures).toEqual([]);
  });

  it("ends with the server, without a plan", async () => {
    planning.begin("one", input);
    await planning.close();
    expect([kept, planning.progress("one"), failures]).toEqual([[], null, []]);
  });
});
