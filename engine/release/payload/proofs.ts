import { type Asked, analyseSet, type Verdict } from "../../analysis/index.ts";
import { placesInSet } from "../../set/index.ts";
import { caseData } from "../../values/case/index.ts";
import type { PayloadSet, PayloadWork } from "./source.ts";

/**
 * `proofs.json`, `precept/proofs/1`: every question that was asked of the set without any case. `proved`: what it asks after is not
 * there, whatever a case says. `found`: it is, with a case that shows it, or proved of all; `accepted` says why it is kept. `open`:
 * neither is known, and why.
 */
export function proofsOf({ set }: PayloadSet, { progress, shouldStop }: PayloadWork): object {
  const { asked, unread } = analyseSet(set, { shouldStop, progress: (done, of) => progress("proofs", done, of) });
  const placeOf = placesInSet(set);
  const count = (wanted: (verdict: Verdict) => boolean): number =>
    asked.filter(({ verdict }) => wanted(verdict)).length;
  return {
    schema: "precept/proofs/1",
    asked: asked.length,
    proved: count(({ kind }) => kind === "proved"),
    found: count((verdict) => verdict.kind === "found" && verdict.found.accepted === null),
    accepted: count((verdict) => verdict.kind === "found" && verdict.found.accepted !== null),
    open: count(({ kind }) => kind === "open"),
    unread,
    questions: asked.map(({ question: { problem, subject }, verdict }) => ({
      problem,
      subject: subject.name,
      ...placeOf(subject.file, subject.span),
      ...verdictAsJson(verdict),
    })),
  };
}

function verdictAsJson(verdict: Asked["verdict"]): object {
  if (verdict.kind === "proved") return { verdict: "proved" };
  if (verdict.kind === "open") return { verdict: "open", because: verdict.because };
  const { diagnostic, witness, accepted } = verdict.found;
  return {
    verdict: "found",
    code: diagnostic.code,
    message: diagnostic.message,
    witness: witness === null ? null : caseData(witness),
    accepted: accepted === null ? null : accepted.because,
  };
}
