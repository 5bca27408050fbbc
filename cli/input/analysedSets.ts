import { join } from "node:path";
import type { Diagnostic } from "../../dsl/index.ts";
import { type Asked, analyseSet, fixesOf } from "../../engine/analysis/index.ts";
import { type GuidelineSet, readSet } from "../../engine/set/index.ts";
import { isAskedFor, type Sources } from "./sources.ts";
import { alone, nameAlone, type Readable } from "./wholeSet.ts";

/** What was asked of guidelines without any case, under the paths a person knows. */
export interface AnalysedSet {
  readonly asked: readonly Asked[];
  /** Errors of guidelines that are not understood, so that nothing was asked of them. */
  readonly errors: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Analyses every set and guideline that was named; where only one file of a set was, what is said of that one. */
export function analysedSets({ sets, guidelines, diagnostics }: Sources): AnalysedSet {
  const all = [
    ...sets.map((source) => analysed(source, (path) => isAskedFor(source, path))),
    ...guidelines.map((one) => analysed(alone(one), (path) => path === nameAlone(one.path))),
  ];
  return {
    asked: all.flatMap(({ asked }) => asked),
    errors: [...diagnostics, ...all.flatMap(({ errors }) => errors)],
    texts: new Map(all.flatMap(({ texts }) => [...texts])),
  };
}

function analysed({ shown, files }: Readable, isWanted: (path: string) => boolean): AnalysedSet {
  const { value, diagnostics } = readSet(files);
  const errors = diagnostics.filter(({ severity, file }) => severity === "error" && isWanted(file));
  const { asked } = analyseSet(value);
  const fixed = withFixes(
    value,
    asked.filter(({ question }) => isWanted(question.subject.file)),
  );
  return {
    asked: fixed.map((each) => under(shown, each)),
    errors: errors
      .filter(({ file }) => !file.startsWith("cases/"))
      .map((each) => ({ ...each, file: join(shown, each.file) })),
    texts: new Map(files.map(({ path, text }) => [join(shown, path), text])),
  };
}

/** The first of them: each is proved by reading the guideline again. */
const mostFixed = 50;

function withFixes(set: GuidelineSet, asked: readonly Asked[]): readonly Asked[] {
  let left = mostFixed;
  return asked.map((each) => {
    const { question, verdict } = each;
    if (verdict.kind !== "found" || left === 0) return each;
    left -= 1;
    const diagnostic = { ...verdict.found.diagnostic, fixes: fixesOf(set, each) };
    return { question, verdict: { kind: "found", found: { ...verdict.found, diagnostic } } };
  });
}

function under(shown: string, { question: { problem, subject }, verdict }: Asked): Asked {
  const question = { problem, subject: { ...subject, file: join(shown, subject.file) } };
  if (verdict.kind !== "found") return { question, verdict };
  const { diagnostic } = verdict.found;
  const there = { ...diagnostic, file: join(shown, diagnostic.file) };
  return { question, verdict: { kind: "found", found: { ...verdict.found, diagnostic: there } } };
}
