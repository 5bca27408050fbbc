import { describe, expect, test } from "vitest";
import { candidateOf, type Objection } from "../../../engine/release/index.ts";
import { guideline, lockedKnee, manifest } from "../../cli/knees.ts";
import { publishing, released } from "./candidate.ts";

/** The files of the set of knees, one of them changed. */
function files(changes: Readonly<Record<string, string>> = {}) {
  const texts = { "set.yaml": manifest, "knee.guideline": guideline, "cases/locked.yaml": lockedKnee, ...changes };
  return Object.entries(texts).map(([path, text]) => ({ path, text }));
}

const withGuideline = (from: string, to: string) => {
  if (!guideline.includes(from)) throw new Error(`the guideline of knees does not say: ${from}`);
  return files({ "knee.guideline": guideline.replace(from, to) });
};

async function nextVersion(changed: ReturnType<typeof files>): Promise<string> {
  const first = await released(candidateOf(files()), []);
  return (await released(candidateOf(changed), [first.manifest])).manifest.version;
}

describe("a patch, because it decides the same", () => {
  test.each([
    ["a comment", withGuideline("# The handbook asks", "# The new handbook asks")],
    ["the wording", withGuideline("exercises that did not help", "exercises without effect")],
    ["a citation", withGuideline("cite page 2", "cite page 3")],
    ["the title", withGuideline('"Knees"', '"The Knee"')],
    ["the source", withGuideline("pages 1-2", "pages 1-3")],
    ["spaces", withGuideline("as exercises lasted", "as   exercises   lasted")],
    [
      "the order of what is joined by OR",
      withGuideline("locked knee OR failed exercises", "failed exercises OR locked knee"),
    ],
    [
      "an outline instead of a line",
      withGuideline("if locked knee OR failed exercises", "if any of\n  - locked knee\n  - failed exercises"),
    ],
    [
      "the same in two lines",
      withGuideline("if locked knee OR failed exercises", "if locked knee\n\nimaging if failed exercises"),
    ],
    [
      "the name of a definition",
      files({ "knee.guideline": guideline.replaceAll("failed exercises", "exercises in vain") }),
    ],
    [
      "a term without effect",
      withGuideline("if locked knee OR", "if locked knee OR (locked knee AND failed exercises) OR"),
    ],
    ["an example", withGuideline("failed after 6 weeks", "failed after 7 weeks")],
    ["a case", files({ "cases/locked.yaml": lockedKnee.replace("does not move", "does not move at all") })],
    ["a remark in the set", files({ "README.md": "# Knees\n" })],
  ])("%s changed", async (_, changed) => {
    expect(await nextVersion(changed)).toBe("1.0.1");
  });
});

/** Both criteria are asked for; the case and the example document both. */
const stricter = files({
  "knee.guideline": guideline
    .replace("locked knee OR", "locked knee AND")
    .replace("  exercises: failed", "  locked knee: yes\n  exercises: failed"),
  "cases/locked.yaml": lockedKnee.replace("facts:\n", "facts:\n  exercises: failed after 6 weeks\n"),
});

describe("major, because it decides otherwise somewhere", () => {
  test.each([
    ["a threshold", withGuideline("at least 6 weeks AND", "at least 5 weeks AND")],
    ["the unit of a threshold", withGuideline("at least 6 weeks AND", "at least 40 days AND")],
    ["OR to AND", stricter],
    [
      "what evidence is needed",
      withGuideline('locked"', 'locked"\n  needs evidence within 3 months before request date'),
    ],
    ["the day it takes effect", withGuideline("from 2010-01-01", "from 2010-01-02")],
    ["the day it ends", withGuideline("to 2020-12-31", "to 2020-12-30")],
    ["the scope", withGuideline("2020-12-31", "2020-12-31\n  applies when locked knee OR exercises failed")],
    ["the code of a service", withGuideline("73721", "73722")],
  ])("%s changed", async (_, changed) => {
    expect(await nextVersion(changed)).toBe("2.0.0");
  });
});

describe("minor, because it only adds", () => {
  test.each([
    ["a fact", withGuideline("fact exercises", "fact age: age at service date\n\nfact exercises")],
    ["one more thing to ask for", withGuideline("CPT 73721", "CPT 73721\n  CT of the knee    CPT 73700")],
  ])("%s", async (_, changed) => {
    expect(await nextVersion(changed)).toBe("1.1.0");
  });
});

async function objections(changed: ReturnType<typeof files>): Promise<readonly Objection[]> {
  const made = await publishing(candidateOf(changed), []);
  return made.kind === "refused" ? made.objections : [];
}

describe("refused", () => {
  test("with each case that does not come out as it expects", async () => {
    const wrong = files({ "cases/locked.yaml": lockedKnee.replace("review: overturned", "review: upheld") });
    expect(await objections(wrong)).toEqual([
      {
        kind: "failing case",
        case: "A locked knee",
        path: "cases/locked.yaml",
        expected: "criteria met, upheld, locked knee met",
        actual: "criteria met, overturned, locked knee met",
      },
    ]);
  });

  test("with a case that expects nothing", async () => {
    const silent = files({ "cases/locked.yaml": lockedKnee.replace(/ {4}expect: .*\n/, "") });
    expect(await objections(silent)).toEqual([
      { kind: "no expectation", case: "A locked knee", path: "cases/locked.yaml" },
    ]);
  });

  test.each([
    ["a guideline", files({ "knee.guideline": guideline.replace("if locked knee", "if lokced knee") })],
    ["a case", files({ "cases/locked.yaml": lockedKnee.replace("facts:", "fcats:") })],
    ["the manifest", files({ "set.yaml": "name: knees\n" })],
  ])("with an error in %s", async (_, changed) => {
    const found = await objections(changed);
    expect(found.map(({ kind }) => kind)).toContain("diagnostic");
  });

  test("when nothing tests it", async () => {
    const untested = [
      { path: "set.yaml", text: manifest },
      { path: "knee.guideline", text: guideline.replace(/example[^]*$/, "") },
    ];
    expect(await objections(untested)).toEqual([
      { kind: "set", detail: "Nothing tests this set: it has neither a case nor an example." },
    ]);
  });
});
