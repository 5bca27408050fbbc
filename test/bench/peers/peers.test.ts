import { expect, test } from "vitest";
import { AnswerCheck, benchCases, benchRules } from "../rules/index.ts";
import { peers } from "./index.ts";

const rules = benchRules().slice(0, 40);
const check = new AnswerCheck(rules, benchCases(6));

test.each(peers)("$name answers the rules as the interpreter does", async ({ name, ready, cases }) => {
  await expect(check.check(name, ready(rules), Math.min(cases, 6))).resolves.toBeUndefined();
});
