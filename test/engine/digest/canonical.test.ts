import canonicalize from "canonicalize";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalText } from "../../../engine/digest/index.ts";

test("the examples of RFC 8785 come out as they stand there", () => {
  const sorted = {
    "€": "Euro Sign",
    "\r": "Carriage Return",
    "\ufb33": "Hebrew",
    "1": "One",
    "😀": "Emoji",
    "\u0080": "Control",
    ö: "o",
  };
  expect(canonicalText(sorted)).toBe(
    `{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"o","€":"Euro Sign","😀":"Emoji","\ufb33":"Hebrew"}`,
  );
  const values = { numbers: [JSON.parse("333333333.33333329"), 1e30, 4.5, 2e-3, 1e-27], literals: [null, true, false] };
  expect(canonicalText({ ...values, string: '€$\u000f\nA\'B"\\\\"/' })).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
  expect(canonicalText([-0, 5e-324, 1.7976931348623157e308, 9007199254740992, 295147905179352830000])).toBe(
    "[0,5e-324,1.7976931348623157e+308,9007199254740992,295147905179352830000]",
  );
});

/** Any JSON, also with names that objects take for something else, numbers among them, and strings of any code units. */
const names = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("__proto__", "constructor", "toString", "toJSON", "length", "", "10", "9", "01", "4294967295"),
);
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false, -0, "\u2028", "\ud83d\ude00"),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.string({ unit: "binary" }),
    fc.array(tie("json"), { maxLength: 5 }),
    fc.dictionary(names, tie("json"), { maxKeys: 6 }),
    fc.array(fc.tuple(names, tie("json")), { maxLength: 6 }).map((members) => Object.fromEntries(members)),
  ),
}));

test("is what the library makes of any JSON, as it is and as it was read", () => {
  fc.assert(
    fc.property(json, (value) => {
      const expected = canonicalize(value);
      expect(canonicalText(value)).toBe(expected);
      expect(canonicalText(JSON.parse(JSON.stringify(value)))).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

test("is itself in canonical form", () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = canonicalText(value);
      expect(canonicalText(JSON.parse(text))).toBe(text);
    }),
  );
});

describe("what is no JSON", () => {
  test.each([
    ["no value", undefined],
    ["not a number", [Number.NaN]],
    ["infinity", { a: Number.NEGATIVE_INFINITY }],
    ["half of a pair", { a: "\ud800" }],
    ["half of a pair in a name", { "\udc00": 1 }],
    ["half of a pair behind what looks like one", ["\\ud800", "\udfff"]],
    ["a large number", [1n]],
  ])("%s is refused", (_, value) => {
    expect(() => canonicalText(value)).toThrow(Error);
  });

  test("what only looks like half of a pair is text", () => {
    expect(canonicalText(["\\ud800"])).toBe(String.raw`["\\ud800"]`);
  });

  test("what an object says it is written as is written", () => {
    const day = new Date(0);
    expect(canonicalText({ day, own: { toJSON: () => [2, 1] } })).toBe(
      canonicalize({ day, own: { toJSON: () => [2, 1] } }),
    );
  });

  test("members that are undefined are left out, and in a list they are null", () => {
    expect(canonicalText({ b: undefined, a: [undefined, 1] })).toBe('{"a":[null,1]}');
  });
});
