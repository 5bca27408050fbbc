import { assert, boolean, object, property } from "fast-check";
import { expect, test } from "vitest";
import { memberText } from "../../../server/determinations/answering/memberText.ts";

test.each([
  ['{"set":"a","case":{"x":57.0}}', '{"x":57.0}'],
  ['{"case" : { "case": [1, {"case": 2}] } , "set": "a"}', '{ "case": [1, {"case": 2}] }'],
  ['{"\\u0063ase":{"a":"}\\"{"}}', '{"a":"}\\"{"}'],
  ['{"case":{"a":1},"case":{"b":2}}', null],
  ['{"set":"case"}', null],
  ['{"other":{"case":{"a":1}}}', null],
])("%s", (json, text) => expect(memberText(json, "case")).toBe(text));

const plain = object({ maxDepth: 4, withBigInt: false, withDate: false }).map((value) => JSON.stringify(value));

test("of any object, an object among other members is found as it is written", () => {
  assert(
    property(plain, plain, boolean(), (of, other, first) => {
      const members = [`"case" :${of}`, `"other": ${other}`];
      const json = `{${(first ? members : members.toReversed()).join(" , ")}}`;
      expect(memberText(json, "case")).toBe(of);
    }),
  );
});
