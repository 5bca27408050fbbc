import { describe, expect, it } from "vitest";
import { hover } from "../../../dsl/index.ts";
import { marked, neck, withRanges } from "./marked.ts";

function shown(lines: string): string | null {
  const { analysis, offset } = marked(`${neck}\n${lines}`);
  return hover(analysis, offset)?.markdown ?? null;
}

describe("a name", () => {
  it("shows a fact where it is used", () => {
    expect(shown("imaging if tissue ins‸ult or any dysfunction")).toBe(
      [
        "**tissue insult or any dysfunction**: fact, yes or no",
        '"evidence of tissue insult"',
        "Needs objective evidence.",
        "Used 2 times.",
      ].join("\n\n"),
    );
  });

  it("shows a definition with its meaning and where it is published", () => {
    expect(shown("imaging if failed‸ program")).toBe(
      [
        "**failed program**: definition",
        '"failure to progress"',
        "```guideline\nas program lasted at least 6 weeks AND program failed\n```",
        "Published: page 178.",
        "Used 2 times.",
      ].join("\n\n"),
    );
  });

  it.each([
    [
      "where it is declared",
      "fact left arm: ye‸s or no",
      "**yes or no**: Answered yes or no; where the record is silent, not documented.",
    ],
    ["unused", "fact left‸ arm: yes or no", "**left arm**: fact, yes or no\n\nNot used."],
    ["a service", "imag‸ing if is unclear", "**imaging**: service\n\n- MRI of the neck (CPT 72141)\n\nUsed 2 times."],
    [
      "an item of a service",
      'example "x"\n  expect MRI‸ of the neck: not addressed',
      "**MRI of the neck**: one of the services of imaging\n\nMRI of the neck (CPT 72141)\n\nUsed once.",
    ],
    [
      "a scale",
      "fact right arm: muscle‸ strength",
      "**muscle strength**: scale\n\nFrom lowest to highest: 0, 1, 2, 3, 4, 5.\n\nUsed 2 times.",
    ],
    [
      "a fact that is asked for",
      "imaging if ses‸sions at least 2",
      "**sessions**: fact, whole number\n\nAnswered by each request for imaging.\n\nUsed once.",
    ],
    ["a definition that cannot be read", "define broken‸\n  as nothing known", "**broken**: definition\n\nNot used."],
  ])("%s", (_, lines, expected) => expect(shown(lines)).toBe(expected));

  it("shows an author's words as they are", () => {
    expect(shown('fact x‸: yes or no\n  "<b>2*3*4</b> [see](http://x)"')).toContain(
      '"\\<b\\>2\\*3\\*4\\</b\\> \\[see\\](http://x)"',
    );
  });
});

describe("a word of the language", () => {
  it.each([
    ["imaging if is unclear O‸R failed program", "**OR**: One suffices."],
    ["imaging i‸f is unclear", "**if**: The service is recommended when this is met; several `if` lines each suffice."],
    [
      "imaging if at least ‸2 of\n  - is unclear",
      "**at least 2 of**: Met when that many of the criteria below are, or more.",
    ],
    ["imaging if pressure at or be‸low 55 mmHg", "**at or below**: this much or less."],
    ["imaging if is unclear is doc‸umented as absent", "**is documented as absent**: the record denies it."],
    ["imaging if pressure at most 55 mm‸Hg", "**mmHg**: UCUM `mm[Hg]`"],
  ])("%s", (lines, expected) => expect(shown(lines)).toBe(expected));

  it.each(["imaging if nothing kn‸own", "# com‸ment", 'example "ti‸tle"'])("says nothing of %s", (lines) => {
    expect(shown(lines)).toBeNull();
  });
});

it("covers the whole name", () => {
  const { analysis, offset, text } = marked(
    `imaging if is un‸clear\nfact is unclear: yes or no\n`.replaceAll("\n", "\r\n"),
  );
  const found = hover(analysis, offset);
  expect(withRanges(text, found ? [found.span] : [])).toBe("imaging if «is unclear»\r\nfact is unclear: yes or no\r\n");
});
