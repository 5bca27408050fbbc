import { describe, expect, test } from "vitest";
import { candidateOf } from "../../../engine/release/index.ts";
import { released } from "./candidate.ts";
import { kneeSources as base } from "./kneeSources.ts";

type Edit = readonly [path: string, from: string, to: string];

function edited(edits: readonly Edit[]) {
  const texts = new Map(Object.entries(base));
  for (const [path, from, to] of edits) {
    const text = texts.get(path) ?? "";
    if (!text.includes(from)) throw new Error(`${path} does not say: ${from}`);
    texts.set(path, text.replaceAll(from, to));
  }
  return [...texts].map(([path, text]) => ({ path, text }));
}

async function bumpOf(files: ReturnType<typeof edited>): Promise<string> {
  const first = await released(candidateOf(edited([])), []);
  return (await released(candidateOf(files), [first.manifest])).manifest.bump;
}

const added = (path: string, text: string): Edit => [path, base[path] ?? "", `${base[path]}\n${text}`];

describe("an edit of the set is", () => {
  const rows: readonly (readonly [bump: string, what: string, ...edits: Edit[]])[] = [
    [
      "patch",
      "the wording of a fact that others use",
      ["words.guideline", '"a locked knee"', '"a knee that is locked"'],
    ],
    ["patch", "a citation of a definition that others use", ["words.guideline", "cite page 2", "cite page 3"]],
    ["patch", "the reason of a change", ["local.guideline", "Said again.", "As before."]],
    ["patch", "the title of an order of authority", ["order.guideline", "Order of sources", "Sources"]],
    ["patch", "the wording of a rank", ["order.guideline", "1. First\n", '1. First\n    "The first"\n']],
    [
      "patch",
      "the name of a definition that others use",
      ["words.guideline", "severe", "grave"],
      ["knee.guideline", "severe", "grave"],
      ["knee2015.guideline", "severe", "grave"],
    ],
    ["patch", "the order of a code list", ["words.guideline", "M25.561, M25.562", "M25.562, M25.561"]],
    [
      "patch",
      "rows of a score in another order",
      ["knee.guideline", "  - 1 if swelling\n  - 2 if fever", "  - 2 if fever\n  - 1 if swelling"],
    ],
    [
      "patch",
      "names taken one by one",
      ["knee.guideline", 'use "Words"', 'use strength, knee pain, locked knee, region, severe from "Words"'],
    ],
    [
      "patch",
      "a subset of a list said where it is asked for",
      ["knee.guideline", "if any helpful injection", "if any injection where it is successful"],
    ],
    ["patch", "the title of a guideline", ["hip.guideline", 'guideline "Hip"', 'guideline "The hip"']],
    ["minor", "a fact more", added("words.guideline", "fact limping: yes or no\n")],
    [
      "minor",
      "a service more",
      added("hip.guideline", "service brace\n  hip brace    HCPCS L1600\n\nbrace if region is hip\n"),
    ],
    [
      "minor",
      "one more thing to ask for",
      ["hip.guideline", "CPT 73722\n", "CPT 73722\n  CT of the hip    CPT 73700\n"],
    ],
    ["major", "a definition that others use", ["words.guideline", "as locked knee", "as NOT locked knee"]],
    ["major", "a code less in a list that others use", ["words.guideline", "M25.561, M25.562", "M25.561"]],
    ["major", "a grade more", ["words.guideline", "none, some, full", "none, little, some, full"]],
    ["major", "the evidence that a fact needs", ["words.guideline", "cite page 1", "needs objective evidence"]],
    ["major", "a fact less", ["knee.guideline", "fact steps: whole number\n", ""]],
    [
      "major",
      "the order of ranks",
      ["order.guideline", "1. First\n  2. Second, Third", "1. Second, Third\n  2. First"],
    ],
    ["major", "the order within a rank", ["order.guideline", "Second, Third", "Third, Second"]],
    ["major", "the condition of a rank", ["order.guideline", "when silent", "when silent or rebutted"]],
    ["major", "the order of evidence", ["order.guideline", "level 2, level 3", "level 3, level 2"]],
    ["major", "a level of evidence more", ["order.guideline", "level 3", "level 3, level 4"]],
    ["major", "who adopted a guideline", ["hip.guideline", "by Third", "by First"]],
    ["major", "the first day of the second version of a title", ["knee2015.guideline", "2015-01-01", "2015-02-01"]],
    ["major", "what the second version recommends", ["knee2015.guideline", "if severe", "if NOT severe"]],
    ["major", "what a change changes", ["local.guideline", "swelling AND fever", "swelling OR fever"]],
    [
      "major",
      "the evidence a guideline rests on",
      ["hip.guideline", "by Third", "by Third\n  rests on level 2 for treatment"],
    ],
    ["major", "a limit", ["knee.guideline", "views at most 2", "views at most 3"]],
    ["major", "a row of a table", ["knee.guideline", "Risk at least 3", "Risk at least 2"]],
    [
      "major",
      "a hit policy",
      [
        "knee.guideline",
        "- high if Risk at least 3\n  - low otherwise",
        "- low if Risk at least 2\n  - high if Risk at least 3\n  - low otherwise",
      ],
    ],
    [
      "major",
      "the points of a score",
      ["knee.guideline", "- 2 if fever", "- 3 if fever"],
      ["knee.guideline", "- 1 if swelling", "- 3 if swelling"],
    ],
    [
      "major",
      "how a number is calculated",
      ["knee.guideline", "as weight divided by", "as earlier weight divided by"],
      ["local.guideline", "as weight divided by", "as earlier weight divided by"],
    ],
    [
      "major",
      "the precision of a calculated number",
      ["knee.guideline", "kg/m2, to 0.1", "kg/m2, to 0.01"],
      ["local.guideline", "kg/m2, to 0.1", "kg/m2, to 0.01"],
    ],
    [
      "major",
      "the precision of a fact",
      ["knee.guideline", "fact weight: number in kg, to 0.1", "fact weight: number in kg, to 0.01"],
    ],
    ["major", "what is compared", ["knee.guideline", "weight at least earlier weight", "weight above earlier weight"]],
    ["major", "how entries are counted", ["knee.guideline", "once per date and level", "once per date"]],
    ["major", "the stretch of a rolling count", ["knee.guideline", "in any 12 months", "in any 11 months"]],
    ["major", "whether this one counts", ["knee.guideline", "counting this one", "not counting this one"]],
    [
      "major",
      "which entries a subset holds",
      ["knee.guideline", "injection where it is successful", "injection where NOT it is successful"],
    ],
    ["major", "an assumption", ["knee.guideline", "always locked knee OR NOT fever", "always locked knee OR fever"]],
    ["major", "the scope", ["hip.guideline", "applies when region is hip", "applies when region is knee"]],
  ];
  for (const [bump, what, ...edits] of rows)
    test(`${bump}: ${what}`, async () => {
      expect(await bumpOf(edited(edits))).toBe(bump);
    });

  test("patch: another name of a file, where no two guidelines answer one request in turn", async () => {
    const files = edited([]).map(({ path, text }) => ({ path: path === "hip.guideline" ? "a.guideline" : path, text }));
    expect(await bumpOf(files)).toBe("patch");
  });

  test("minor: a guideline that comes after every other, and major: one that comes before", async () => {
    const elbow = (source: string) => ({
      path: "elbow.guideline",
      text: `guideline "Elbow"\n  adopted by ${source}\n\nfact sprain: yes or no\n\nservice hip imaging\n  MRI of the hip    CPT 73722\n\nhip imaging if sprain\n`,
    });
    expect(await bumpOf([...edited([]), { ...elbow("Third"), path: "later.guideline" }])).toBe("minor");
    expect(await bumpOf([...edited([]), elbow("Second")])).toBe("major");
  });
});
