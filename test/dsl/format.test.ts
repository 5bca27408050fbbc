import { describe, expect, it } from "vitest";
import { format } from "../../dsl/index.ts";

/** Texts on which a formatter stumbled once, and what they look like laid out. */
const laidOut: readonly (readonly [what: string, text: string, formatted: string])[] = [
  [
    "a label keeps its distance from a colon, or it would be none",
    "service imaging\n  MRI CPT 72141\n\t1. : :\n",
    "service imaging\n  MRI    CPT 72141\n    1. ::\n",
  ],
];

describe("the formatter", () => {
  it.each(laidOut)("%s", (_, text, formatted) => {
    expect(format(text)).toBe(formatted);
    expect(format(formatted)).toBe(formatted);
  });
});
