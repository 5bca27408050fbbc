import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../../dsl/index.ts";
import { decodeCase } from "../../../../engine/values/case/index.ts";
import { shares } from "../../../support/index.ts";
import { meaningOf } from "./meaning.ts";

const real = readFileSync(
  new URL("../../../../guidelines/california-mtus/cases/cervical-imaging-as-decided.yaml", import.meta.url),
  "utf8",
);

const small = `schema: precept/case/1
case: A small case
dates: { request date: 2014-05-14, service date: 2014-05-14 }
facts:
  dependent edema: yes
requests:
  - service: home oxygen
`;

function decode(text: string): ReturnType<typeof decodeCase> {
  return decodeCase({ name: "case.yaml", text });
}

function codesOf(text: string): readonly string[] {
  return decode(text).diagnostics.map(({ code }) => code);
}

describe("Files that are no text of a case", () => {
  test("of more than a million characters are refused unread", () => {
    const { value, diagnostics } = decode(`${small}# ${"x".repeat(1_000_001)}`);
    expect(value).toBeNull();
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["E0602", "This file is too large: 1.0 million characters."],
    ]);
  });

  test("nested a hundred thousand deep are refused at the place where it is too much, in brackets and in lines", () => {
    expect(codesOf(`${small}x: ${"[".repeat(100_000)}`)).toEqual(["E0603"]);
    expect(codesOf(`${small}x:\n  ${"- ".repeat(100_000)}`)).toEqual(["E0603"]);
    expect(codesOf(`${small}x:\n  ${"? ".repeat(100_000)}`)).toEqual(["E0603"]);
  });

  test("of nothing but signs are refused before they are understood", () => {
    expect(codesOf("{}".repeat(300_000))).toEqual(["E0602"]);
    expect(codesOf("- *a\n".repeat(150_000))).toEqual(["E0602"]);
  });

  test("wrong in thousands of places say so some dozens of times", () => {
    const facts = Array.from(
      { length: 3_000 },
      (_, index) => `  k${index}: { valeu: yes, evidence: { document: d${index} } }`,
    );
    const { value, diagnostics } = decode(small.replace("  dependent edema: yes", facts.join("\n")));
    expect(value).toBeNull();
    expect(diagnostics.length).toBeLessThan(200);
  });

  test.each([
    ["binary junk", "\u0000\u0001PNG\ufffd"],
    ["a bell in the middle of a title", small.replace("small", "sm\u0007all")],
    ["a broken encoding", small.replace("small", "sm\ufffdll")],
    ["line ends of long ago", small.replaceAll("\n", "\r")],
    ["half a surrogate pair", small.replace("small", "sm\ud83dll")],
    ["a mark that turns the line around", small.replace("small", "\u202esmall")],
  ])("with %s point at the first character that is not text", (_, text) => {
    const { value, diagnostics } = decode(text);
    expect(value).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(["E0604"]);
    expect(diagnostics[0]?.span.start).toBe(text.search(/[\r\u0000\u0007\ufffd\u202e]|\p{Surrogate}/u));
  });
});

describe("Files that only look unusual", () => {
  test("with a byte order mark are read, and places count it", () => {
    expect(decode(`\ufeff${small}`).diagnostics).toEqual([]);
    const [found] = decode(`\ufeff${small.replace("yes", "true")}`).diagnostics;
    expect(found?.span).toEqual({ start: 1 + small.indexOf("yes"), end: 1 + small.indexOf("yes") + 4 });
  });

  test("with CRLF line ends mean the same as with LF", () => {
    expect(meaningOf(real.replaceAll("\n", "\r\n"))).toEqual(meaningOf(real));
  });

  test("with right-to-left words keep them as they are", () => {
    const { value } = decode(small.replace("A small case", "בצקת ברגליים"));
    expect(value?.title).toBe("בצקת ברגליים");
  });

  test("in JSON are read like YAML", () => {
    const { value, diagnostics } = decode(
      JSON.stringify({
        $schema: "../case.schema.json",
        schema: "precept/case/1",
        case: "A small case",
        dates: { "request date": "2014-05-14", "service date": "2014-05-14" },
        facts: { hematocrit: { value: 57, evidence: { kind: "test result", page: 3 } } },
        requests: [{ service: "home oxygen" }],
      }),
    );
    expect(diagnostics).toEqual([]);
    expect(value?.facts[0]?.statements[0]).toMatchObject({
      value: { kind: "text", text: "57" },
      evidence: { kind: "test result", page: "3" },
    });
  });
});

describe("Whatever happens to the real case", () => {
  test.each(shares(4))(
    "it is decoded or refused with diagnostics, never thrown at, and they point into the text: %s",
    () => {
      fc.assert(
        fc.property(mutated(real), (text) => {
          const { value, diagnostics } = decode(text);
          expect(value === null).toBe(diagnostics.length > 0);
          for (const one of diagnostics) expect(isWhole(one, text)).toBe(true);
        }),
        { numRuns: 15 },
      );
    },
  );
});

/** One to four pieces of the text cut out, doubled, exchanged for signs that mean something to YAML, or for anything. */
function mutated(text: string): fc.Arbitrary<string> {
  const piece = fc.record({
    at: fc.nat(text.length),
    length: fc.integer({ min: 0, max: 60 }),
    by: fc.oneof(
      fc.constantFrom(
        "",
        ":",
        " : ",
        "\n",
        "\t",
        "- ",
        "[",
        "]",
        "{",
        "}",
        '"',
        "'",
        "#",
        "&a ",
        "*a",
        "!!str ",
        "|",
        ">",
        "%",
        "---\n",
        "? ",
        "true",
        "~",
        "2014-02-30",
      ),
      fc.string({ unit: "binary", maxLength: 8 }),
      fc
        .tuple(fc.nat(text.length), fc.integer({ min: 0, max: 200 }))
        .map(([at, length]) => text.slice(at, at + length)),
    ),
  });
  return fc
    .array(piece, { minLength: 1, maxLength: 4 })
    .map((pieces) => pieces.reduce((now, { at, length, by }) => now.slice(0, at) + by + now.slice(at + length), text));
}

function isWhole({ code, message, span, labels, fixes }: Diagnostic, text: string): boolean {
  const spans = [
    span,
    ...labels.map((label) => label.span),
    ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.span)),
  ];
  const inside = spans.every(({ start, end }) => 0 <= start && start <= end && end <= text.length);
  return inside && /^E06\d\d$/.test(code) && /^[\p{Lu}`\p{N}].*[.?]$/su.test(message);
}
