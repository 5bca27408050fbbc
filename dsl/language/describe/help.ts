/** One line on each word of the language, by how it is written in lower case; connectives in capitals. */
const lines: Readonly<Record<string, string>> = {
  guideline: "Which published guideline this file holds.",
  fact: "A question about a case, and what kind of answer it takes.",
  scale: "Grades from lowest to highest, for facts that are graded.",
  codes: "A named list of codes, ranges of codes and beginnings of codes.",
  define: "A criterion with a name of its own.",
  score: "Points added up: the sum of the rows that apply.",
  table: "A value chosen by the first row that applies, or by another rule.",
  schedule: "A length of time chosen by criteria, for intervals.",
  otherwise: "The value when no other row applies.",
  "first that applies": "The row that stands first counts.",
  "only one applies": "The rows exclude each other; where several apply there is no value.",
  "highest that applies": "The row with the highest value counts.",
  "lowest that applies": "The row with the lowest value counts.",
  service: "What can be asked for, with its codes.",
  example: "A small case and what should come out; it is run as a test.",
  authority: "In which order the sources of the set are consulted, and when a lower one is.",
  if: "The service is recommended when this is met; several `if` lines each suffice.",
  "only if": "Each `only if` of a service is required, beside one of its `if`.",
  "is covered": "The service is recommended unless something excludes it.",
  "red flag if": "The service is recommended when this is met, though an `only if` is not.",
  "limited to": "What is given in full; a request beyond it is given in part.",
  "otherwise not addressed": "What is not recommended and not excluded, the guideline leaves open.",
  when: "Cases of which more is asked, as `requires` below says.",
  requires: "What must be met besides, when it is so.",
  "reviewer attests": "Only the reviewer can say this; no paper documents it.",
  always: "What is so in every case; a case that contradicts it is refused.",
  never: "What is so in no case; a case that contradicts it is refused.",
  accept: "What analysis finds here is known and meant.",
  where: "Which of them.",
  "is not covered": "The service is excluded, whatever the case says.",
  "excluded if": "The service is excluded when this is met, whatever else is.",
  as: "What the definition means.",
  "waived if": "When this is met, the criterion above need not be.",
  "but not if": "When this is met, the criterion above does not count.",
  "applies when": "Requests the guideline is about; others it does not address.",
  cite: "Where this is published: a page, a section.",
  source: "The published document, its edition and pages.",
  "adopted by": "Who made the guideline binding.",
  "rests on": "The level of the evidence behind the guideline, by type of question.",
  effective: "From when, and until when, the guideline is in force.",
  needs: "What evidence must be before the fact counts as documented.",
  use: "Takes facts, lists, scales and definitions from another guideline of the set.",
  changes: "The guideline that this one changes; what it does not say follows that one.",
  "changed because": "Why this stands in the place of what the changed guideline says.",
  "taken away because": "Why this of the changed guideline does not count here.",
  "counted once per": "Entries of a list that are alike in these fields count as one.",
  note: "A remark of your own; it may stand in a rationale.",
  "such as": "Examples the publication gives, without effect on the answer.",
  "read as": "How an ambiguous sentence of the publication is read.",
  because: "Why it is read so.",
  "asked for": "What a request for the service states, beside the service.",
  expect: "The outcome or answer that should come out.",
  "any of": "Met when one or more of the criteria below are.",
  "all of": "Met when every criterion below is.",
  "none of": "Met when no criterion below is.",
  "at least of": "Met when that many of the criteria below are, or more.",
  "exactly of": "Met when that many of the criteria below are, no more and no fewer.",
  "yes or no": "Answered yes or no; where the record is silent, not documented.",
  "one of": "One of several values.",
  "number in": "An amount in this unit; thresholds in others convert to it.",
  "whole number": "A count.",
  date: "A day; a month or a year where less is known.",
  "age at request date": "Completed years on the day of the request.",
  "age at service date": "Completed years on the day of the service.",
  "treatment trial": "A treatment: how long it lasted, and how it went.",
  "or none": "The record may say that there is none.",
  AND: "Both must be met.",
  OR: "One suffices.",
  NOT: "Met when what follows is not met; what is not documented stays not documented.",
  UNLESS: "Not understood: it is read as a waiver by one reader and as an exclusion by the next.",
};

/** Help on a keyword or connective as written; null for anything else. */
export function helpOn(written: string): string | null {
  const words = written.replaceAll(/\s+/g, " ");
  const counted = words.toLowerCase().replace(/^(at least|exactly) \S+ of$/, "$1 of");
  return lines[words] ?? lines[counted] ?? null;
}

const documentation: Readonly<Record<string, string>> = {
  "is documented as present": "the record affirms it",
  "is documented as absent": "the record denies it",
  "is not documented": "the record leaves it open",
};

/** Help on tests that are no row of the table of operators: what is documented, and dates against dates of the case. */
export function helpOnTest(pattern: string): string {
  return documentation[pattern] ?? "counted from a date that every case has; both ends included";
}
