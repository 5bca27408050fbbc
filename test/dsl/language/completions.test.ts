import { describe, expect, it } from "vitest";
import { applyEdits, completions } from "../../../dsl/index.ts";
import { marked, neck } from "./marked.ts";

function labels(lines: string, before = neck): readonly string[] {
  const { analysis, offset } = marked(`${before}\n${lines}`);
  return completions(analysis, offset).map(({ label }) => label);
}

/** The line of the cursor after taking the completion so labelled. */
function taking(label: string, lines: string): string {
  const { analysis, offset, text } = marked(`${neck}\n${lines}`);
  const chosen = completions(analysis, offset).find((each) => each.label === label);
  const after = chosen ? applyEdits(text, [{ span: chosen.replace, text: chosen.insert }]) : text;
  return after.slice(neck.length + 1);
}

const recommendations = [
  "imaging if",
  "imaging only if",
  "imaging red flag if",
  "imaging limited to",
  "imaging excluded if",
  "imaging is covered",
  "imaging is covered if",
  "imaging is not covered",
  "imaging is not covered if",
  "imaging otherwise not addressed",
];

describe("at the margin", () => {
  it("offers declarations and the services declared", () => {
    expect(labels("‸")).toEqual([
      "fact",
      "define",
      "service",
      "example",
      "codes",
      "scale",
      "score",
      "table",
      "schedule",
      "always",
      "never",
      "accept",
      "authority",
      ...recommendations,
    ]);
  });

  it("offers them in an empty file", () => expect(labels("‸", "")).toContain("guideline"));

  it.each([
    ["ima‸", recommendations],
    ["imaging ‸", recommendations],
    ["imaging ex‸", ["imaging excluded if"]],
    ["defi‸", ["define"]],
  ])("%s", (lines, expected) => expect(labels(lines)).toEqual(expected));

  it("takes the place of what is typed", () => expect(taking("imaging if", "imaging i‸")).toBe("imaging if "));

  it("offers snippets with places to fill in", () => {
    const { analysis, offset } = marked(`${neck}\nfac‸`);
    expect(completions(analysis, offset)[0]).toMatchObject({ snippet: true, insert: "fact ${1:name}: ${2:yes or no}" });
  });
});

describe("at the start of an indented line", () => {
  it.each([
    [
      "fact",
      "fact x: yes or no\n  ‸",
      ['"wording"', "needs", "reviewer attests", "cite", "note", "such as", "read as"],
    ],
    [
      "define",
      "define x\n  ‸",
      ['"wording"', "waived if", "but not if", "when", "as", "effective", "cite", "note", "such as", "read as"],
    ],
    ["guideline", 'guideline "x"\n  a‸', ["adopted by", "applies when", "such as", "read as"]],
    ["service", "service x\n  as‸", ["asked for", "such as", "read as"]],
    [
      "table",
      "table x: whole number\n  app‸",
      ["first that applies", "only one applies", "highest that applies", "lowest that applies"],
    ],
    ["a row of a score", "score x\n  - 1.5 if is unc‸", ["is unclear"]],
  ])("below %s", (_, lines, expected) => expect(labels(lines)).toEqual(expected));

  it("says in a line what each is for", () => {
    const { analysis, offset } = marked(`${neck}\nfact x: yes or no\n  need‸`);
    expect(completions(analysis, offset)[0]?.detail).toBe(
      "What evidence must be before the fact counts as documented.",
    );
  });

  it("goes on with a criterion", () => {
    expect(labels("imaging if is unclear\n  O‸")).toEqual(["OR"]);
    expect(labels("imaging if is unclear OR\n  fail‸")).toEqual(["failed program"]);
  });

  it("offers a bullet below `any of`", () => expect(labels("imaging if any of\n  ‸")[0]).toBe("-"));
});

describe("in a criterion", () => {
  it("offers facts with their types, and definitions", () => {
    const { analysis, offset } = marked(`${neck}\nimaging if ‸`);
    const found = new Map(completions(analysis, offset).map(({ label, detail }) => [label, detail]));
    expect(found.get("program")).toBe("treatment trial");
    expect(found.get("pressure at rest")).toBe("number in mmHg, to 0.1");
    expect(found.get("failed program")).toBe("definition");
    expect([...found.keys()]).toEqual(expect.arrayContaining(["NOT", "any of", "at least 2 of"]));
  });

  it.each([
    ["a name half typed, its words begun", "imaging if ti in‸", ["tissue insult or any dysfunction"]],
    ["a name that begins with `is`", "imaging if is u‸", ["is unclear"]],
    ["a name in a bullet", "imaging if any of\n  - fai‸", ["failed program"]],
    ["a name in brackets", "imaging if is unclear AND (fai‸", ["failed program"]],
    ["a name after `as`", "define x\n  as fai‸", ["failed program"]],
    ["a longer name after a space", "imaging if pressure at r‸", ["pressure at rest"]],
    ["a choice's values", "imaging if body region is c‸", ["cervical spine"]],
    ["several values", "imaging if body region is one of cervical spine, l‸", ["lumbar spine"]],
    ["grades", "imaging if deltoid at most ‸", ["0", "1", "2", "3", "4", "5"]],
    ["responses", "imaging if program su‸", ["succeeded", "partially succeeded"]],
    ["anchors", "imaging if onset within 6 months bef‸", ["before request date", "before service date"]],
  ])("%s", (_, lines, expected) => expect(labels(lines)).toEqual(expected));

  it("offers operators after the name of an amount", () => {
    const found = labels("imaging if pressure ‸");
    expect(found).toEqual(expect.arrayContaining(["at least", "more than", "at most", "less than", "from"]));
    expect(found).toContain("pressure at rest");
    expect(found).not.toContain("AND");
  });

  it("offers another spelling once it is begun", () => {
    expect(labels("imaging if pressure at or ‸")).toEqual(expect.arrayContaining(["at or above", "at or below"]));
  });

  it("offers the fact's unit, then a second bound", () => {
    expect(labels("imaging if pressure at least 50 ‸")).toEqual(["mmHg", "and less than", "and at most"]);
    expect(labels("imaging if program lasted at least 6 w‸")).toEqual(["weeks"]);
    expect(labels("imaging if pressure from 50 ‸")).toEqual(["mmHg", "to"]);
  });

  it("offers connectives after a whole phrase, and only the one already used", () => {
    expect(labels("imaging if is unclear ‸").slice(0, 2)).toEqual(["AND", "OR"]);
    expect(labels("imaging if is unclear OR failed program ‸")).toEqual(["OR"]);
    expect(labels("imaging if is unclear OR (failed program ‸")).toEqual(["AND", "OR"]);
    expect(labels("imaging if program lasted at least 6 weeks ‸").slice(0, 2)).toEqual(["AND", "OR"]);
  });

  it("offers what the record may say of a yes or no", () => {
    expect(labels("imaging if is unclear is d‸")).toEqual(["is documented as present", "is documented as absent"]);
  });

  it("takes the place of the words it completes only", () => {
    expect(taking("tissue insult or any dysfunction", "imaging if is unclear OR tissue ins‸")).toBe(
      "imaging if is unclear OR tissue insult or any dysfunction",
    );
    expect(taking("at least", "imaging if pressure at le‸")).toBe("imaging if pressure at least ");
    expect(taking("lumbar spine", "imaging if body region is one of cervical spine, lu‸")).toBe(
      "imaging if body region is one of cervical spine, lumbar spine",
    );
  });

  it("knows no tests of an undeclared name", () => expect(labels("imaging if nothing known ‸")).toEqual([]));
});

describe("in a declaration", () => {
  it.each([
    ["types and scales", "fact x: m‸", ["muscle strength"]],
    ["types", "fact x: yes‸", ["yes or no"]],
    ["units", "fact x: number in mmo‸", ["mmol/L"]],
    ["precision and `or none`", "fact x: number in mmHg, ‸", ["to 0.1", "to 0.01", "or none"]],
    ["dates of an age", "fact x: age at r‸", ["age at request date"]],
    ["types below `asked for`", "service x\n  asked for\n    n: who‸", ["whole number"]],
    ["evidence", "fact x: yes or no\n  needs obj‸", ["objective evidence", "objective finding"]],
    ["nothing in a name", "fact x‸", []],
    ["nothing in a wording", 'fact x: yes or no\n  "fail‸', []],
    ["nothing in a comment", "# fail‸", []],
  ])("%s", (_, lines, expected) => expect(labels(lines)).toEqual(expected));
});

describe("in an example", () => {
  it.each([
    ["facts", "  press‸", ["pressure", "pressure at rest"]],
    ["`expect`", "  exp‸", ["expect"]],
    ["yes, no and silence", "  is unclear: ‸", ["yes", "no", "not documented"]],
    ["options", "  body region: lum‸", ["lumbar spine"]],
    [
      "units",
      "  pressure: 55 ‸",
      ["mmHg", "by test result", "by objective finding", "by patient report", "by opinion", "by attestation"],
    ],
    ["evidence", "  is unclear: yes, by op‸", ["by opinion"]],
    ["what is expected of", "  expect im‸", ["imaging"]],
    ["items", "  expect mri‸", ["MRI of the neck"]],
    ["outcomes", "  expect imaging: crit‸", ["criteria met", "criteria not met"]],
    ["outcomes of an item", "  expect MRI of the neck: inf‸", ["information needed"]],
    ["answers", "  expect failed program: ‸", ["met", "not met", "not documented"]],
  ])("%s", (_, line, expected) => expect(labels(`example "x"\n${line}`)).toEqual(expected));
});

it("reads lines ended by carriage return and line feed", () => {
  const windows = neck.replaceAll("\n", "\r\n");
  expect(labels("imaging if is unclear OR fai‸", windows)).toEqual(["failed program"]);
  expect(labels("fact x: yes or no\r\n  nee‸", windows)).toEqual(["needs"]);
});

it("completes on a line above others", () => {
  const { analysis, offset } = marked(neck.replace("  cite page 178", "  but not if is un‸\n  cite page 178"));
  expect(completions(analysis, offset).map(({ label }) => label)).toEqual(["is unclear"]);
});

it("answers at every place of the text", () => {
  const { analysis, text } = marked(`${neck}\nexample "x\n  pressure: (\nimaging if ( NOT ) AND`);
  for (let offset = 0; offset <= text.length; offset++)
    for (const { replace } of completions(analysis, offset)) expect(replace.end).toBe(offset);
});

describe("about lists and trials", () => {
  const lists = `${neck}
fact shot: list, each with
  level: one of C5, C6
  date: date
fact therapy: list of treatment trials, each with
  kind: one of exercise, analgesics
`;
  it.each([
    ["imaging if any shot within 3 months ‸", ["before request date", "before service date"]],
    ["imaging if at least 2 shots in any 6 weeks ‸", [", counting this one", ", not counting this one"]],
    ["imaging if at least 30 days since the latest shot ‸", [", if any", ", which there must be"]],
    ["imaging if any shot where i‸", ["its level", "its date"]],
    ["imaging if any shot where its level is C‸", ["C5", "C6"]],
    ["imaging if any therapy where its kind is exercise AND it failed AND it las‸", ["lasted at least"]],
    ["imaging if any therapy where it lasted at least 6 weeks wi‸", ["within"]],
    ["imaging if any therapy where it lasted at least 6 weeks within 6 months b‸", ["before request date"]],
  ])("%s", (lines, expected) => expect(labels(lines, lists)).toEqual(expect.arrayContaining(expected)));

  it("offers windows after the name of a list, and what counts once below it", () => {
    expect(labels("imaging if any shot w‸", lists)).toEqual(expect.arrayContaining(["within", "where"]));
    expect(labels("fact visit: list, each with\n  date: date\n  cou‸")).toContain("counted once per");
  });
});
