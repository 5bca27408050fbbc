import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeCase, editCase } from "../../../../engine/values/case/index.ts";
import type { CaseFact } from "../../../../engine/values/index.ts";
import { shares } from "../../../support/index.ts";
import { withoutPlaces } from "./meaning.ts";

const file = `schema: precept/case/1
case: A small case # of a kind
dates: { request date: 2014-05-14, service date: 2014-05-14 }
documents:
  report: { title: Progress report }
facts:
  edema: yes # seen
  hematocrit: 57 %
requests:
  - service: home oxygen
`;

/** Words people type: any signs of YAML among them, but no controls, and not the words that mean silence. */
const words = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }),
    fc.constantFrom(
      "# not a comment",
      "a: b",
      "- a",
      "'",
      '"',
      "yes",
      "true",
      "null",
      "~",
      "1.50",
      "2014-04",
      "{",
      "*a",
      "&a",
      "!a",
      "%",
      "| a",
      "...",
      "---",
      "a #b",
      "a\nb",
    ),
  )
  .filter((text) => text.trim() !== "" && !/[\p{Cc}\p{Cf}\p{Cs}\ufffd]/u.test(text.replaceAll("\n", "")))
  .filter((text) => text !== "not documented");

const evidence = fc.record({
  kind: fc.constantFrom(null, "opinion", "test result"),
  document: fc.constantFrom(null, "report"),
  date: fc.constantFrom(null, "2014-04-09", "2014-04"),
  author: fc.option(words),
  page: fc.option(words),
  quote: fc.option(words.map((text) => text.replace(/\s+/g, " ").trim())),
});

const isEmpty = (one: object): boolean => Object.values(one).every((value) => value === null);

const statement = fc.record({
  value: fc.oneof(
    words.map((text) => ({ kind: "text" as const, text })),
    fc.record({ kind: fc.constant("interval" as const), from: words, to: words }),
    fc.constant({ kind: "born" as const, date: "1951-07" }),
    fc.constant({ kind: "trial" as const, response: "failed", duration: "6 weeks", from: null, to: "2014-02" }),
  ),
  evidence: fc.option(evidence).map((one) => (one === null || isEmpty(one) ? null : one)),
});

const fact: fc.Arbitrary<CaseFact> = fc
  .record({
    fact: fc.constantFrom("edema", "PO2"),
    statements: fc.array(statement, { maxLength: 3 }),
    asked: fc.boolean(),
    remark: fc.option(words),
  })
  .map((one) => ({ ...one, remark: one.asked ? one.remark : null }))
  .filter((one) => one.asked || one.statements.length > 0);

describe("Whatever a form writes", () => {
  test.each(shares(4))("is read back as it was written, and the rest of the file stays as it is: %s", () => {
    fc.assert(
      fc.property(fact, (written) => {
        const edited = editCase(file, { kind: "fact", fact: written });
        const { value, diagnostics } = decodeCase({ name: "case.yaml", text: edited });
        const mistaken = diagnostics.filter(({ code }) => code !== "E0615");
        expect(mistaken).toEqual([]);
        if (diagnostics.length > 0) return;
        const read = value?.facts.find((one) => one.fact === written.fact);
        expect(withoutPlaces(read)).toEqual(written);
        for (const line of file.split("\n").filter((one) => !one.includes("edema")))
          expect(edited.split("\n")).toContain(line);
        expect(edited).toContain("# seen");
      }),
      { numRuns: 25 },
    );
  });
});
