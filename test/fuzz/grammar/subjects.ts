/** What is declared, phrases that test it, and what an example may say of it. One row for each kind there is. */
export interface Subject {
  readonly declared: readonly string[];
  readonly tests: readonly string[];
  readonly stated: readonly string[];
}

const asked = "fact asked region: one of neck, back";

export const subjects: readonly Subject[] = [
  {
    declared: ["fact pain: yes or no\n  needs objective evidence"],
    tests: ["pain", "pain is not documented", "pain is documented as absent"],
    stated: ["pain: yes", "pain: no, by opinion", "pain: not documented"],
  },
  {
    declared: ['fact new weakness: yes or no\n  "new weakness"\n  cite page 3\n  such as "foot drop"'],
    tests: ["new weakness"],
    stated: ["new weakness: no"],
  },
  {
    declared: ['fact necessary: yes or no\n  reviewer attests "It is necessary"'],
    tests: ["necessary", "necessary is documented as present"],
    stated: ["necessary: yes"],
  },
  {
    declared: [
      "fact PO2: number in mmHg, to 0.1\n  needs test result within 3 months before request date from treating physician or nurse",
    ],
    tests: [
      "PO2 at or below 55 mmHg",
      "PO2 from 56 to 59 mmHg",
      "PO2 above 7.5 kPa",
      "PO2 at least 20 and below 60 mmHg",
    ],
    stated: ["PO2: 55.5 mmHg"],
  },
  {
    declared: ["fact pain score: whole number"],
    tests: ["pain score at least 4", "pain score is 7", "pain score < 3", "pain score 4 or more"],
    stated: ["pain score: 7"],
  },
  {
    declared: ["fact planned procedure: one of nothing, injection, surgery"],
    tests: ["planned procedure is one of injection, surgery", "planned procedure is not nothing"],
    stated: ["planned procedure: surgery"],
  },
  {
    declared: ["fact onset date: date"],
    tests: [
      "onset date within 6 months before request date",
      "onset date at least 6 weeks before service date",
      "onset date before 2014-05",
      "service date is on or after 2020-01-01",
    ],
    stated: ["onset date: 2014-04"],
  },
  {
    declared: ["fact age: age at request date"],
    tests: ["age at least 18 years", "age below 65 years"],
    stated: ["age: 62"],
  },
  {
    declared: ["scale strength: 0, 1, 2, 3, 4, 5\n  cite page 7", "fact deltoid: strength", "fact biceps: strength"],
    tests: ["deltoid at least 4", "deltoid below 3", "deltoid below biceps", "biceps is not the same as the deltoid"],
    stated: ["deltoid: 4/5"],
  },
  {
    declared: [
      "codes radiculopathy: ICD-10-CM M54.16, M51.1*,\n  M50.1 to M50.13, CPT 72148",
      "fact diagnosis: ICD-10-CM code",
    ],
    tests: [
      "diagnosis is M54.16",
      "diagnosis is one of M54.1*, M50.1",
      "diagnosis is in radiculopathy",
      "diagnosis is not in radiculopathy",
    ],
    stated: ["diagnosis: m54.2", "diagnosis: M54.1*"],
  },
  {
    declared: ["fact pain site: body site in lumbar spine, knee", "fact other site: body site in knee, hip, or none"],
    tests: [
      "pain site is left knee",
      "pain site is one of both knees, lumbar spine L5-S1",
      "pain site is on the left",
      "pain site is not at L4-5, L5",
      "pain site is in the same region as the other site",
      "other site is none",
    ],
    stated: ["pain site: left knee", "other site: none"],
  },
  {
    declared: [asked, "fact visit: list, each with\n  region: one of neck, back\n  code: ICD-10-CM code"],
    tests: [
      "any visit where it is in the asked region",
      "at least 2 visits where its region is not the same as the asked region",
      "no visit where its code is M54.1*",
      "every visit where its region is back",
    ],
    stated: ["visit, complete:\n  - region: neck, code: M54.2\n  - code: M54.1*", "asked region: back"],
  },
  {
    declared: ["fact strengthening program: treatment trial"],
    tests: [
      "strengthening program lasted at least 6 weeks",
      "strengthening program failed",
      "strengthening program was not tried",
      "strengthening program lasted at least 6 weeks within 6 months before request date",
    ],
    stated: ["strengthening program: failed after 6 weeks", "strengthening program: failed from 2024-01-01"],
  },
  {
    declared: [
      'fact injection: list, each with\n  date: date\n  level: one of C5, C6\n    "the level"\n  relief: number in %\n  needs objective evidence\n  counted once per date and level',
      "define injection at C6\n  as injection where its level is C6",
    ],
    tests: [
      "any injection where its relief at least 50 %",
      "no injection within 3 months before request date",
      "count of injections is at most 3",
      "no more than 6 injections in any 12 months, counting this one",
      "fewer than 4 injections at C6 in any 12 months, not counting this one",
      "at least 2 different levels of injection within 12 months before request date",
      "relief of the latest injection at least 50 %",
      "at least 30 days since the latest injection, if any",
      "more than 3 months since the latest injection at C6, which there must be",
      "relief of the latest injection fell by at least 30 % of the earlier value from the earliest injection",
    ],
    stated: ["injection:\n  - date: 2024-01, level: C5, relief: 50 %"],
  },
  {
    declared: [
      "fact treatment: list of treatment trials, each with\n  kind: one of analgesics, physical therapy\n  physician-directed: yes or no",
    ],
    tests: [
      "at least 6 consecutive weeks of treatment within 6 months before request date",
      "at least 2 different kinds of treatment where all of (it failed; it is physician-directed)",
      "any treatment where (it lasted at least 6 weeks AND its kind is analgesics)",
    ],
    stated: ["treatment, complete:\n  - kind: analgesics, course: failed after 6 weeks"],
  },
  {
    declared: [
      "fact weight: number in kg, to 0.1",
      "fact height: number in cm",
      'define body mass index: number in kg/m2, to 0.1\n  "BMI"\n  as weight divided by (height times height)',
    ],
    tests: ["body mass index at least 40 kg/m2", "body mass index from 35 to 39.9 kg/m2"],
    stated: ["weight: 100 kg", "height: 180 cm"],
  },
  {
    declared: ["fact saturation at rest: number in %", "fact saturation walking: number in %"],
    tests: [
      "saturation walking fell by at least 5 % of the earlier value from saturation at rest",
      "saturation walking dropped by more than 4 percentage points since saturation at rest",
      "saturation walking below the saturation at rest",
    ],
    stated: ["saturation at rest: 88 %"],
  },
  {
    declared: ["fact first visit: date", "fact surgery date: date, or none"],
    tests: [
      "surgery date at least 6 weeks after first visit",
      "first visit within 3 months before surgery date",
      "surgery date is none",
    ],
    stated: ["surgery date: none", "first visit: 2024-02-29"],
  },
  {
    declared: [
      "fact clinical signs: yes or no",
      "fact heart rate: number in /min",
      'score Wells\n  "Wells score"\n  - 3 if clinical signs\n    cite page 4\n  - 1.5 if heart rate above 100 /min\n    waived if clinical signs\n  - -2 if NOT clinical signs',
    ],
    tests: ["Wells at least 4", "Wells from 2 to 6", "Wells is more than 4 points"],
    stated: ["clinical signs: yes", "heart rate: 101 /min"],
  },
  {
    declared: [
      "fact polyps: whole number",
      "fact colonoscopy: list, each with\n  date: date",
      "schedule screening interval\n  first that applies\n  - 5 years if polyps at least 3\n  - 24 months if polyps from 1 to 2\n  - 120 months otherwise",
      'table rating: one of appropriate, inappropriate\n  only one applies:\n    - appropriate if polyps at least 3\n    - inappropriate otherwise\n      "nothing found"',
    ],
    tests: [
      "at least the screening interval since the latest colonoscopy, if any",
      "screening interval at most 5 years",
      "rating is not inappropriate",
    ],
    stated: ["polyps: 2"],
  },
];
