import { type Asking, eachOf, type Phrase, question, related } from "./question.ts";

/** A yes-or-no fact and its phrase. */
export function yesOrNo(name: string): { readonly asked: Asking<string>; readonly phrase: Phrase } {
  const asked = question(name, [`fact ${name}: yes or no`], ["yes", "no"], eachOf(name, ["yes", "no"]));
  return { asked, phrase: asked.asks(name, (value) => value === "yes") };
}

export const signs: readonly Phrase[] = ["pain", "numbness", "weakness", "fever"].map((name) => yesOrNo(name).phrase);

const procedures = ["biopsy", "injection", "surgery", "none"];
const procedure = question(
  "procedure",
  ["fact procedure: one of biopsy, injection, surgery, or none"],
  procedures,
  eachOf("procedure", procedures),
);

export const enumerations: readonly Phrase[] = [
  procedure.asks("procedure is biopsy", (value) => value === "biopsy"),
  procedure.asks("procedure is not surgery", (value) => value !== "surgery"),
  procedure.asks("procedure is one of biopsy, injection", (value) => value === "biopsy" || value === "injection"),
  procedure.asks("procedure is none of injection, surgery", (value) => value === "biopsy" || value === "none"),
  procedure.asks("procedure is none", (value) => value === "none"),
  procedure.asks("procedure is not none", (value) => value !== "none"),
];

/** The last two are what scales of muscle strength hold, and are no numbers. */
const grades = ["0", "1", "2", "3-", "3"];
const order = (grade: string): number => grades.indexOf(grade);
const strengthOf = (name: string): Asking<string> =>
  question(name, [`scale strength: ${grades.join(", ")}`, `fact ${name}: strength`], grades, [
    ...eachOf(name, grades),
    [`${name}: 3-/3`, (value) => value === "3-"],
    [`${name}: at least 2`, (value) => order(value) >= 2],
    [`${name}: { from: 1, to: 3- }`, (value) => order(value) >= 1 && order(value) <= 3],
    [`${name}: 1 or less`, (value) => order(value) <= 1],
  ]);

const deltoid = strengthOf("deltoid");

export const scales: readonly Phrase[] = [
  deltoid.asks("deltoid at least 2", (value) => order(value) >= 2),
  deltoid.asks("deltoid below 3-", (value) => order(value) < 3),
  deltoid.asks("deltoid from 1 to 3-", (value) => order(value) >= 1 && order(value) <= 3),
  deltoid.asks("deltoid is 3-/3", (value) => value === "3-"),
  deltoid.asks("deltoid is not 0", (value) => value !== "0"),
  deltoid.asks("deltoid is one of 0, 3", (value) => value === "0" || value === "3"),
];

const biceps = strengthOf("biceps");

export const gradesHeldAgainstEachOther: readonly Phrase[] = [
  related(deltoid, biceps, "deltoid below biceps", (one, other) => order(one) < order(other)),
  related(deltoid, biceps, "deltoid is biceps", (one, other) => one === other),
];
