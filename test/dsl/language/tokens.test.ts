import { describe, expect, it } from "vitest";
import { analyse, tokens } from "../../../dsl/index.ts";
import { marked, neck } from "./marked.ts";

/** Each coloured stretch as `kind text`. */
function coloured(lines: string): readonly string[] {
  const from = neck.length + 1;
  const { analysis, text } = marked(`${neck}\n${lines}`);
  return tokens(analysis)
    .filter(({ start }) => start >= from)
    .map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

describe("keywords are keywords in their place only", () => {
  it.each([
    ["imaging if is unclear", ["name imaging", "keyword if", "name is unclear"]],
    ["fact any fact if needed: yes or no", ["keyword fact", "declaration any fact if needed", "keyword yes or no"]],
    [
      "imaging if tissue insult or any dysfunction OR is unclear",
      ["name imaging", "keyword if", "name tissue insult or any dysfunction", "connective OR", "name is unclear"],
    ],
    [
      "imaging if any of\n  - is unclear\n  2. body region is any of cervical spine, lumbar spine",
      [
        "name imaging",
        "keyword if",
        "keyword any of",
        "label -",
        "name is unclear",
        "label 2.",
        "name body region",
        "operator is any of",
        "value cervical spine",
        "value lumbar spine",
      ],
    ],
    ["never is unclear", ["keyword never", "name is unclear"]],
    [
      "imaging if is unclear\n  when is unclear\n    requires is unclear\n  limited to is unclear",
      [
        "name imaging",
        "keyword if",
        "name is unclear",
        "keyword when",
        "name is unclear",
        "keyword requires",
        "name is unclear",
        "keyword limited to",
        "name is unclear",
      ],
    ],
    ["imaging is covered if is unclear", ["name imaging", "keyword is covered", "keyword if", "name is unclear"]],
    [
      "imaging is not covered if\n  is unclear",
      ["name imaging", "keyword is not covered", "keyword if", "name is unclear"],
    ],
    [
      "imaging if all of the following:\n  - is unclear",
      ["name imaging", "keyword if", "keyword all of the following", "label -", "name is unclear"],
    ],
    ["imaging otherwise not addressed", ["name imaging", "keyword otherwise not addressed"]],
    [
      'accept gap where is unclear because "so published"',
      ["keyword accept", "value gap", "keyword where", "name is unclear", "keyword because", 'wording "so published"'],
    ],
    [
      'fact whole: yes or no\n  reviewer attests "read"',
      ["keyword fact", "declaration whole", "keyword yes or no", "keyword reviewer attests", 'wording "read"'],
    ],
  ])("%s", (lines, expected) => expect(coloured(lines)).toEqual(expected));
});

describe("tests", () => {
  it.each([
    [
      "pressure at rest at or below 55.5 mmHg",
      ["name pressure at rest", "operator at or below", "number 55.5", "unit mmHg"],
    ],
    [
      "pressure from 50 to 59 mmHg",
      ["name pressure", "operator from", "number 50", "operator to", "number 59", "unit mmHg"],
    ],
    ["pressure >= 55%", ["name pressure", "operator >=", "number 55%"]],
    ["program lasted at least six weeks", ["name program", "operator lasted at least", "number six", "unit weeks"]],
    ["program was not tolerated", ["name program", "operator was", "value not tolerated"]],
    ["deltoid at most 4", ["name deltoid", "operator at most", "value 4"]],
    [
      "onset within 6 months before request date",
      ["name onset", "operator within", "number 6", "unit months", "operator before", "value request date"],
    ],
    [
      "NOT is unclear is documented as absent",
      ["connective NOT", "name is unclear", "operator is documented as absent"],
    ],
    ["something else altogether", []],
  ])("%s", (phrase, expected) => expect(coloured(`imaging if ${phrase}`).slice(2)).toEqual(expected));
});

describe("clauses", () => {
  it("colours wording, citations, comments and evidence", () => {
    expect(
      coloured('fact x: number in mmHg, to 0.1 # note\n  "as published"\n  needs test result\n  cite page 3'),
    ).toEqual([
      "keyword fact",
      "declaration x",
      "keyword number in",
      "unit mmHg",
      "keyword to",
      "number 0.1",
      "comment # note",
      'wording "as published"',
      "keyword needs",
      "value test result",
      "keyword cite",
      "citation page 3",
    ]);
  });

  it("colours services, examples and what they expect", () => {
    const lines =
      'service x ray\n  film, CPT 71045\nexample "one"\n  program: failed after 6 weeks\n  expect imaging: not addressed';
    expect(coloured(lines)).toEqual([
      "keyword service",
      "declaration x ray",
      "declaration film",
      "value CPT 71045",
      "keyword example",
      'wording "one"',
      "name program",
      "value failed after",
      "number 6",
      "unit weeks",
      "keyword expect",
      "name imaging",
      "value not addressed",
    ]);
  });
});

describe("unfinished files", () => {
  it("colours what can be told of a broken line", () => {
    expect(coloured("fact x yes or no\nimaging if (is unclear AND\n")).toEqual([
      "keyword fact",
      "declaration x yes or no",
      "name imaging",
      "keyword if",
      "name is unclear",
      "connective AND",
    ]);
  });

  it("colours a name in a phrase that cannot be read", () => {
    expect(coloured("imaging if pressure at rest whatever 5")).toContain("name pressure at rest");
  });
});

it("keeps every stretch within its line, in order, without overlap", () => {
  const { analysis, text } = marked(
    `${neck}\nimaging if (failed\n  program OR is\n  unclear)\n`.replaceAll("\n", "\r\n"),
  );
  const found = tokens(analysis);
  expect(found.map(({ start, end }) => text.slice(start, end)).filter((piece) => /[\r\n]/.test(piece))).toEqual([]);
  expect(found.every(({ start }, index) => start >= (found[index - 1]?.end ?? 0))).toBe(true);
});

it("says the same after an edit as of a new file", () => {
  const { analysis } = marked(neck);
  tokens(analysis);
  const edits = [
    neck.replace("fact is unclear: yes", "fact is unclearer: yes"),
    neck.replace("fact pressure: number in mmHg", "fact pressure: one of 6 weeks, low"),
    neck.replace("as program lasted", "\n\n  as program has lasted"),
    neck.replace("define failed program", "define program failed"),
  ];
  for (const text of edits) {
    const source = { name: "test.guideline", text };
    expect(tokens(analyse(source, analysis))).toEqual(tokens(analyse(source)));
  }
});

it("colours phrases about lists, and what they ask of an entry", () => {
  const shots = "fact shot: list, each with\n  level: one of C5, C6\n  date: date\n";
  const found = coloured(
    `${shots}imaging if no more than 2 shots in any 6 weeks, counting this one, where its level is C5`,
  );
  expect(found.slice(found.indexOf("keyword if") + 1)).toEqual([
    "operator no more than",
    "number 2",
    "name shots",
    "operator in any",
    "number 6",
    "unit weeks",
    "operator counting this one",
    "keyword where",
    "operator its",
    "name level",
    "operator is",
    "value C5",
  ]);
});
