import type { Diagnostic } from "../../dsl/index.ts";
import { readSet, type SetFile } from "../set/index.ts";
import { type TestedCase, testSet } from "../testing/index.ts";
import { meaningOfSet } from "../meaning/index.ts";
import type { Objection, ReleaseCandidate } from "./build.ts";

/** Reads, compiles and tests the files of a set, as what may become its next release. */
export function candidateOf(files: readonly SetFile[]): ReleaseCandidate {
  const { value: set, diagnostics } = readSet(files);
  const report = testSet(set);
  return {
    name: set.name,
    title: set.title,
    files,
    meaning: meaningOfSet(set.guidelines),
    passed: report.passed,
    objections: [
      ...diagnostics.flatMap(diagnosticObjection),
      ...report.cases.flatMap(caseObjection),
      ...(report.cases.length === 0 ? [untested] : []),
    ],
  };
}

const untested: Objection = { kind: "set", detail: "Nothing tests this set: it has neither a case nor an example." };

/** Unreadable files and uncompiled guidelines have errors; warnings and hints do not stand in the way. */
function diagnosticObjection(diagnostic: Diagnostic): readonly Objection[] {
  return diagnostic.severity === "error" ? [{ kind: "diagnostic", diagnostic }] : [];
}

function caseObjection({ status, case: name, path, expected, actual }: TestedCase): readonly Objection[] {
  if (status === "without expectation") return [{ kind: "no expectation", case: name, path }];
  return status === "failed" ? [{ kind: "failing case", case: name, path, expected, actual }] : [];
}
