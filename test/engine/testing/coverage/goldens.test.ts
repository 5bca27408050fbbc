import { join } from "node:path";
import { describe, test } from "vitest";
import type { GuidelineSet } from "../../../../engine/set/index.ts";
import { coverage, type CoveredCriterion, type ObligationState } from "../../../../engine/testing/coverage/index.ts";
import { checkGolden, goldenFiles } from "../../../support/index.ts";
import { lineIn, setInText } from "../setInText.ts";

describe("What the cases of a set cover", () => {
  test.each(goldenFiles(join(import.meta.dirname, "goldens")))("$name", (golden) => {
    const set = setInText(golden.source);
    const criteria = coverage(set).criteria.map((each) => inText(set, each));
    checkGolden(golden, criteria.join("\n"));
  });
});

function inText(set: GuidelineSet, { criterion, kind, file, span, obligations }: CoveredCriterion): string {
  const lines = obligations.map(
    ({ what, span: at, state }) => `  ${lineIn(set, file, at.start)}: ${what}: ${stateInText(state)}\n`,
  );
  return `${lineIn(set, file, span.start)}: ${criterion} (${kind})\n${lines.join("")}`;
}

function stateInText(state: ObligationState): string {
  if (state.kind === "covered") return `covered by ${state.by.map((each) => each.case).join("; ")}`;
  return state.kind === "open" ? "OPEN" : `${state.kind}, ${state.because}`;
}
