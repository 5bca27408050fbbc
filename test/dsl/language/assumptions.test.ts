import { expect, it } from "vitest";
import { analyse, tokens } from "../../../dsl/index.ts";

const head = `guideline "Example"

fact pain: yes or no
fact injection: list, each with
  date: date

service never seen review
  review    CPT 72141

never seen review if pain
`;

it.each([
  "always at least 30 days since the latest injection, if any",
  "always pain AND at least 30 days since the latest injection, if any",
  "never (no injection OR at least 30 days since the latest injection, if any)",
  'accept gap where at least 30 days since the latest injection, if any because "it is known"',
])("`if any` makes no recommendation of `%s`", (line) => {
  const text = `${head}\n${line}\n`;
  const analysis = analyse({ name: "example.guideline", text });
  expect(analysis.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(analysis.value.assumptions.length + analysis.value.acceptances.length).toBe(1);
  const first = tokens(analysis).find(({ start }) => start === head.length + 1);
  expect(first?.kind).toBe("keyword");
});
