import { nameKey } from "../../dsl/index.ts";
import { asked, foundIn } from "./asked.ts";
import type { Parts } from "./parts.ts";
import { problems } from "./problems.ts";
import type { Accepted, Asked, Found, Question } from "./question.ts";

/** The answers with what the author of the guideline keeps marked as kept, and why. */
export function withAcceptances(parts: Parts, answers: readonly Asked[]): readonly Asked[] {
  return answers.map(({ question, verdict }) => {
    if (verdict.kind !== "found") return { question, verdict };
    const { diagnostic, witness } = verdict.found;
    const accepted = acceptedBy(parts, question, verdict.found);
    return { question, verdict: { kind: "found", found: { diagnostic, witness, accepted } } };
  });
}

function acceptedBy(parts: Parts, question: Question, found: Found): Accepted | null {
  const at = parts.guideline.acceptances.findIndex(
    ({ problem }, index) => problem === problems[question.problem].accepted && isAbout(parts, index, question, found),
  );
  const because = parts.guideline.acceptances[at]?.because;
  return because === undefined ? null : { because, at };
}

/** Everywhere; or it names what the question is asked of, or holds of every case in which the problem shows. */
function isAbout({ guideline, acceptances }: Parts, at: number, { subject }: Question, { within }: Found): boolean {
  const where = acceptances[at];
  if (where === null || where === undefined) return where === null;
  const named = guideline.acceptances[at]?.where?.text ?? "";
  return nameKey(named) === nameKey(subject.name) || (within?.(where) ?? false);
}

/** Acceptances of which nothing was found. One is not told of while a question of its kind is open. */
export function acceptancesOfNothing(
  { guideline, program: { file } }: Parts,
  answers: readonly Asked[],
): readonly Asked[] {
  const used = new Set(
    answers.flatMap(({ verdict }) => (verdict.kind === "found" ? [verdict.found.accepted?.at] : [])),
  );
  const open = new Set<string | null>(
    answers.flatMap(({ question, verdict }) => (verdict.kind === "open" ? [problems[question.problem].accepted] : [])),
  );
  return guideline.acceptances.flatMap(({ problem, span, where }, at) => {
    if (span.file !== undefined || open.has(problem)) return [];
    const about = { span, name: `accept ${problem}` };
    if (used.has(at)) return [asked("acceptance of nothing", about, { kind: "proved" }, file)];
    return [
      foundIn("acceptance of nothing", file, about, {
        message: `Nothing is found here that \`accept ${problem}\` would keep${where === null ? "" : ` where \`${where.text}\``}.`,
        hint: "Take it out, so that what is found later is told.",
      }),
    ];
  });
}
