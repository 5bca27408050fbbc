/** The guideline as the author writes it first: two criteria, and a test of each answer. */
export const firstText = `guideline "Knee arthroscopy"
  source "A handbook of knee surgery", pages 1-2
  effective from 2026-01-01

fact locking: yes or no
  "the knee locks and cannot be straightened"

service arthroscopy
  knee arthroscopy    CPT 29881

arthroscopy if locking
  cite page 1

example "It locks"
  locking: yes
  expect arthroscopy: criteria met
  cite "page 1"

example "It does not lock"
  locking: no
  expect arthroscopy: criteria not met
  cite "page 1"

example "Nothing is said"
  expect arthroscopy: information needed
  cite "page 1"
`;

/** As the reviewer asked: the words of the source say which page. */
export const secondText = firstText.replace(
  "arthroscopy if locking\n  cite page 1",
  "arthroscopy if locking\n  cite page 2",
);

/** A case of the set, with what is expected of it and who says so. */
export const caseText = `schema: precept/case/1
case: A knee that is stuck

dates:
  request date: 2026-10-01
  service date: 2026-11-02

documents:
  note: { title: Progress note, date: 2026-09-20, author: physician }

facts:
  locking:
    value: no
    evidence: { document: note, quote: "full extension" }

requests:
  - service: knee arthroscopy
    code: CPT 29881
    expect:
      outcome: criteria not met
      source: Dr. Example, by page 1 of the handbook
`;
