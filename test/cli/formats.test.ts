import { describe, expect, test } from "vitest";
import { harmless } from "../../cli/harmless.ts";
import { githubAnnotation, junit, type Placed, sarif, wrap } from "../../cli/output/index.ts";

const diagnostic: Placed = {
  code: "E0303",
  severity: "error",
  message: "There is no `neck, pain`: 100 %",
  hint: "Did you mean `neck pain`?",
  file: "sets/a b/neck.guideline",
  span: { start: 4, end: 9 },
  labels: [],
  fixes: [],
  line: 2,
  column: 3,
  endLine: 2,
  endColumn: 8,
};

describe("annotations of GitHub", () => {
  test("escape what its workflow commands are made of", () => {
    expect(githubAnnotation({ ...diagnostic, file: "a,b:c.guideline" })).toBe(
      "::error file=a%2Cb%3Ac.guideline,line=2,col=3,endLine=2,endColumn=8,title=E0303::There is no `neck, pain`: 100 %25%0ADid you mean `neck pain`?\n",
    );
  });

  test("call a hint a notice", () => {
    expect(githubAnnotation({ ...diagnostic, severity: "hint" })).toMatch(/^::notice /);
  });
});

describe("SARIF", () => {
  test("names the rule and the place", () => {
    expect(sarif([diagnostic])).toMatchObject({
      version: "2.1.0",
      runs: [
        {
          tool: { driver: { name: "precept", rules: [{ id: "E0303" }] } },
          results: [
            {
              ruleId: "E0303",
              ruleIndex: 0,
              level: "error",
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: "sets/a%20b/neck.guideline" },
                    region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 8 },
                  },
                },
              ],
            },
          ],
        },
      ],
    });
  });
});

describe("JUnit", () => {
  test("groups by suite and escapes what XML cannot hold", () => {
    const cases = [
      { suite: "necks", name: 'a "b" <c>', failure: null },
      { suite: "necks", name: "d", failure: "expected\nmet & \u{1}" },
    ];
    expect(junit(cases)).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="precept" tests="2" failures="1">',
        '  <testsuite name="necks" tests="2" failures="1">',
        '    <testcase classname="necks" name="a &#34;b&#34; &#60;c&#62;"/>',
        '    <testcase classname="necks" name="d"><failure message="expected&#10;met &#38; \u{fffd}"/></testcase>',
        "  </testsuite>",
        "</testsuites>",
        "",
      ].join("\n"),
    );
  });
});

describe("what a screen is given", () => {
  test.each([
    ["a title that renames the window", "\u{1b}]0;evil\u{7}", "\u{fffd}]0;evil\u{fffd}"],
    ["a quote that moves the cursor", "a\u{1b}[2Ab", "a\u{fffd}[2Ab"],
    ["the eight-bit form", "a\u{9b}2Ab", "a\u{fffd}2Ab"],
    ["a carriage return over the line", "met\rnot", "met\u{fffd}not"],
    ["an override of direction", "a\u{202e}b", "a\u{fffd}b"],
  ])("holds no %s", (_, text, shown) => {
    expect(harmless(text)).toBe(shown);
  });

  test("keeps colours, tabs, line ends and every script", () => {
    const text = "\u{1b}[1;32m✓ met\u{1b}[0m\tüعربي 首\n";
    expect(harmless(text)).toBe(text);
  });
});

describe("wrapping", () => {
  test("breaks at spaces, never inside a word", () => {
    expect(wrap("one two  threethree\nfour", 9, "  ", "- ")).toBe("- one two\n  threethree\n  four");
  });

  test("keeps nothing but the indent of an empty text", () => {
    expect(wrap("", 10, "  ")).toBe("  ");
  });
});
