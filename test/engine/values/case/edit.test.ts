import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type CaseEdit, decodeCase, editCase } from "../../../../engine/values/case/index.ts";
import type { CaseFact } from "../../../../engine/values/index.ts";
import { meaningOf } from "./meaning.ts";

const folder = new URL("../../../../guidelines/california-mtus/cases/", import.meta.url);
const real = readFileSync(new URL("cervical-imaging-as-decided.yaml", folder), "utf8");

const small = `# A case to edit.
schema: precept/case/1
case:   A small case   # its title
dates: { request date: 2014-05-14,   service date: 2014-05-14 }

facts:
  # what the legs look like
  dependent edema: yes   # seen by the nurse

  hematocrit:
    # the lab's figure
    value: 57 %
    evidence:
      kind: test result

  # the end of the facts
requests:
  - service: home oxygen   # at night
    expect: { outcome: information needed, source: nobody }
`;

function fact(name: string, change: Partial<CaseFact>): CaseEdit {
  return { kind: "fact", fact: { fact: name, statements: [], asked: false, remark: null, ...change } };
}

function said(text: string): CaseFact["statements"][number] {
  return { value: { kind: "text", text }, evidence: null };
}

/** The lines an edit takes away and the lines it brings. */
function changed(text: string, edit: CaseEdit): { readonly gone: readonly string[]; readonly come: readonly string[] } {
  const [before, after] = [text.split("\n"), editCase(text, edit).split("\n")];
  return {
    gone: before.filter((line) => !after.includes(line)),
    come: after.filter((line) => !before.includes(line)),
  };
}

describe("Editing a case", () => {
  test("a fact given anew changes its line and no other, and keeps the comment behind it", () => {
    expect(changed(small, fact("dependent edema", { statements: [said("no")] }))).toEqual({
      gone: ["  dependent edema: yes   # seen by the nurse"],
      come: ["  dependent edema: no   # seen by the nurse"],
    });
  });

  test("a list comes with its entries, is changed in place, and goes when it was never asked", () => {
    const entry = { fields: [{ field: "activity", value: { kind: "text", text: "rest" } }], evidence: null } as const;
    const listed: CaseEdit = { kind: "list", list: "oxygen test", entries: { complete: true, entries: [entry] } };
    const { gone, come } = changed(small, listed);
    expect([gone, come]).toEqual([
      [],
      ["  oxygen test:", "    complete: yes", "    entries:", "      - activity: rest"],
    ]);
    const text = editCase(small, listed);
    const none: CaseEdit = { kind: "list", list: "Oxygen tests", entries: { complete: true, entries: [] } };
    expect(changed(text, none).come).toEqual(["    entries: []"]);
    expect(editCase(text, { kind: "list", list: "oxygen test", entries: null })).toBe(small);
  });

  test("a fact is found under another spelling of its name, which stays as it is", () => {
    expect(changed(small, fact("Dependent Edemas", { statements: [said("no")] })).come).toEqual([
      "  dependent edema: no   # seen by the nurse",
    ]);
  });

  test("a fact with evidence is written in lines, its own comments kept above it", () => {
    const evidence = {
      kind: "opinion",
      document: null,
      date: null,
      author: null,
      page: null,
      quote: "too: high",
    } as const;
    const edit = fact("hematocrit", { statements: [{ value: { kind: "text", text: "58 %" }, evidence }] });
    expect(editCase(small, edit)).toContain(`
  # the lab's figure
  hematocrit:
    value: 58 %
    evidence:
      kind: opinion
      quote: "too: high"

  # the end of the facts
`);
  });

  test("a fact asked for in vain carries the reviewer's words", () => {
    expect(changed(small, fact("dependent edema", { asked: true, remark: "nobody says" })).come).toEqual([
      "  dependent edema:",
      "    not documented: nobody says   # seen by the nurse",
    ]);
  });

  test("a new fact comes after the others", () => {
    const edited = editCase(small, fact("PO2", { statements: [said("57 mmHg")] }));
    expect(edited).toContain("      kind: test result\n  PO2: 57 mmHg\n");
    expect(decodeCase({ name: "case.yaml", text: edited }).value?.facts.map((one) => one.fact)).toEqual([
      "dependent edema",
      "hematocrit",
      "PO2",
    ]);
  });

  test("a fact of which nothing is said any more is gone, and the comments around it stay", () => {
    expect(changed(small, fact("dependent edema", {}))).toEqual({
      gone: ["  dependent edema: yes   # seen by the nurse"],
      come: ["  # seen by the nurse"],
    });
  });

  test("what is expected changes, and nothing beside it", () => {
    const seen = { outcome: "criteria met", review: null, answers: {} } as const;
    expect(changed(small, { kind: "accepted", index: 0, expect: seen, because: "a sentence" })).toEqual({
      gone: ["    expect: { outcome: information needed, source: nobody }"],
      come: ["    expect:", "      outcome: criteria met", "      source: a sentence", "      filled in by: engine"],
    });
  });

  test("who names the source takes the mark away, and nothing else", () => {
    const seen = { outcome: "criteria met", review: null, answers: {} } as const;
    const accepted = editCase(small, { kind: "accepted", index: 0, expect: seen, because: "a sentence" });
    const sourced = editCase(accepted, { kind: "source", index: 0, source: "Dr. Example" });
    expect(sourced).toBe(accepted.replace("source: a sentence\n      filled in by: engine", "source: Dr. Example"));
    expect(editCase(small, { kind: "source", index: 7, source: "Dr. Example" })).toBe(small);
  });

  test("the title and the reviewer's decision change by themselves", () => {
    expect(changed(small, { kind: "title", title: "Oxygen: again" }).come).toEqual([
      'case: "Oxygen: again"   # its title',
    ]);
    const decided: CaseEdit = { kind: "decision", index: 0, decision: { review: "upheld", reason: null } };
    expect(changed(small, decided)).toEqual({ gone: [], come: ["    decision:", "      review: upheld"] });
    const text = editCase(small, decided);
    expect(editCase(text, { kind: "decision", index: 0, decision: null })).toBe(small);
  });

  test("an edit of what is not there and is taken away changes nothing", () => {
    expect(editCase(small, fact("PO2", {}))).toBe(small);
    expect(editCase(small, { kind: "decision", index: 7, decision: null })).toBe(small);
  });

  test("a text that is no YAML comes back as it is", () => {
    expect(editCase("facts: [", fact("PO2", { statements: [said("57 mmHg")] }))).toBe("facts: [");
  });

  test("a case without facts, or in JSON, takes a first one", () => {
    const bare = small.replace(/facts:[\s\S]*(?=requests:)/, "");
    const json = JSON.stringify({
      schema: "precept/case/1",
      case: "x",
      dates: { "request date": "2014-05-14", "service date": "2014-05-14" },
      facts: { hematocrit: "57 %" },
      requests: [{ service: "home oxygen" }],
    });
    for (const text of [bare, bare.replace("requests:", "facts: {}\nrequests:"), json]) {
      const { value, diagnostics } = decodeCase({
        name: "case.yaml",
        text: editCase(text, fact("PO2", { statements: [said("57 mmHg")] })),
      });
      expect(diagnostics).toEqual([]);
      expect(value?.facts.at(-1)).toMatchObject({
        fact: "PO2",
        statements: [{ value: { kind: "text", text: "57 mmHg" } }],
      });
    }
  });

  test("the first fact of an empty map is written in lines, and the last one taken back leaves the map empty", () => {
    const empty = small.replace(/facts:[\s\S]*(?=requests:)/, "facts: {}   # to come\n\n");
    const evidence = { kind: "opinion", document: null, date: null, author: null, page: null, quote: null } as const;
    const first = fact("PO2", { statements: [{ ...said("57 mmHg"), evidence }] });
    expect(changed(empty, first)).toEqual({
      gone: ["facts: {}   # to come"],
      come: ["facts:", "  PO2:", "    value: 57 mmHg", "    evidence:", "      kind: opinion   # to come"],
    });
    expect(editCase(editCase(empty, first), fact("PO2", {}))).toBe(empty);
  });

  test("CRLF line ends stay CRLF", () => {
    const edited = editCase(small.replaceAll("\n", "\r\n"), fact("hematocrit", { asked: true, remark: "nobody says" }));
    expect(edited.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });
});

describe("Editing what a service is asked for with", () => {
  const answered = small.replace(
    "  - service: home oxygen   # at night\n",
    `  - service: home oxygen   # at night
    asked for:
      use: sleep   # as the form says
      types of unit: 2
`,
  );
  const answer = (name: string, change: Partial<CaseFact>, request = 0): CaseEdit => ({
    kind: "fact",
    fact: { fact: name, statements: [], asked: false, remark: null, ...change },
    request,
  });

  test("the first answer is written into the request, not among the facts of the record", () => {
    expect(changed(small, answer("use", { statements: [said("sleep")] }))).toEqual({
      gone: [],
      come: ["    asked for:", "      use: sleep"],
    });
  });

  test("an answer given anew changes its line and no other, under the spelling it has", () => {
    expect(changed(answered, answer("Uses", { statements: [said("around the clock")] }))).toEqual({
      gone: ["      use: sleep   # as the form says"],
      come: ["      use: around the clock   # as the form says"],
    });
  });

  test("another answer comes after the others, and one taken back goes", () => {
    expect(changed(answered, answer("flow", { statements: [said("2 L/min")] })).come).toEqual(["      flow: 2 L/min"]);
    expect(changed(answered, answer("types of unit", {}))).toEqual({ gone: ["      types of unit: 2"], come: [] });
  });

  test("the last answer taken back takes `asked for` away with it", () => {
    const first = editCase(small, answer("use", { statements: [said("sleep")] }));
    expect(editCase(first, answer("use", {}))).toBe(small);
  });

  test("a fact of the record with the same name is another one", () => {
    const edited = editCase(answered, fact("use", { statements: [said("sleep")] }));
    expect(edited).toContain("use: sleep   # as the form says");
    expect(decodeCase({ name: "case.yaml", text: edited }).value?.facts.at(-1)?.fact).toBe("use");
  });

  test("a request that is not there takes no answer", () => {
    expect(editCase(answered, answer("use", { statements: [said("sleep")] }, 3))).toBe(answered);
  });
});

function comments(text: string): readonly string[] {
  return text.match(/# .*/g) ?? [];
}

describe("Editing the real case", () => {
  const facts = decodeCase({ name: "case.yaml", text: real }).value?.facts ?? [];

  test.each(facts.map((one) => [one.fact, one] as const))(
    "writing %s as it is means the same and leaves the rest",
    (_, one) => {
      const edited = editCase(real, { kind: "fact", fact: one });
      expect(meaningOf(edited)).toEqual(meaningOf(real));
      expect(comments(edited)).toEqual(comments(real));
    },
  );

  test("every fact removed one after the other leaves a case that can be read", () => {
    const bare = facts.reduce((text, one) => editCase(text, fact(one.fact, {})), real);
    const { value, diagnostics } = decodeCase({ name: "case.yaml", text: bare });
    expect(diagnostics).toEqual([]);
    expect(value?.facts).toEqual([]);
    expect(value?.requests).toHaveLength(2);
  });
});
