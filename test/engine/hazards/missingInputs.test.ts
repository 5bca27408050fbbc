import { expect, test } from "vitest";
import { determine } from "../../../engine/determine/index.ts";
import { readSet } from "../../../engine/set/index.ts";
import { filesOf } from "../../guidelines/shippedSet.ts";
import { caseOf } from "../determine/determined.ts";

/*
 * NEXUS_Criteria_C-Spine_Imaging_guideline.v1 of gdl-lang/common-clinical-models (Apache-2.0), as published, answers that
 * imaging is not required as soon as one of its inputs is missing, midline tenderness or not. Its own text: "If none of the
 * above criteria are present, the C-Spine can be cleared clinically", "if any of the above criteria are present, the C-Spine
 * cannot be cleared clinically by these criteria. Consider imaging."
 */

const inputs = [
  "focal neurologic deficit",
  "midline spinal tenderness",
  "altered level of consciousness",
  "intoxication",
  "distracting injury",
];

type Input = "yes" | "no" | "missing";

const everyCase: readonly (readonly Input[])[] = inputs.reduce<readonly (readonly Input[])[]>(
  (all) => all.flatMap((some) => (["yes", "no", "missing"] as const).map((input) => [...some, input])),
  [[]],
);

/** By the text. */
function expected(all: readonly Input[]): string {
  if (all.includes("yes")) return "criteria met";
  return all.includes("missing") ? "information needed" : "criteria not met";
}

/** By the model as it is published: any missing input clears the spine. */
const publishedClears = (all: readonly Input[]): boolean => all.includes("missing") || !all.includes("yes");

const { value: set } = readSet(filesOf("decision-rules"));

function outcomeOf(all: readonly Input[]): string | undefined {
  const stated = inputs.flatMap((name, at) => (all[at] === "missing" ? [] : [`  ${name}: ${all[at]}`]));
  const text = `schema: precept/case/1\ncase: C\ndates: { request date: 2024-06-30, service date: 2024-06-30 }\nfacts:\n  blunt trauma: yes\n${stated.join("\n")}\nrequests:\n  - service: imaging of the cervical spine by NEXUS\n`;
  return determine(set, caseOf(text)).value.determinations[0]?.outcome;
}

test("NEXUS on all 243 cases, whatever is missing: the answer of its text", () => {
  const told = everyCase.map((all) => [all, outcomeOf(all)]);
  expect(told).toEqual(everyCase.map((all) => [all, expected(all)]));
});

test("the published model clears 180 of the 211 spines that its text says to image", () => {
  const imaging = everyCase.filter((all) => expected(all) === "criteria met");
  expect(imaging).toHaveLength(3 ** 5 - 2 ** 5);
  expect(imaging.filter(publishedClears)).toHaveLength(3 ** 5 - 2 ** 5 - (2 ** 5 - 1));
});
