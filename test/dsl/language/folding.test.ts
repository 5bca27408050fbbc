import { expect, it } from "vitest";
import { folding } from "../../../dsl/index.ts";
import { marked } from "./marked.ts";

function folds(source: string): readonly string[] {
  const { analysis, text } = marked(source);
  return folding(analysis).map(({ kind, span }) => `${kind}:${text.slice(span.start, span.end)}`);
}

it("folds what is indented below a line", () => {
  const source =
    "fact pain: yes or no\n\ndefine worse\n  as any of\n    - pain\n    - fear\n\n  cite page 1\n\nservice x\n";
  expect(folds(source)).toEqual([
    "block:\n  as any of\n    - pain\n    - fear\n\n  cite page 1",
    "block:\n    - pain\n    - fear",
  ]);
});

it("folds comments below their first line", () => {
  expect(folds("# one\n# two\n# three\nfact pain: yes or no\n# alone\n")).toEqual(["comment:\n# two\n# three"]);
});

it("folds broken files and other line ends", () => {
  expect(folds("what is this\r\n  (((\r\nfact")).toEqual(["block:\r\n  ((("]);
});
