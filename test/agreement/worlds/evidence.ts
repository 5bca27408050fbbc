import { anything, type Phrase, question, type Said } from "./question.ts";

const is = (wanted: string) => (value: string) => value === wanted;
const by = (evidence: string, value = "yes"): string => `{ value: ${value}, evidence: { ${evidence} } }`;
const admitted = (name: string, evidence: string): readonly Said<string>[] =>
  ["yes", "no"].map((value) => [`${name}: ${by(evidence, value)}`, is(value)]);
const demoted = (name: string, evidence: string): Said<string> => [`${name}: ${by(evidence)}`, anything];

const edema = question(
  "edema",
  ["fact edema: yes or no\n  needs objective evidence"],
  ["yes", "no"],
  [
    ["", anything],
    ["edema: yes", anything],
    ...admitted("edema", "kind: objective finding"),
    ...admitted("edema", "kind: test result"),
    demoted("edema", "kind: patient report"),
    demoted("edema", "document: report"),
    [`edema: [ ${by("kind: opinion")}, ${by("kind: objective finding", "no")} ]`, is("no")],
  ],
);

const rales = question(
  "rales",
  ["fact rales: yes or no\n  needs evidence from treating physician or pulmonologist"],
  ["yes", "no"],
  [
    ["", anything],
    ...admitted("rales", "author: pulmonologist"),
    demoted("rales", "author: chiropractor"),
    ...admitted("rales", "document: report"),
  ],
);

export const evidenceDemotion: readonly Phrase[] = [edema.asks("edema", is("yes")), rales.asks("rales", is("yes"))];

/** 30 March is three months before the request date, 30 June; the report is of 22 May. */
const film = question(
  "spondylolisthesis",
  ["fact spondylolisthesis: yes or no\n  needs evidence within 3 months before request date"],
  ["yes", "no"],
  [
    ["", anything],
    ...admitted("spondylolisthesis", "date: 2024-03-30"),
    demoted("spondylolisthesis", "date: 2024-03-29"),
    demoted("spondylolisthesis", "date: 2024-03"),
    ...admitted("spondylolisthesis", "date: 2024-04"),
    demoted("spondylolisthesis", "date: 2024-07-01"),
    demoted("spondylolisthesis", "kind: test result"),
    ...admitted("spondylolisthesis", "document: report"),
    [`spondylolisthesis: [ ${by("date: 2023-01-01")}, ${by("date: 2024-06-01", "no")} ]`, is("no")],
  ],
);

export const tooOldEvidence: readonly Phrase[] = [film.asks("spondylolisthesis", is("yes"))];

/** Statements that cannot all be so leave everything between them possible; those that can, what they have in common. */
const saturations = [86, 87, 88, 89, 90, 91];
const saturation = question("saturation", ["fact saturation: number in %"], saturations, [
  ["", anything],
  ["saturation: 88 %", (value) => value === 88],
  ["saturation: [ { value: 87 % }, { value: 90 % } ]", (value) => value >= 87 && value <= 90],
  ["saturation: [ { value: 88 % }, { value: 89 % } ]", (value) => value === 88 || value === 89],
  ["saturation: [ { value: 86 % }, { value: 86 % }, { value: 88 % } ]", (value) => value >= 86 && value <= 88],
  ["saturation: [ { value: { from: 86 %, to: 88 % } }, { value: { from: 88 %, to: 91 % } } ]", (value) => value === 88],
  [
    "saturation: [ { value: { from: 86 %, to: 87 % } }, { value: { from: 89 %, to: 90 % } } ]",
    (value) => value >= 86 && value <= 90,
  ],
]);
const cough = question(
  "cough",
  ["fact cough: yes or no"],
  ["yes", "no"],
  [
    ["cough: [ { value: yes }, { value: no } ]", anything],
    ["cough: [ { value: yes }, { value: yes } ]", is("yes")],
    ["cough: no", is("no")],
  ],
);
const stage = question(
  "stage",
  ["fact stage: one of I, II, III"],
  ["I", "II", "III"],
  [
    ["stage: [ { value: I }, { value: III } ]", (value) => value !== "II"],
    ["stage: II", is("II")],
    ["", anything],
  ],
);

export const conflictingEvidence: readonly Phrase[] = [
  saturation.asks("saturation at most 88 %", (value) => value <= 88),
  saturation.asks("saturation from 88 to 89 %", (value) => value === 88 || value === 89),
  saturation.asks("saturation above 89 %", (value) => value > 89),
  cough.asks("cough", is("yes")),
  stage.asks("stage is I", is("I")),
  stage.asks("stage is not II", (value) => value !== "II"),
];
