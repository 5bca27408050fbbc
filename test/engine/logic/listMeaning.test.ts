import { describe, expect, test } from "vitest";
import { analyse } from "../../../dsl/index.ts";
import { lower } from "../../../engine/ir/index.ts";
import { meaningOf } from "../../../engine/logic/index.ts";

const head = `guideline "G"
  source "S", page 1
fact shot: list, each with
  date: date
  level: one of upper, middle, lower
  relief: number in %
  helpful: yes or no
  painful: yes or no
define helpful shot
  as shot where it is helpful
service injection
  injection of the knee CPT 20610
`;

function meaning(criterion: string): string {
  const { value, diagnostics } = analyse({ name: "g.guideline", text: `${head}injection if ${criterion}\n` });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return JSON.stringify(meaningOf(lower(value), value.facts).value);
}

describe("what is asked of the entries of a list means the same", () => {
  test.each([
    ["any helpful shot", "any shot where it is helpful"],
    ["any shot where it is helpful AND it is painful", "any shot where it is painful AND it is helpful"],
    ["any shot where its level is upper", "any shot where its level is not one of middle, lower"],
    ["any shot where its relief at least 50 %", "any shot where its relief is at least 50 %"],
    [
      "at least 2 shot where all of (it is helpful; it is painful; its level is upper)",
      "at least 2 shot where (it is helpful AND its level is upper) AND it is painful",
    ],
  ])("%s: %s", (one, other) => expect(meaning(one)).toBe(meaning(other)));
});

describe("what is asked of the entries of a list does not mean the same", () => {
  test.each([
    ["any shot where it is helpful", "any shot where it is painful"],
    ["any shot where it is helpful AND it is painful", "any shot where it is helpful OR it is painful"],
    ["any shot where its level is upper", "any shot where its level is one of upper, lower"],
    ["at least 2 shot where it is helpful", "at least 3 shot where it is helpful"],
  ])("%s: %s", (one, other) => expect(meaning(one)).not.toBe(meaning(other)));
});
