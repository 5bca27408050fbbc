import { describe, expect, test } from "vitest";
import { determine } from "../../../engine/determine/index.ts";
import { type GuidelineSet, readSet, type SetFile } from "../../../engine/set/index.ts";
import { changesInWords } from "../../../engine/words/index.ts";
import { testSet } from "../../../engine/testing/index.ts";

const manifest: SetFile = {
  path: "set.yaml",
  text: "schema: precept/set/1\nname: spine\ntitle: Spine\ndescription: A guideline and a local change of it.\n",
};

const base = `guideline "Neck"
  source "Neck book", pages 1-2
  adopted by MTUS
  applies when neck pain
fact neck pain: yes or no
fact strengthening program: treatment trial
fact radiating pain: yes or no
fact severe weakness: yes or no
define failed strengthening
  as strengthening program lasted at least 6 weeks AND strengthening program failed
service imaging
  MRI of the neck    CPT 72141
imaging if failed strengthening
imaging if radiating pain
example "Six weeks in the base"
  neck pain: yes
  strengthening program: failed after 6 weeks
  expect imaging: criteria met
`;

const local = `guideline "Neck, county clinics"
  source "County bulletin", page 4
  changes "Neck"
define failed strengthening
  as strengthening program lasted at least 4 weeks AND strengthening program failed
  changed because "county programs last four weeks"
fact severe weakness: yes or no
  needs objective evidence
  changed because "the county asks for an examination"
imaging if radiating pain
  taken away because "the county does not image for pain alone"
imaging if severe weakness
example "Four weeks here"
  neck pain: yes
  strengthening program: failed after 4 weeks
  expect imaging: criteria met
example "Pain alone here"
  neck pain: yes
  radiating pain: yes
  severe weakness: no, by objective finding
  strengthening program: failed after 1 week
  expect imaging: criteria not met
`;

/** The county takes away what nothing else rests on, and then what something does. */
const without = `guideline "Neck, county clinics"
  source "County bulletin", page 4
  changes "Neck"
define failed strengthening
  taken away because "the county has no such program"
imaging if failed strengthening
  taken away because "the county has no such program"
fact severe weakness: yes or no
  taken away because "it is not asked for here"
example "Pain is enough here"
  neck pain: yes
  radiating pain: yes
  expect imaging: criteria met
`;

const files = (texts: Readonly<Record<string, string>>): readonly SetFile[] => [
  manifest,
  ...Object.entries(texts).map(([path, text]) => ({ path, text })),
];

const oneCase = `schema: precept/case/1
case: One
dates: { request date: 2020-01-01, service date: 2020-01-01 }
facts:
  neck pain: yes
  strengthening program: { response: failed, lasted: 5 weeks }
requests:
  - service: MRI of the neck
`;

function determined(set: GuidelineSet) {
  const [own] = set.cases;
  return own === undefined ? undefined : determine(set, own.case).value.determinations[0];
}

describe("A guideline that changes another", () => {
  test("takes away what the other declares, and an error says what still needs it", () => {
    const { value, diagnostics } = readSet(files({ "a.guideline": base, "b.guideline": without }));
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const own = value.guidelines.find(({ path }) => path === "b.guideline")?.guideline;
    expect(own?.facts.map(({ name }) => name)).toEqual(["neck pain", "strengthening program", "radiating pain"]);
    expect(own?.definitions).toEqual([]);
    expect(own?.overlay?.changes.map(({ kind, what, name }) => `${kind} ${what} ${name}`)).toEqual([
      "taken away definition failed strengthening",
      "taken away recommendation imaging if",
      "taken away fact severe weakness",
    ]);
    expect(testSet(value).failed).toBe(0);
    const needed = without.replace(/imaging if failed strengthening\n.*\n/, "");
    const said = readSet(files({ "a.guideline": base, "b.guideline": needed })).diagnostics;
    expect(
      said.filter(({ severity }) => severity === "error").map(({ code, file, message }) => [code, file, message]),
    ).toEqual([
      ["E0526", "b.guideline", "With what is changed here `failed strengthening` of `Neck` cannot be read any more."],
    ]);
  });

  const set = readSet(files({ "z-local.guideline": local, "neck.guideline": base, "cases/one.yaml": oneCase }));

  test("follows it in what it does not say", () => {
    expect(set.diagnostics).toEqual([]);
    expect(testSet(set.value)).toMatchObject({ passed: 3, failed: 0 });
  });

  test("speaks before it, and the determination says what is changed", () => {
    const one = determined(set.value);
    expect(one).toMatchObject({ outcome: "criteria met", governing: { guideline: "Neck, county clinics" } });
    expect(one?.rationale.guidelineStates.map(({ text }) => text)).toMatchInlineSnapshot(`
      [
        "“Neck, county clinics” rests on “Neck” and changes it as follows.",
        "The definition “failed strengthening” is changed: “as strengthening program lasted at least 6 weeks AND strengthening program failed” becomes “as strengthening program lasted at least 4 weeks AND strengthening program failed”, because county programs last four weeks.",
        "The fact “severe weakness” is changed: “yes or no” becomes “yes or no, needs objective evidence”, because the county asks for an examination.",
        "The recommendation “imaging if radiating pain” is taken away, because the county does not image for pain alone.",
        "The recommendation “imaging if severe weakness” is added.",
        "According to County bulletin, page 4, a request for imaging is supported if any one of these criteria is met: (a) failed strengthening (strengthening program lasted at least 4 weeks and strengthening program failed); or (b) severe weakness.",
        "It applies to this request: there is evidence of neck pain.",
      ]
    `);
  });

  test("leaves to it what its own scope leaves out", () => {
    const narrow = local
      .replace('changes "Neck"', 'changes "Neck"\n  applies when severe weakness')
      .replace(/example[\s\S]*/, "");
    const { value, diagnostics } = readSet(
      files({
        "z-local.guideline": narrow,
        "neck.guideline": base,
        "cases/one.yaml": oneCase.replace(
          "neck pain: yes",
          "neck pain: yes\n  severe weakness: { value: no, evidence: { kind: objective finding } }",
        ),
      }),
    );
    expect(diagnostics).toEqual([]);
    expect(determined(value)?.governing?.guideline).toBe("Neck");
    expect(
      value.guidelines.flatMap(({ guideline }) => (guideline.overlay ? changesInWords(guideline.overlay) : [])).at(0),
    ).toBe("It applies only if neck pain, and besides only if severe weakness.");
  });

  test("replaces all that is recommended where it says so", () => {
    const instead = `guideline "Neck, strict"\n  source "B", page 1\n  changes "Neck"\nimaging if severe weakness\n  changed because "only weakness counts"\n`;
    const { value, diagnostics } = readSet(files({ "a.guideline": instead, "neck.guideline": base }));
    expect(diagnostics).toEqual([]);
    const [own] = value.guidelines;
    expect(own?.guideline.recommendations.map(({ criterion }) => criterion.text)).toEqual(["severe weakness"]);
  });

  test("is read again when its base changes", () => {
    const again = readSet(
      files({
        "z-local.guideline": local,
        "neck.guideline": base.replace(
          "imaging if radiating pain\n",
          "imaging if radiating pain AND severe weakness\n",
        ),
      }),
      set.value,
    );
    expect(again.diagnostics.map(({ code, file, message }) => `${code} ${file}: ${message}`)).toEqual([
      "E0374 z-local.guideline: `Neck` says no such thing, so nothing is changed.",
    ]);
  });
});

describe("What is wrong with a change", () => {
  test("is told where it stands", () => {
    const told = (text: string, of = base): readonly string[] =>
      readSet(files({ "local.guideline": text, "neck.guideline": of })).diagnostics.map(
        ({ code, file, message, hint }) => `${code} ${file}: ${message} ${hint ?? ""}`,
      );
    const head = `guideline "Local"\n  source "B", page 1\n  changes "Neck"\n`;
    expect({
      "no reason": told(`${head}fact radiating pain: yes or no\n  needs objective evidence\n`),
      "nothing to change": told(`${head}fact radiating pains of a leg: yes or no\n  changed because "it does"\n`),
      "nothing to take away": told(`${head}imaging if severe weakness\n  taken away because "it is not there"\n`),
      "what cannot be read any more": told(
        `${head}fact radiating pain: whole number\n  changed because "it is counted"\n`,
      ),
      "a circle": told(
        `${head}define failed strengthening\n  as worse\n  changed because "x"\ndefine worse\n  as failed strengthening\n`,
      ),
      "an unknown base": told(head.replace("Neck", "Nack")),
      "a base with an error": told(head, base.replace("at least 6 weeks", "at least 6 mmHg")),
    }).toMatchInlineSnapshot(`
      {
        "a base with an error": [
          "E0523 local.guideline: \`Neck\` has an error, so what it gives cannot be relied on. Put \`neck.guideline\` right first: \`mmHg\` does not measure what \`days\` measures.",
          "E0402 neck.guideline: \`mmHg\` does not measure what \`days\` measures. A length of time is given in days, weeks, months or years.",
        ],
        "a circle": [
          "E0312 local.guideline: \`failed strengthening\` is defined by itself, so it can never be answered. \`failed strengthening\` needs \`worse\`, which needs \`failed strengthening\`. Define it by facts instead.",
        ],
        "an unknown base": [
          "E0520 local.guideline: No other guideline of the set is called \`Nack\`. Did you mean \`Neck\`?",
        ],
        "no reason": [
          "E0526 local.guideline: \`radiating pain\` is declared by \`Neck\` already, and it is not said that it changes here. Write below it \`changed because "..."\`, or give it another name.",
        ],
        "nothing to change": [
          "E0374 local.guideline: \`Neck\` declares no \`radiating pains of a leg\`, so nothing is changed. Take this line away: what the other does not declare is simply added.",
        ],
        "nothing to take away": [
          "E0374 local.guideline: \`Neck\` says no such thing, so nothing is changed. It says \`imaging if failed strengthening\` and \`imaging if radiating pain\`.",
        ],
        "what cannot be read any more": [
          "E0526 local.guideline: With what is changed here \`radiating pain\` of \`Neck\` cannot be read any more. \`radiating pain\` stands here without saying what it must be.",
        ],
      }
    `);
  });
});
