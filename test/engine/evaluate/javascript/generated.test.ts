import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  type GeneratedGuideline,
  type GeneratedModule,
  javascript,
} from "../../../../engine/evaluate/javascript/index.ts";
import { interpret } from "../../../../engine/evaluate/index.ts";
import { type Formula, type GuidelineProgram, lower } from "../../../../engine/ir/index.ts";
import { between, one } from "../../../../engine/values/index.ts";
import {
  all,
  any,
  date,
  fact,
  guideline,
  known,
  not,
  oneOf,
  recommend,
  wholeNumber,
  within,
  yes,
  yesOrNo,
} from "../../writing.ts";

function compiled(program: GuidelineProgram): GeneratedGuideline {
  const { value } = javascript.compile(program);
  if (value === null) throw new Error("The guideline fits into the budget");
  return value;
}

const shoulder = lower(
  guideline({
    facts: [
      fact("pain", yesOrNo),
      fact("weeks", wholeNumber),
      fact("procedure", oneOf("none", "injection", "surgery")),
      fact("last study", date, { orNone: true }),
    ],
    recommendations: [recommend("if", all(yes("pain"), within("weeks", 6, 12)))],
    definitions: {
      "long pain": all(yes("pain"), within("weeks", 6, 200)),
      invasive: within("procedure", 1, 2),
      recent: within("last study", 16_000, 16_100),
    },
  }),
);
const program = compiled(shoulder);
const [met, notMet, open] = [1, 2, 3];

/** The answers to a case, and what it was refused for. */
function answersTo(values: Parameters<GeneratedGuideline["answerCase"]>[0]) {
  const answers = new Uint8Array(program.size).fill(77);
  const refused = program.answerCase(values, answers);
  return { refused, answers: [...answers] };
}

test("a byte for each criterion, then for the outcomes of each service, then one for what is assumed", () => {
  expect([program.criteria, program.services]).toEqual([["long pain", "invasive", "recent"], ["imaging"]]);
  const [criteriaMet, criteriaNotMet] = [8, 16];
  expect(answersTo({ pain: 1, weeks: 6, procedure: 0, "last study": 15_999 })).toEqual({
    refused: null,
    answers: [met, notMet, notMet, criteriaMet, 1],
  });
  expect(answersTo({ weeks: 12 }).answers).toEqual([open, open, open, criteriaMet + criteriaNotMet, 1]);
  expect(answersTo({ weeks: 5 }).answers).toEqual([notMet, open, open, criteriaNotMet, 1]);
});

test.each([
  ["several values still possible", { pain: 1, weeks: between(6, 80) }, met],
  ["several on both sides", { pain: 1, weeks: between(5, 80) }, open],
  ["not documented, said", { pain: 1, weeks: undefined }, open],
  ["far beyond every threshold", { pain: 1, weeks: 9e15 }, notMet],
] as const)("long pain, %s", (_, values, answer) => expect(answersTo(values).answers[0]).toBe(answer));

test("a fact that may be none", () => {
  const none = Number.MIN_SAFE_INTEGER;
  expect(answersTo({ "last study": none }).answers[2]).toBe(notMet);
  expect(answersTo({ "last study": 16_100 }).answers[2]).toBe(met);
  expect(answersTo({ "last study": [...one(none), ...between(16_000, 16_050)] }).answers[2]).toBe(open);
});

/** What comes from plain JavaScript need not be what its types say. */
const garbage: readonly (readonly [string, unknown])[] = [
  ["a value outside its domain", 2],
  ["below it", -1],
  ["no whole number", 0.5],
  ["NaN", Number.NaN],
  ["infinite", Number.POSITIVE_INFINITY],
  ["a boolean", true],
  ["a text", "1"],
  ["a text that names a property", "length"],
  ["null", null],
  ["no value left", []],
  ["crossed ranges", [{ low: 1, high: 0 }]],
  ["ranges of nothing", [null, {}, 3, { low: "0", high: Number.NaN }]],
  ["values of another fact", between(5, 9)],
  ["an object", { low: 0, high: 1 }],
];

test.each(garbage)("a case is refused for %s, and answers nothing", (_, value) => {
  const pain = value as number; // Outside data: what an engineer may hand in by mistake.
  expect(answersTo({ pain, weeks: 6 })).toEqual({ refused: "pain", answers: [0, 0, 0, 0, 0] });
});

test("a case that contradicts what is assumed answers nothing, and is not refused", () => {
  const span = { start: 0, end: 0 };
  const assumptions: readonly Formula[] = [{ kind: "criterion", definition: "long pain", text: "long pain", span }];
  const assumed = compiled({ ...shoulder, assumptions });
  const answers = new Uint8Array(assumed.size);
  expect(assumed.answerCase({ pain: 0 }, answers)).toBeNull();
  expect([...answers]).toEqual([0, 0, 0, 0, 0]);
  expect(assumed.answerCase({}, answers)).toBeNull();
  expect([answers[0], answers[4]]).toEqual([met, 1]);
});

test("answers that are too short to hold all are no answers", () => {
  expect(() => program.answerCase({ pain: 1 }, new Uint8Array(program.size - 1))).toThrow(RangeError);
});

test("formulas that are no criteria by themselves are asked about too", () => {
  const [service] = shoulder.services;
  expect(program.answer(service?.criteria ?? shoulder.scope, known({ pain: one(1), weeks: one(7) }))).toBe("met");
  expect(() => program.outcomes("surgery", known({}))).toThrow("surgery");
  const span = { start: 0, end: 0 };
  const elsewhere: Formula = { kind: "test", quantity: "fever", values: one(1), text: "fever", span };
  expect(() => program.answer(elsewhere, known({}))).toThrow("fever");
});

/** Names that would end a string, a comment, a line or a script, and names that every object has. */
const hostile = [
  '"); globalThis.broken = 1; ("',
  "\\",
  "*/ globalThis.broken = 1; /*",
  "\n globalThis.broken = 1;",
  "\u2028globalThis.broken = 1;\u2029",
  "</script><script>globalThis.broken = 1</script>",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the attack.
  "`${globalThis.broken = 1}`",
  "\ud800",
  "__proto__",
  "constructor",
  "toString",
  "values",
];

test.each(hostile)("a fact, a criterion, a service and a title named %j are only names", (name) => {
  const written = {
    facts: [fact(name, yesOrNo), fact("age", wholeNumber)],
    recommendations: [recommend("if", any(yes(name), within("age", 5, 9)))],
    definitions: Object.fromEntries([[name, not(yes(name))]]),
  };
  const lowered = lower(guideline(written));
  const services = lowered.services.map((each) => ({ ...each, service: name }));
  const named = compiled({ ...lowered, services, title: name });
  const answers = new Uint8Array(named.size);
  const asked = (values: Readonly<Record<string, number>>) => {
    expect(named.answerCase(values, answers)).toBeNull();
    return answers[0];
  };
  expect([asked({}), asked(Object.fromEntries([[name, 0]])), asked(Object.fromEntries([[name, 1]]))]).toEqual([
    open,
    met,
    notMet,
  ]);
  expect("broken" in globalThis).toBe(false);
  expect(named.text).not.toMatch(/<\/script|[\u2028\u2029]/i);
  expect(interpret(named.program).answer(name, known({}))).toBe(named.answer(name, known({})));
});

test("any names at all are only names", () => {
  const anyName = fc.string({ unit: "binary", minLength: 1 });
  fc.assert(
    fc.property(anyName, anyName, anyName, (title, asked, key) => {
      const written = {
        facts: [fact(asked, yesOrNo)],
        recommendations: [recommend("if", yes(asked))],
        definitions: Object.fromEntries([[key, not(yes(asked))]]),
      };
      const named = compiled({ ...lower(guideline(written)), title });
      const answers = new Uint8Array(named.size);
      expect(named.answerCase(Object.fromEntries([[asked, 1]]), answers)).toBeNull();
      expect(answers[0]).toBe(notMet);
      expect(named.text).not.toMatch(/<[/!]|[\u2028\u2029]/u);
    }),
    { numRuns: 100 },
  );
});

test("the text is a module that needs no other", async () => {
  const url = `data:text/javascript,${encodeURIComponent(program.text)}`;
  const loaded: unknown = await import(/* @vite-ignore */ url);
  expect(loaded).toMatchObject({
    criteria: ["long pain", "invasive", "recent"],
    services: ["imaging"],
    outcomes: ["not addressed", "excluded", "modified", "criteria met", "criteria not met"],
  });
  const module = loaded as GeneratedModule; // what every generated module exports
  const answers = new Uint8Array(program.size);
  expect(module.answer({ pain: 1, weeks: 6, procedure: 0 }, answers)).toBeNull();
  expect([...answers]).toEqual(answersTo({ pain: 1, weeks: 6, procedure: 0 }).answers);
  expect(program.text).not.toMatch(/\b(import|require)\b/);
});
