import type { TestedCase, TestedRequest } from "../../engine/testing/index.ts";
import { annotation } from "./github.ts";
import { type JunitCase, junit } from "./junit.ts";
import { type Palette, palette } from "./palette.ts";

/** Cases under what they belong to: a guideline set, a guideline. */
export interface CaseGroup {
  readonly name: string;
  readonly cases: readonly TestedCase[];
}

const signs = { passed: "✓", failed: "✗", "without expectation": "–" } as const;

/** Each case on a line; a failed one with what was expected and what was seen. */
export function drawTests(groups: readonly CaseGroup[], colour: boolean): string {
  const colours = palette(colour);
  return groups
    .map(({ name, cases }) => `${colours.strong(name)}\n${cases.map((each) => drawCase(each, colours)).join("")}\n`)
    .join("");
}

function drawCase(of: TestedCase, colours: Palette): string {
  const paint = { passed: colours.good, failed: colours.bad, "without expectation": colours.open }[of.status];
  const kind = of.kind === "example" ? colours.quiet(" (example)") : "";
  const remark = of.status === "without expectation" ? colours.quiet(" expects nothing") : "";
  const head = `  ${paint(signs[of.status])} ${of.case}${kind}${remark}\n`;
  return of.status === "failed" ? `${head}${drawFailure(of, colours)}` : head;
}

/** What is expected now and what comes out, of each case that would be changed. */
export function drawChangedResults(cases: readonly TestedCase[], colour: boolean): string {
  const colours = palette(colour);
  return cases
    .map(
      (of) =>
        `${colours.strong(of.case)}${of.kind === "example" ? colours.quiet(" (example)") : ""}\n${drawFailure(of, colours)}`,
    )
    .join("");
}

function drawFailure(of: TestedCase, colours: Palette): string {
  const differences = differencesOf(of).map((line) => `      ${line}\n`);
  return `      ${colours.quiet(of.path)}\n${differences.join("")}`;
}

/** What of a failed case was not as expected, a line each. */
export function differencesOf(of: TestedCase): readonly string[] {
  const lines = of.requests.flatMap((request) => differencesOfRequest(request, of.requests.length > 1));
  return lines.length > 0 ? lines : [`expected ${of.expected}, but: ${of.actual}`];
}

function differencesOfRequest(
  { service, outcome, review, governing, answers }: TestedRequest,
  named: boolean,
): readonly string[] {
  const compared = [
    { what: "outcome", of: outcome },
    { what: "review", of: review },
    { what: "governing", of: governing },
    ...answers.map((answer) => ({ what: answer.criterion, of: answer })),
  ];
  return compared.flatMap(({ what, of }) =>
    of === null || of.ok
      ? []
      : [`${named ? `${service}: ` : ""}${what}: expected ${of.expected ?? "none"}, was ${of.actual ?? "none"}`],
  );
}

export function testsAsJunit(groups: readonly CaseGroup[]): string {
  const cases = groups.flatMap(({ name, cases }) => cases.map((each) => junitCase(name, each)));
  return junit(cases);
}

function junitCase(suite: string, of: TestedCase): JunitCase {
  return { suite, name: of.case, failure: of.status === "failed" ? differencesOf(of).join("\n") : null };
}

export function testsAsAnnotations(groups: readonly CaseGroup[]): string {
  return groups
    .flatMap(({ cases }) => cases.filter(({ status }) => status === "failed"))
    .map((each) => annotation("error", { file: each.path, title: each.case }, differencesOf(each).join("\n")))
    .join("");
}

/** `6 passed, 1 failed, 1 expects nothing` */
export function countTests(cases: readonly TestedCase[]): string {
  const count = (status: TestedCase["status"]) => cases.filter((each) => each.status === status).length;
  const silent = count("without expectation");
  const rest = silent === 0 ? "" : `, ${silent} without expectation`;
  return `${count("passed")} passed, ${count("failed")} failed${rest}`;
}
