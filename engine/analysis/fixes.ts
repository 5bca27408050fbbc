import { analyse, type Analysis, type Fix, replace, type Span } from "../../dsl/index.ts";
import { Space } from "../logic/index.ts";
import type { GuidelineSet } from "../set/index.ts";
import { type Part, partsOf } from "./parts.ts";
import type { ProblemName } from "./problems.ts";
import type { Asked } from "./question.ts";
import { removals } from "./removals.ts";

/** What an edit does to the cases that meet a criterion. */
type Effect = "same" | "wider";

interface Candidate {
  readonly title: string;
  readonly span: Span;
  readonly text: string;
}

/**
 * Edits that answer what was found, each read again and held against what stood there. What is needless goes out where that is proved
 * to change no answer; a gap is closed by what is proved wider, and says so. An edit of which that is not known is not offered.
 */
export function fixesOf(set: GuidelineSet, { question, verdict }: Asked): readonly Fix[] {
  const reading = set.readings.get(question.subject.file);
  if (reading?.kind !== "guideline" || verdict.kind !== "found") return [];
  const { analysis } = reading;
  const only = question.problem === "threshold gap" ? "wider" : "same";
  return candidates(question.problem, verdict.found.diagnostic, analysis.source.text)
    .flatMap((candidate) => classified(analysis, candidate, only))
    .slice(0, 1);
}

interface Told {
  readonly span: Span;
  readonly labels: readonly { readonly span: Span }[];
}

const dispensable = new Set<ProblemName>([
  "term without effect",
  "branch without effect",
  "implied criterion",
  "exception never applies",
]);

function candidates(problem: ProblemName, told: Told, text: string): readonly Candidate[] {
  const at = ({ start, end }: Span): string => text.slice(start, end);
  if (dispensable.has(problem))
    return removals(text, told.span).map((span) => ({ title: `Take \`${at(told.span)}\` out`, span, text: "" }));
  const [below] = told.labels;
  if (problem !== "threshold gap" || below === undefined) return [];
  const start = /(?:\bfrom|\bat least|\bat or above|>=|≥|\bis)\s*(\d+(?:\.\d+)?)/u.exec(at(told.span))?.[1];
  if (start === undefined) return [];
  const old = at(below.span);
  if (unitAfter(old) !== unitAfter(at(told.span))) return [];
  const less = /\blasted\b/u.test(old) ? "less than" : "below";
  const written = old.replace(/(?:at or below|at most|no more than|<=|≤)\s*\d+(?:\.\d+)?/u, `${less} ${start}`);
  return written === old
    ? []
    : [{ title: `Write \`${written}\` instead of \`${old}\``, span: below.span, text: written }];
}

/** What stands behind the last number: the number of one comparison means something else with the unit of another. */
const unitAfter = (comparison: string): string => comparison.replace(/^.*\d/su, "").trim();

function classified(analysis: Analysis, candidate: Candidate, only: Effect): readonly Fix[] {
  const { name, text } = analysis.source;
  const { span } = candidate;
  const edited = text.slice(0, span.start) + candidate.text + text.slice(span.end);
  const after = analyse({ name, text: edited }, analysis, analysis.neighbours);
  if (after.diagnostics.some(({ severity }) => severity === "error")) return [];
  const effect = effectOf(partsOf(analysis.value).criteria, partsOf(after.value).criteria, span);
  if (effect !== only) return [];
  return [replace(`${candidate.title}: ${words[effect]}`, span, candidate.text, effect === "same")];
}

const words: Readonly<Record<Effect, string>> = {
  same: "proved to change no answer",
  wider: "wider, more cases meet it",
};

/** All declarations but the one that is edited stay as they are, so that one is held against itself. */
function effectOf(before: readonly Part[], after: readonly Part[], { start, end }: Span): Effect | null {
  if (before.length !== after.length) return null;
  const [own] = before.filter((part) => part.span.start <= start).toSorted((a, b) => b.span.start - a.span.start);
  if (own === undefined || before.some((part) => part.span.start > start && part.span.start < end)) return null;
  const now = after[before.indexOf(own)];
  return now?.kind === own.kind ? compared(own, now) : null;
}

function compared(old: Part, now: Part): Effect | null {
  const known = new Set(old.program.quantities.map(({ id }) => id));
  if (now.program.quantities.some(({ id }) => !known.has(id))) return null;
  const space = new Space([
    { program: old.program, formulas: [old.formula] },
    { program: now.program, formulas: [now.formula] },
  ]);
  const [was, is] = [space.formula(old.program, old.formula), space.formula(now.program, now.formula)];
  const more = space.canBe(space.all([is, space.not(was)]));
  const fewer = space.canBe(space.all([was, space.not(is)]));
  if (more === null || fewer !== false) return null;
  return more ? "wider" : "same";
}
