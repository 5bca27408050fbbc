import { describe, expect, test } from "vitest";
import { compareSets, heldAgainst, type SetComparison } from "../../../engine/compare/index.ts";
import { written } from "./written.ts";

const knee = `guideline "Knee"
  effective from 2014-01-01

fact pain: yes or no
fact swelling: yes or no
fact locked knee: yes or no

define severe
  as pain AND swelling

service imaging
  MRI of the knee    CPT 73721

imaging if locked knee OR severe
`;

const hip = `guideline "Hip"
  effective from 2014-01-01

fact limp: yes or no

service walking aid
  cane    HCPCS E0100

walking aid if limp
`;

const compared = (before: Parameters<typeof written>[0], now: Parameters<typeof written>[0]): SetComparison =>
  compareSets(written(before), written(now));

const sentences = ({ guidelines }: SetComparison): readonly string[] =>
  guidelines.flatMap(({ remarks, facts }) => [...remarks, ...facts.map(({ sentence }) => sentence)]);

describe("what is only called otherwise or stands elsewhere", () => {
  test("a guideline of another title in another file", () => {
    const found = compared({ "a.guideline": knee }, { "b.guideline": knee.replace('"Knee"', '"The knee"') });
    expect(found).toMatchObject({ verdict: "same", bump: "patch" });
    expect(sentences(found)).toEqual([
      "`Knee` is now called `The knee`.",
      "It stands in b.guideline now, before in a.guideline.",
    ]);
  });

  test("a service with the same code", () => {
    const found = compared(knee, knee.replaceAll(/^(service |)imaging/gm, "$1knee scan"));
    expect(found.services).toMatchObject([{ service: "knee scan", called: "imaging", verdict: "same" }]);
    expect(found.bump).toBe("major");
  });

  test("a service in another guideline", () => {
    const limp = hip.replace(/\nservice[^]*/u, "");
    const both = knee
      .replace("fact pain", "fact limp: yes or no\nfact pain")
      .concat(hip.slice(hip.indexOf("\nservice")));
    const found = compared(
      { "knee.guideline": knee, "hip.guideline": hip },
      { "knee.guideline": both, "hip.guideline": limp },
    );
    expect(found.services).toMatchObject([
      { service: "imaging", verdict: "same" },
      { service: "walking aid", guideline: "Knee", movedFrom: "Hip", verdict: "same" },
    ]);
  });

  test("two facts of one kind, told apart by where they are tested", () => {
    const now = knee.replaceAll("pain", "ache").replaceAll("swelling", "effusion");
    const found = compared(knee, now);
    expect(found.verdict).toBe("same");
    expect(sentences(found)).toEqual(["`pain` is now called `ache`.", "`swelling` is now called `effusion`."]);
  });

  test("not a fact that is asked otherwise too", () => {
    const found = compared(knee, knee.replaceAll("pain", "ache").replace("ache AND swelling", "ache OR swelling"));
    expect(sentences(found)).toEqual(["`ache` is asked now.", "`pain` is no longer asked."]);
    expect(found.verdict).toBe("wider");
  });
});

describe("a verdict", () => {
  test("of a set that only says more", () => {
    const found = compared({ "knee.guideline": knee }, { "knee.guideline": knee, "hip.guideline": hip });
    expect(found).toMatchObject({ verdict: "wider", bump: "minor" });
    expect(found.services.map(({ service, change }) => [service, change])).toEqual([
      ["imaging", "compared"],
      ["walking aid", "added"],
    ]);
  });

  test("is not the same where a guideline cannot be read", () => {
    const set = written(knee);
    const found = compareSets(set, { ...set, unread: ["hip.guideline"] });
    expect(found).toMatchObject({ verdict: "not proved", bump: "major" });
    expect(found.because).toMatch(/`hip\.guideline`/);
  });

  test("is not proved where another guideline now comes first", () => {
    const other = knee.replace('"Knee"', '"Another knee"').replace("locked knee OR severe", "severe");
    const found = compared(
      { "a.guideline": knee, "b.guideline": other },
      { "b.guideline": knee, "a.guideline": other },
    );
    expect(found.services.map(({ verdict }) => verdict)).toEqual(["not proved", "not proved"]);
    expect(found.services[0]?.because).toMatch(/which of them is asked first/);
  });

  test("is not proved where the diagrams do not fit, and says so", () => {
    const now = knee.replace("pain AND swelling", "pain OR swelling");
    const found = compareSets(written(knee), written(now), { budget: 2 });
    expect(found.services).toMatchObject([
      { verdict: "not proved", because: expect.stringMatching(/do not fit into 2 nodes/) },
    ]);
  });

  test("is not proved where it was stopped", () => {
    const now = knee.replace("pain AND swelling", "pain OR swelling");
    const found = compareSets(written(knee), written(now), { shouldStop: () => true });
    expect(found).toMatchObject({ verdict: "not proved", services: [{ because: "The comparison was stopped." }] });
  });

  test("of two guidelines that were compared is not worked out again", () => {
    const [before, now] = [written(knee), written(knee.replace("pain AND swelling", "pain OR swelling"))];
    const first = compareSets(before, now);
    expect(first.verdict).toBe("wider");
    expect(compareSets(before, now, { shouldStop: () => true })).toEqual(first);
  });

  test("is the same where an expression is only written otherwise", () => {
    expect(compared(knee, knee.replace("pain AND swelling", "NOT ((NOT pain) OR (NOT swelling))"))).toMatchObject({
      verdict: "same",
      bump: "patch",
    });
  });
});

describe("what an author says of an edit", () => {
  const wider = compared(knee, knee.replace("pain AND swelling", "pain OR swelling"));

  test.each([
    ["widen", true, []],
    ["tighten", false, ["You said tighten only. This also widens `imaging`: not met -> met, not documented -> met."]],
    [
      "same",
      false,
      [
        "You said nothing changes. This changes `imaging`: not met -> met, not met -> not documented, not documented -> met.",
      ],
    ],
  ] as const)("%s: %s", (expected, holds, said) => {
    expect(heldAgainst(wider, expected)).toEqual({ expected, holds, sentences: said });
  });

  test("is not taken for proved where nothing is", () => {
    const set = written(knee);
    expect(heldAgainst(compareSets(set, { ...set, unread: ["x.guideline"] }), "same").holds).toBe(false);
  });
});
