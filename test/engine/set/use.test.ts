import { describe, expect, test } from "vitest";
import { render } from "../../../dsl/index.ts";
import { determine } from "../../../engine/determine/index.ts";
import { readSet, type SetFile } from "../../../engine/set/index.ts";
import { testSet } from "../../../engine/testing/index.ts";

const manifest: SetFile = {
  path: "set.yaml",
  text: "schema: precept/set/1\nname: spine\ntitle: Spine\ndescription: Guidelines that share definitions.\n",
};

const shared = `guideline "Words of the spine"
  source "A glossary", section 2
fact strengthening program: treatment trial
fact radiating pain: yes or no
fact days of rest: whole number
define failed strengthening
  "failure of a strengthening program"
  as strengthening program lasted at least 6 weeks AND strengthening program failed
  cite page 12
`;

const neck = `guideline "Neck"
  source "Neck book", pages 1-2
  use "Words of the spine"
service imaging
  MRI of the neck    CPT 72141
imaging if failed strengthening AND radiating pain
example "Failed after six weeks"
  strengthening program: failed after 6 weeks
  radiating pain: yes
  expect imaging: criteria met
  expect failed strengthening: met
`;

const oneCase = `schema: precept/case/1
case: One
dates: { request date: 2020-01-01, service date: 2020-01-01 }
requests:
  - service: MRI of the neck
`;

const set = (files: Readonly<Record<string, string>>): readonly SetFile[] => [
  manifest,
  ...Object.entries(files).map(([path, text]) => ({ path, text })),
];

/** What is said of the files, each with the line it stands on. */
function told(files: Readonly<Record<string, string>>): readonly string[] {
  return readSet(set(files)).diagnostics.map((diagnostic) =>
    render(diagnostic, files[diagnostic.file] ?? "")
      .split("\n")
      .filter((_, line) => line < 2 || line > 3)
      .join("\n"),
  );
}

describe("use", () => {
  test("takes facts and definitions from another guideline of the set", () => {
    const { value, diagnostics } = readSet(set({ "neck.guideline": neck, "words.guideline": shared }));
    expect(diagnostics).toEqual([]);
    expect(testSet(value)).toMatchObject({ passed: 1, failed: 0 });
  });

  test("takes no more than is named, and what that rests on", () => {
    const some = neck.replace('use "Words', 'use failed strengthening, radiating pain from "Words');
    const { value, diagnostics } = readSet(set({ "neck.guideline": some, "words.guideline": shared }));
    expect(diagnostics).toEqual([]);
    const [own] = value.guidelines;
    expect(own?.guideline.facts.map(({ name }) => name)).toEqual(["strengthening program", "radiating pain"]);
  });

  test("goes on from guideline to guideline", () => {
    const between =
      'guideline "Between"\n  use "Words of the spine"\ndefine severe\n  as radiating pain AND failed strengthening\n';
    const far = neck.replace('use "Words of the spine"', 'use "Between"').replace("AND radiating pain", "AND severe");
    const { value, diagnostics } = readSet(
      set({ "between.guideline": between, "neck.guideline": far, "words.guideline": shared }),
    );
    expect(diagnostics).toEqual([]);
    expect(testSet(value)).toMatchObject({ passed: 1, failed: 0 });
  });

  test("an edit to a shared file reads again only what uses it", () => {
    const alone = neck
      .replace(
        '  use "Words of the spine"\n',
        "  applies when radiating pain\nfact radiating pain: yes or no\nfact failed strengthening: yes or no\n",
      )
      .replace('"Neck"', '"Alone"')
      .replace(/example[\s\S]*/, "");
    const files = { "alone.guideline": alone, "neck.guideline": neck, "words.guideline": shared };
    const first = readSet(set(files)).value;
    const again = readSet(set({ ...files, "words.guideline": shared.replace("6 weeks", "8 weeks") }), first).value;
    expect(again.readings.get("alone.guideline")).toBe(first.readings.get("alone.guideline"));
    expect(again.readings.get("neck.guideline")).not.toBe(first.readings.get("neck.guideline"));
    expect(testSet(again)).toMatchObject({ passed: 0, failed: 1 });
  });

  test("findings say in which file a criterion stands", () => {
    const { value } = readSet(set({ "neck.guideline": neck, "words.guideline": shared, "cases/one.yaml": oneCase }));
    const [own] = value.cases;
    const [determined] = own === undefined ? [] : determine(value, own.case).value.determinations;
    expect(JSON.stringify(determined?.findings)).toContain("“Words of the spine”, page 12");
    expect(JSON.stringify(determined?.rationale)).toContain("guideline:words.guideline:");
    expect(JSON.stringify(determined?.findings)).toContain('"file":"words.guideline"');
  });
});

describe("what is wrong between files", () => {
  test("is told where it stands", () => {
    const cases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      "a title that nobody has": { "neck.guideline": neck.replace("Words of", "Words off"), "words.guideline": shared },
      "a title in a set of one": { "neck.guideline": neck },
      "no title": { "neck.guideline": neck.replace('"Words of the spine"', 'pain "Words of the spine"') },
      "a name that nobody has": {
        "neck.guideline": neck.replace('use "', 'use failed strengthenings, radiating pains, days of tests from "'),
        "words.guideline": shared,
      },
      "a circle": {
        "neck.guideline": neck,
        "words.guideline": shared.replace("section 2", 'section 2\n  use "Neck"'),
      },
      "a guideline with an error": {
        "neck.guideline": neck,
        "words.guideline": shared.replace("at least 6 weeks", "at least 6 mmHg"),
      },
      "a name of its own": {
        "neck.guideline": `${neck}fact radiating pain: yes or no\n`,
        "words.guideline": shared,
      },
      "a name from two": {
        "neck.guideline": neck.replace("service", "service").replace("  use", '  use "More words"\n  use'),
        "words.guideline": shared,
        "more.guideline": 'guideline "More words"\nfact radiating pain: yes or no\n',
      },
      "a name that something rests on": {
        "neck.guideline": `${neck.replace('use "', 'use failed strengthening from "').replace(/example[\s\S]*/, "")}fact radiating pain: yes or no\nfact strengthening program: yes or no\n`,
        "words.guideline": shared,
      },
    };
    const all = Object.entries(cases).map(([title, files]) => `## ${title}\n${told(files).join("\n")}\n`);
    expect(all.join("\n")).toMatchInlineSnapshot(`
      "## a title that nobody has
      error E0520: No other guideline of the set is called \`Words off the spine\`.
        neck.guideline:3:7
        Did you mean \`Words of the spine\`?
        - Write "Words of the spine"

      ## a title in a set of one
      error E0520: No other guideline of the set is called \`Words of the spine\`.
        neck.guideline:3:7
        It stands alone here.

      ## no title
      error E0370: This \`use\` does not say which guideline it means.
        neck.guideline:3:3
        Write \`use "Title of the guideline"\`, or \`use one name, another name from "Title of the guideline"\`.

      ## a name that nobody has
      error E0521: \`Words of the spine\` declares nothing called \`days of tests\`.
        neck.guideline:3:47
        Did you mean \`days of rest\`?
        - Write days of rest

      ## a circle
      error E0522: \`Words of the spine\` rests on this guideline itself, so neither can be read first.
        neck.guideline:3:7
        \`Words of the spine\` rests on \`Neck\`. Put what both need into a third guideline.
      error E0522: \`Neck\` rests on this guideline itself, so neither can be read first.
        words.guideline:3:7
        \`Neck\` rests on \`Words of the spine\`. Put what both need into a third guideline.

      ## a guideline with an error
      error E0523: \`Words of the spine\` has an error, so what it gives cannot be relied on.
        neck.guideline:3:7
        Put \`words.guideline\` right first: \`mmHg\` does not measure what \`days\` measures.
      error E0402: \`mmHg\` does not measure what \`days\` measures.
        words.guideline:8:44
        A length of time is given in days, weeks, months or years.

      ## a name of its own
      error E0301: A fact of \`Words of the spine\` is called \`radiating pain\` already.
        neck.guideline:12:6
        Give one of them another name. Capitals and a plural \`s\` make no difference between names.

      ## a name from two
      error E0524: \`Words of the spine\` and \`More words\` both declare \`radiating pain\`.
        neck.guideline:4:7
        Take only what is needed: \`use one name, another name from "Words of the spine"\`, or let one of them use the other's.

      ## a name that something rests on
      error E0524: What is taken here rests on \`strengthening program\` of \`Words of the spine\`, and something else is called so in this file.
        neck.guideline:3:33
        Give \`strengthening program\` of this file another name, or use that of \`Words of the spine\` instead.
      error E0524: What is taken here rests on \`radiating pain\` of \`Words of the spine\`, and something else is called so in this file.
        neck.guideline:3:33
        Give \`radiating pain\` of this file another name, or use that of \`Words of the spine\` instead.
      "
    `);
  });
});
