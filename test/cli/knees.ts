import type { Files } from "../server/served.ts";

/** A small guideline set of one guideline, one example and one case, in which everything comes out as expected. */
export const guideline = `guideline "Knees"
  source "A Handbook of Knees", pages 1-2
  effective from 2010-01-01 to 2020-12-31

fact locked knee: yes or no
  "a knee that is locked"

fact exercises: treatment trial

# The handbook asks for one of two things.
define failed exercises
  "exercises that did not help"
  as exercises lasted at least 6 weeks AND exercises failed
  cite page 2

service imaging
  MRI of the knee    CPT 73721

imaging if locked knee OR failed exercises
  cite page 1

example "Exercises that failed"
  exercises: failed after 6 weeks
  expect imaging: criteria met
`;

export const lockedKnee = `schema: precept/case/1
case: A locked knee
summary: The knee does not move.
dates: { request date: 2014-05-14, service date: 2014-05-14 }
documents:
  note: { title: Progress note, date: 2014-05-01 }
facts:
  locked knee: { value: yes, evidence: { document: note, quote: cannot be straightened } }
requests:
  - service: MRI of the knee
    administrator: { decision: denied }
    expect: { outcome: criteria met, review: overturned, answers: { locked knee: met }, source: The handbook }
`;

export const manifest = "schema: precept/set/1\nname: knees\ntitle: Knees\ndescription: Guidelines on knees.\n";

export const knees: Files = {
  "knees/set.yaml": manifest,
  "knees/knee.guideline": guideline,
  "knees/cases/locked.yaml": lockedKnee,
};

/** The set with one file changed. */
export function kneesWith(path: string, text: string): Files {
  return { ...knees, [`knees/${path}`]: text };
}

/** Whose days no release has decided yet: the second release of a set begins in days to come. */
export const nextYear: number = new Date().getUTCFullYear() + 1;
