import { expect, test } from "vitest";
import { nameKey } from "../../dsl/index.ts";
import { readSet } from "../../engine/set/index.ts";
import { type TestedRequest, testSet } from "../../engine/testing/index.ts";
import { sentences } from "./sentences.ts";
import { filesOf } from "./shippedSet.ts";

const answerOf: Readonly<Record<string, string>> = {
  "criteria met": "met",
  "criteria not met": "not met",
  "information needed": "not documented",
};

const sets = new Map(
  [...new Set(sentences.map(({ set }) => set))].map((name) => {
    const { value } = readSet(filesOf(name));
    return [name, { services: value.guidelines.flatMap(({ guideline }) => guideline.services), tests: testSet(value) }];
  }),
);

/** What the cases of a set expect of a definition, or of the service so called. */
function expected(set: string, subject: string): readonly string[] {
  const services = sets.get(set)?.services.filter(({ key }) => key === nameKey(subject)) ?? [];
  const named = new Set(services.flatMap((service) => [service.key, ...service.items.map((item) => item.key)]));
  const ofRequest = ({ service, outcome, answers }: TestedRequest): readonly string[] => [
    ...answers.filter(({ criterion }) => nameKey(criterion) === nameKey(subject)).map((answer) => answer.expected),
    ...(named.has(nameKey(service)) ? [answerOf[outcome?.expected ?? ""] ?? "another"] : []),
  ];
  return sets.get(set)?.tests.cases.flatMap(({ requests }) => requests.flatMap(ofRequest)) ?? [];
}

test.each(sentences)("$sentence: has cases met, not met and not documented", ({ set, subject }) => {
  expect(expected(set, subject)).toEqual(expect.arrayContaining(["met", "not met", "not documented"]));
});
