import canonicalize from "canonicalize";
import type { Diagnostic, Guideline, ServiceItem } from "../../dsl/index.ts";
import { meaningOf } from "../logic/index.ts";
import { readSet, type SetFile, type SetGuideline } from "../set/index.ts";
import { type TestedCase, testSet } from "../testing/index.ts";
import type { Objection, ReleaseCandidate } from "./build.ts";

/** Reads, compiles and tests the files of a set, as what may become its next release. */
export function candidateOf(files: readonly SetFile[]): ReleaseCandidate {
  const { value: set, diagnostics } = readSet(files);
  const report = testSet(set);
  return {
    name: set.name,
    title: set.title,
    files,
    meaning: meaningText(set.guidelines),
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

/**
 * What a set decides, in one form only, guideline by guideline in the order in which they are asked. Besides what each
 * decides that is which requests it answers: the names and codes of its services. Free of wording, citations and layout.
 */
function meaningText(guidelines: readonly SetGuideline[]): string {
  const text = canonicalize(guidelines.map(meaningOfGuideline));
  if (text === undefined) throw new Error("the meaning of a guideline is plain data");
  return text;
}

/** A diagram over the budget in the canonical order cannot be compared: then the whole guideline stands for its meaning. */
function meaningOfGuideline({ guideline, compiled }: SetGuideline): unknown {
  const { value } = meaningOf(compiled.program, guideline.facts);
  return { answersTo: answersTo(guideline), decides: value ?? { notReduced: guideline } };
}

function answersTo({ services }: Guideline): unknown {
  return services
    .map(({ key, items }) => ({ service: key, items: items.map(requestText).toSorted() }))
    .toSorted(byService);
}

function requestText({ key, codes }: ServiceItem): string {
  return [key, ...codes.map(({ system, code }) => `${system} ${code}`).toSorted()].join(", ");
}

function byService(a: { readonly service: string }, b: { readonly service: string }): number {
  return a.service < b.service ? -1 : 1;
}
