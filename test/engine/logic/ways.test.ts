import { describe, expect, test } from "vitest";
import { HIGHEST } from "../../../dsl/index.ts";
import { type CompiledGuideline, closures } from "../../../engine/evaluate/index.ts";
import { type GuidelineProgram, lower } from "../../../engine/ir/index.ts";
import {
  guidelineDiagrams,
  type NeededValues,
  openDiagram,
  type QuantityWay,
  waysTo,
} from "../../../engine/logic/index.ts";
import { between, one } from "../../../engine/values/index.ts";
import { imagingRule } from "../evaluate/imagingRule.ts";
import {
  all,
  any,
  atLeast,
  exactly,
  fact,
  guideline,
  known,
  not,
  recommend,
  wholeNumber,
  within,
  yes,
  yesOrNo,
} from "../writing.ts";

function compile(program: GuidelineProgram): CompiledGuideline {
  const { value } = closures.compile(program);
  if (value === null) throw new Error("The guideline fits into the budget");
  return value;
}

function signs(count: number) {
  return Array.from({ length: count }, (_, index) => `sign ${index + 1}`);
}

function ruleOn(names: readonly string[], criteria: Parameters<typeof recommend>[1]): CompiledGuideline {
  return compile(
    lower(guideline({ facts: names.map((name) => fact(name, yesOrNo)), recommendations: [recommend("if", criteria)] })),
  );
}

function needed({ quantity, values }: NeededValues): string {
  return `${quantity} = ${values.map(({ low, high }) => (low === high ? low : `${low}..${high < HIGHEST ? high : ""}`)).join("|")}`;
}

/** `criteria met: a = 1 & 2 of b = 1, c = 1, d = 1` */
function inWords({ towards, steps }: QuantityWay): string {
  const words = steps.map((step) =>
    step.kind === "values" ? needed(step) : `${step.count} of ${step.of.map(needed).join(", ")}`,
  );
  return `${towards}: ${words.join(" & ")}`;
}

describe("the real imaging rule with nothing documented", () => {
  const imaging = compile(imagingRule);
  const cervical = known({ "requested body region": one(0) });

  test("every fact but the region still matters", () => {
    expect(imaging.stillMatters("imaging", cervical)).toEqual([
      "significant symptom change",
      "strengthening program · duration in days",
      "strengthening program · response",
      "anatomy is unclear",
      "planned procedure",
      "tissue insult or neurovascular dysfunction",
    ]);
  });

  test("four ways to meet it, and the four ways to rule all of it out", () => {
    expect(imaging.ways("imaging", cervical).map(inWords)).toEqual([
      "criteria met: significant symptom change = 1",
      "criteria met: tissue insult or neurovascular dysfunction = 1",
      "criteria met: strengthening program · duration in days = 42.. & strengthening program · response = 0",
      "criteria met: anatomy is unclear = 1 & planned procedure = 1..2",
      ...["strengthening program · duration in days = 0..41", "strengthening program · response = 1..5"].flatMap(
        (failed) =>
          ["anatomy is unclear = 0", "planned procedure = 0"].map(
            (clarified) =>
              `criteria not met: significant symptom change = 0 & ${failed} & ${clarified} & tissue insult or neurovascular dysfunction = 0`,
          ),
      ),
    ]);
  });

  test("with the region open it matters first, and another region settles it", () => {
    expect(imaging.stillMatters("imaging", known({}))[0]).toBe("requested body region");
    expect(imaging.ways("imaging", known({})).map(inWords)).toContain("not addressed: requested body region = 1..2");
  });

  test("a response that was not a failure leaves the duration without effect", () => {
    const partial = known({ "requested body region": one(0), "strengthening program · response": one(1) });
    expect(imaging.stillMatters("imaging", partial)).not.toContain("strengthening program · duration in days");
  });

  test("nothing matters once the outcome is settled", () => {
    const met = known({ "requested body region": one(0), "significant symptom change": one(1) });
    expect(imaging.stillMatters("imaging", met)).toEqual([]);
    expect(imaging.ways("imaging", met)).toEqual([]);
  });

  test("what an interval leaves possible bounds what is needed", () => {
    const about = known({
      "requested body region": one(0),
      "strengthening program · duration in days": between(35, 56),
    });
    expect(imaging.ways("imaging", about).map(inWords)).toContain(
      "criteria met: strengthening program · duration in days = 42..56 & strengthening program · response = 0",
    );
  });
});

test("one case after the other is answered as if it came first, whatever the others left open", () => {
  const duration = "strengthening program · duration in days";
  const cases = [
    [35, 56],
    [35, 41],
    [42, 56],
    [35, 56],
    [0, 100],
    [35, 41],
  ].map(([low = 0, high = 0]) => known({ "requested body region": one(0), [duration]: between(low, high) }));
  const alone = cases.map((of) => compile(imagingRule).ways("imaging", of));
  const shared = compile(imagingRule);
  expect(cases.map((of) => shared.ways("imaging", of))).toEqual(alone);
  expect(new Set(alone.map((ways) => JSON.stringify(ways))).size).toBe(4);
});

test("without any work to spend, each outcome still has a minimal way", () => {
  const { value } = guidelineDiagrams(imagingRule);
  const diagram = value?.outcomes.get("imaging");
  const open = diagram && openDiagram(diagram, known({ "requested body region": one(0) }).quantities);
  const ways = open ? waysTo(open, ["criteria met", "criteria not met"], 0) : [];
  expect(new Set(ways.map(({ towards }) => towards))).toEqual(new Set(["criteria met", "criteria not met"]));
  for (const { towards, steps } of ways) expect(steps).toHaveLength(towards === "criteria met" ? steps.length : 4);
});

test("numbers whose further thresholds no longer matter are interchangeable too", () => {
  const names = ["pain score", "disability score", "anxiety score"];
  const criteria = any(
    atLeast(2, ...names.map((name) => within(name, 7, 10))),
    all(yes("infection"), ...names.map((name, index) => within(name, index, 10))),
  );
  const facts = [...names.map((name) => fact(name, wholeNumber)), fact("infection", yesOrNo)];
  const rule = compile(lower(guideline({ facts, recommendations: [recommend("if", criteria)] })));
  expect(rule.ways("imaging", known({ infection: one(0) })).map(inWords)).toEqual([
    "criteria met: 2 of pain score = 7..10, disability score = 7..10, anxiety score = 7..10",
    "criteria not met: 2 of pain score = 0..6|11.., disability score = 0..6|11.., anxiety score = 0..6|11..",
  ]);
});

describe("k of n", () => {
  test("2 of 5 with one present: 1 more of the other four, each by itself; or all of them absent", () => {
    const rule = ruleOn(signs(5), atLeast(2, ...signs(5).map(yes)));
    const ways = rule.ways("imaging", known({ "sign 3": one(1) })).map(inWords);
    expect(ways).toEqual([
      "criteria met: sign 1 = 1",
      "criteria met: sign 2 = 1",
      "criteria met: sign 4 = 1",
      "criteria met: sign 5 = 1",
      "criteria not met: sign 1 = 0 & sign 2 = 0 & sign 4 = 0 & sign 5 = 0",
    ]);
  });

  test("3 of 6 with one present stays `2 of these 5`, and 4 absent of these 5", () => {
    const rule = ruleOn(signs(6), atLeast(3, ...signs(6).map(yes)));
    expect(rule.ways("imaging", known({ "sign 6": one(1) })).map(inWords)).toEqual([
      "criteria met: 2 of sign 1 = 1, sign 2 = 1, sign 3 = 1, sign 4 = 1, sign 5 = 1",
      "criteria not met: 4 of sign 1 = 0, sign 2 = 0, sign 3 = 0, sign 4 = 0, sign 5 = 0",
    ]);
  });

  test("10 of 20 has 184,756 ways to be met, said as one", () => {
    const rule = ruleOn(signs(20), atLeast(10, ...signs(20).map(yes)));
    const [met, notMet, ...others] = rule.ways("imaging", known({}));
    expect(others).toEqual([]);
    expect(met?.steps).toMatchObject([{ kind: "some of", count: 10, of: { length: 20 } }]);
    expect(notMet?.steps).toMatchObject([{ kind: "some of", count: 11, of: { length: 20 } }]);
  });

  test("some of the tests may ask for absence", () => {
    const rule = ruleOn(signs(4), atLeast(2, yes("sign 1"), not(yes("sign 2")), yes("sign 3"), yes("sign 4")));
    expect(rule.ways("imaging", known({})).map(inWords)).toContain(
      "criteria met: 2 of sign 1 = 1, sign 2 = 0, sign 3 = 1, sign 4 = 1",
    );
  });

  test("exactly 1 of 3 takes one and rules out the others, in one way", () => {
    const rule = ruleOn(signs(3), exactly(1, ...signs(3).map(yes)));
    expect(rule.ways("imaging", known({})).map(inWords)).toContain(
      "criteria met: 2 of sign 1 = 0, sign 2 = 0, sign 3 = 0 & 1 of sign 1 = 1, sign 2 = 1, sign 3 = 1",
    );
  });

  test("beside a condition of its own", () => {
    const rule = ruleOn(["pain", ...signs(4)], all(yes("pain"), atLeast(2, ...signs(4).map(yes))));
    expect(rule.ways("imaging", known({})).map(inWords)).toEqual([
      "criteria not met: pain = 0",
      "criteria met: pain = 1 & 2 of sign 1 = 1, sign 2 = 1, sign 3 = 1, sign 4 = 1",
      "criteria not met: 3 of sign 1 = 0, sign 2 = 0, sign 3 = 0, sign 4 = 0",
    ]);
  });
});

test("what follows from two recommendations together is a way too", () => {
  const criteria = any(all(yes("a"), yes("b")), all(not(yes("a")), yes("c")));
  expect(ruleOn(["a", "b", "c"], criteria).ways("imaging", known({})).map(inWords)).toContain(
    "criteria met: b = 1 & c = 1",
  );
});

test("never more than ten, the outcomes taking turns", () => {
  const pairs = signs(12).map((name) => [name, `${name}, other side`] as const);
  const rule = ruleOn(pairs.flat(), any(...pairs.map(([left, right]) => all(yes(left), yes(right)))));
  const ways = rule.ways("imaging", known({}));
  expect(ways.map(({ towards, steps }) => `${towards} ${steps.length}`)).toEqual([
    ...Array.from({ length: 5 }, () => "criteria met 2"),
    ...Array.from({ length: 5 }, () => "criteria not met 12"),
  ]);
});
