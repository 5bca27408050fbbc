import { analyseSet, type Asked } from "../../../engine/analysis/index.ts";
import { writeCase } from "../../../engine/values/case/index.ts";
import type { Plan } from "../../protocol/index.ts";
import { placed, type Sides, type Tell } from "./sides.ts";

const mostListed = 500;

/** What is asked without any case: what was found, also what the file accepts with its reason, and what is not proved. */
export function proofsOf({ now, placeOf }: Sides, tell: Tell): Plan["proofs"] {
  const { asked, unread } = analyseSet(now, {
    progress: (done, of) => tell("Asking what holds for every case", done, of),
  });
  const found = asked.flatMap((each) => foundOf(each, placeOf));
  const open = asked.flatMap(({ question: { problem, subject }, verdict }) =>
    verdict.kind === "open" ? [{ problem, subject: subject.name, file: subject.file, because: verdict.because }] : [],
  );
  const unsound = found.filter(({ accepted, severity }) => accepted === null && severity !== "hint");
  const accepted = found.filter((each) => each.accepted !== null);
  const hints = found.filter((each) => !unsound.includes(each) && !accepted.includes(each));
  return {
    asked: asked.length,
    proved: asked.filter(({ verdict }) => verdict.kind === "proved").length,
    counts: { found: unsound.length, accepted: accepted.length, open: open.length },
    found: [...unsound, ...hints, ...accepted].slice(0, mostListed),
    open: open.slice(0, mostListed),
    unread: [...unread],
  };
}

function foundOf({ question, verdict }: Asked, placeOf: Sides["placeOf"]): Plan["proofs"]["found"] {
  if (verdict.kind !== "found") return [];
  const { diagnostic, witness, accepted } = verdict.found;
  return [
    {
      ...placed(diagnostic, placeOf),
      problem: question.problem,
      subject: question.subject.name,
      accepted: accepted?.because ?? null,
      witness: witness && writeCase(witness),
    },
  ];
}
