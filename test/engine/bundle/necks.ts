/** A small set with one guideline and one service; `heading` is its title. */
export const necks = (heading = "Neck") => [
  { path: "set.yaml", text: "schema: precept/set/1\nname: necks\ntitle: Necks\ndescription: About necks.\n" },
  {
    path: "neck.guideline",
    text: `guideline "${heading}"
  effective from 2010-01-01 to 2019-12-31

fact numbness: yes or no
  "numbness of a hand"
  needs objective evidence

fact weight: number in kg, to 0.1

service imaging
  MRI of the neck  CPT 72141

imaging if numbness
  cite page 1
`,
  },
];

/** A case of that set; `numbness` as the lines of its fact. */
export const neckCase = (numbness: string, serviceDate = "2014-05-14"): string => `schema: precept/case/1
case: A numb hand
dates: { request date: 2014-05-01, service date: ${serviceDate} }
facts:
  numbness:${numbness}
requests:
  - service: MRI of the neck
    code: CPT 72141
`;

export const byTest = "\n    value: yes\n    evidence: { kind: test result }";

/** The set with a case that expects what comes out, so that it may be released. */
export const testedNecks = () => [
  ...necks(),
  {
    path: "cases/numb.yaml",
    text: neckCase(byTest).replace(
      "code: CPT 72141",
      "code: CPT 72141\n    expect: { outcome: criteria met, source: page 1 }",
    ),
  },
];
