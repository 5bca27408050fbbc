import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { planSchema } from "../../../server/protocol/index.ts";
import { startPlanning } from "../../../server/reviews/plan/planning.ts";
import { fileDiffs } from "../../../server/reviews/plan/fileDiffs.ts";
import { makePlan } from "../../../server/reviews/plan/makePlan.ts";
import { keysToAcknowledge } from "../../../server/reviews/plan/planGates.ts";
import { openPlans } from "../../../server/reviews/plans.ts";
import { version } from "../../../engine/bundle/index.ts";
import { sha256Hex } from "../../../engine/digest/index.ts";
import { engineBundle } from "../../../server/engines/index.ts";
import { openEmptyStore } from "../../support/index.ts";
import { kneeGuideline, widerKnees } from "./knees.ts";

const filesOf = (text: string) => [
  { path: "set.yaml", text: "schema: precept/set/1\nname: knees\ntitle: Knees\n" },
  { path: "knees.guideline", text },
];
const base = { version: "1.0.0", digest: "one", files: filesOf(kneeGuideline) };
const input = { digest: "two", files: filesOf(widerKnees), base, engine: "of this test" };

describe("a plan that was kept", () => {
  it("is told by the release it is asked against, whichever had the same texts when it was made", async () => {
    const { database, close } = await openEmptyStore();
    const bundle = await engineBundle();
    const engine = `${version} ${bundle === null ? "not built" : sha256Hex(bundle.bytes)}`;
    const content = JSON.stringify(makePlan({ ...input, engine }, () => undefined));
    const row = { digest: input.digest, base_digest: base.digest, engine, content, at: new Date() };
    await database.insertInto("plan").values(row).execute();
    const plans = openPlans(
      database,
      () => new Date(),
      () => undefined,
    );
    const wanted = { digest: input.digest, load: async () => input, isUrgent: true };
    const against = async (version: string) => {
      const asked = await plans.planFor({ ...wanted, base: { ...base, version } });
      return asked.kind === "made" ? asked.plan.comparison : null;
    };
    expect(await against("1.0.0")).toMatchObject({ against: "1.0.0", version: "2.0.0", bump: "major" });
    expect(await against("3.0.0")).toMatchObject({ against: "3.0.0", version: "4.0.0", bump: "major" });
    await plans.close();
    await close();
  });
});

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

  it("says what a set holds that was never released, at most so much of it", () => {
    expect(makePlan(input, () => undefined).holds).toBeNull();
    const first = planSchema.parse(makePlan({ ...input, base: null }, () => undefined));
    expect(first.holds).toEqual({
      guidelines: [
        {
          guideline: "Knees",
          source: "Guidelines of knees, page 1",
          services: ["imaging"],
          criteria: 1,
          facts: 2,
          examples: 5,
        },
      ],
      cases: 0,
      counts: { guidelines: 1 },
    });
    const many = Array.from({ length: 301 }, (_, at) => ({ path: `g${at}.guideline`, text: `guideline "G${at}"\n` }));
    const large = makePlan({ ...input, base: null, files: [...filesOf(kneeGuideline), ...many] }, () => undefined);
    expect([large.holds?.guidelines.length, large.holds?.counts.guidelines]).toEqual([300, 302]);
    expect(large.cut).toContain("There are 302 guidelines; 300 of them are shown.");
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
    for (const key of ["one", "two", "one"]) planning.begin(key, { ...input, digest: key }, true);
    expect(planning.progress("two")).toMatchObject({ doing: "Waiting for another plan", failure: null });
    planning.cancel("two");
    await done;
    expect(kept).toEqual(["one"]);
    expect(planning.progress("two")).toBeNull();
    expect(failures).toEqual([]);
  });

  it("ends with the server, without a plan", async () => {
    planning.begin("one", input, true);
    await planning.close();
    expect([kept, planning.progress("one"), failures]).toEqual([[], null, []]);
  });
});

describe("the order of plans", () => {
  type Made = ReturnType<NonNullable<Parameters<typeof startPlanning>[2]>>["made"];
  type Ending = Awaited<Made>;
  let begun: string[] = [];
  let endOf: (made: Ending) => void = () => undefined;
  let keep: () => Promise<void>;
  let planning: ReturnType<typeof startPlanning>;
  beforeEach(() => {
    begun = [];
    keep = async () => undefined;
    planning = startPlanning(
      () => keep(),
      () => undefined,
      ({ digest }) => {
        begun.push(digest);
        const made = new Promise<Ending>((resolve) => (endOf = resolve));
        return { made, end: () => endOf({ content: null, failure: "broken" }) };
      },
    );
  });
  afterEach(() => planning.close());
  const begin = (key: string, isUrgent: boolean) => planning.begin(key, { ...input, digest: key }, isUrgent);
  const end = async (made: Ending) => {
    endOf(made);
    await new Promise(setImmediate);
  };
  const whole = { content: "{}", failure: null };

  it("is that in which they were asked for, the urgent ones first", async () => {
    for (const key of ["one", "two", "three"]) begin(key, false);
    begin("urgent", true);
    begin("three", true);
    for (let ended = 0; ended < 4; ended += 1) await end(whole);
    // The third kept its place when somebody began to wait for it.
    expect(begun).toEqual(["one", "three", "urgent", "two"]);
  });

  it("has room for a hundred; one that is urgent takes the place of the last that is not", () => {
    for (let at = 0; at < 101; at += 1) begin(`${at}`, false);
    begin("urgent", true);
    const known = ["0", "98", "99", "100", "urgent"].filter((key) => planning.progress(key) !== null);
    expect(known).toEqual(["0", "98", "urgent"]);
  });

  it.each([
    ["broken", /made a mistake/],
    ["memory", /more memory than a plan may/],
    ["time", /longer than a plan may/],
  ] as const)(
    "goes on after one that failed (%s), which says why and is made when it is asked for again",
    async (failure, words) => {
      begin("bad", true);
      begin("good", true);
      await end({ content: null, failure });
      expect([begun, planning.progress("bad")?.failure]).toEqual([["bad", "good"], expect.stringMatching(words)]);
      await end(whole);
      // Who asks again is told why it failed, and it is begun.
      expect(begin("bad", true).failure).toMatch(words);
      expect([begun, planning.progress("bad")?.failure]).toEqual([["bad", "good", "bad"], null]);
    },
  );

  it("goes on after one that could not be stored", async () => {
    keep = () => Promise.reject(new Error("the database is away"));
    begin("bad", true);
    await end(whole);
    expect(planning.progress("bad")?.failure).toMatch(/could not be stored/);
  });

  it("forgets those that failed long ago, so that they take no place", async () => {
    for (let at = 0; at < 120; at += 1) {
      begin(`${at}`, false);
      await end({ content: null, failure: "broken" });
    }
    expect([planning.progress("19"), planning.progress("20")?.failure]).toEqual([null, expect.any(String)]);
    begin("one more", false);
    expect(begun.at(-1)).toBe("one more");
  });
});
