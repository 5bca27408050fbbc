import { expect, test } from "vitest";
import { readSet, uncited } from "../../../engine/set/index.ts";

const body = "fact neck pain: yes or no\n\nservice MRI\n  MRI of the neck    CPT 72141\n\nMRI if neck pain\n";

test.each([
  ["a source of the whole", `guideline "Neck"\n  source "Guidelines", pages 1-2\n\n${body}`, []],
  ["nothing published", `guideline "Neck"\n\n${body}`, ["Neck"]],
  ["every part cites", `guideline "Neck"\n\n${body}  cite "page 3"\n`, []],
  ["words alone", 'guideline "Neck"\n\nfact neck pain: yes or no\n', []],
])("%s", (_, text, expected) => {
  const { value } = readSet([{ path: "neck.guideline", text }]);
  expect(value.unread).toEqual([]);
  expect(uncited(value)).toEqual(expected);
});
