import * as fc from "fast-check";
import { about, chosen, compared, dated, length, windowed } from "./phrases.ts";

/** Something declared, and what may be asked and stated of it. */
export interface Subject {
  readonly declared: string;
  /** Other subjects that it names. */
  readonly rests?: readonly string[];
  readonly phrases: fc.Arbitrary<string>;
  /** Lines of an example. */
  readonly stated: readonly string[];
}

const documented = (name: string): fc.Arbitrary<string> =>
  fc.constantFrom(`${name} is documented as present`, `${name} is documented as absent`, `${name} is not documented`);

const since = fc.constantFrom("at least 30 days", "more than 6 weeks", "at least 3 months", "less than 1 year");

/** What an injection may be, inside `where`. */
const ofInjection: fc.Arbitrary<string> = fc.oneof(
  about("its relief", compared("20 %", "50 %", "80.5 %")),
  about("its date", dated),
  about("its level", chosen("C5", "C6", "C7")),
  about("its approach", chosen("interlaminar", "transforaminal", "none")),
  fc.constantFrom(
    "its image guidance",
    "its image guidance is not documented",
    "it is in the requested region",
    "its region is not the same as the requested region",
    "its site is on the same side as its first site",
    "its code is in injection codes",
    "its code is one of 62321, 62320",
    "its relief above its relief before",
  ),
);

/** Several of the entry, as they may stand below or after `where`. */
const where = (one: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    one,
    fc.tuple(one, fc.constantFrom(" AND ", " OR "), one).map((said) => said.join("")),
    one.filter((said) => !said.includes(",")).map((said) => `NOT ${said}`),
    fc
      .tuple(fc.constantFrom("at least 1 of", "none of", "any of"), fc.array(one, { minLength: 2, maxLength: 3 }))
      .map(([opening, all]) => `${opening} (${all.join("; ")})`),
    fc.tuple(one, one, one).map(([a, b, c]) => `(${a} OR ${b}) AND NOT (${c})`),
  );

const counts = fc.constantFrom(
  "at least 2",
  "more than 1",
  "no more than 3",
  "fewer than 2",
  "exactly 1",
  "from 1 to 3",
  "at least 1 and at most 2",
);

const injections: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("any injection", "no injection", "any well guided injection", "no well guided injection"),
  fc
    .tuple(fc.constantFrom("any", "no", "every"), where(ofInjection))
    .map(([word, said]) => `${word} injection where ${said}`),
  fc
    .tuple(fc.constantFrom("any", "no"), dated, where(ofInjection))
    .map(([word, when, said]) => `${word} injection ${when} where ${said}`),
  fc.tuple(dated, where(ofInjection)).map(([when, said]) => `any well guided injection ${when} where ${said}`),
  counts.map((count) => `${count} injections`),
  fc.tuple(counts, where(ofInjection)).map(([count, said]) => `${count} injections where ${said}`),
  compared("1", "3")
    .filter((words) => words.startsWith("is ") && !words.startsWith("is up"))
    .map((count) => `count of injections ${count}`),
  fc
    .tuple(
      fc.constantFrom("no more than 6", "at most 3", "fewer than 2"),
      fc.constantFrom("12 months", "6 weeks"),
      fc.constantFrom("", "not "),
    )
    .map(([count, time, not]) => `${count} injections in any ${time}, ${not}counting this one`),
  fc
    .tuple(counts, fc.constantFrom("levels", "regions"))
    .map(([count, field]) => `${count} different ${field} of injection`),
  fc
    .tuple(since, fc.constantFrom("if any", "which there must be"))
    .map((said) => said.join(" since the latest injection, ")),
  since.map((time) => `${time} between the latest injection and the service date, if any`),
  fc
    .tuple(
      since,
      ofInjection.filter((said) => !said.includes(",")),
    )
    .map(([time, said]) => `${time} since the latest injection, if any, where ${said}`),
  fc
    .tuple(fc.constantFrom("latest", "earliest"), compared("20 %", "50 %"))
    .map(([which, test]) => `relief of the ${which} injection ${test}`),
  fc
    .tuple(compared("20 %", "50 %"), where(ofInjection))
    .map(([test, said]) => `relief of the latest injection ${test} where ${said}`),
  fc.constantFrom(
    "relief of the latest injection fell by at least 30 % of the earlier value from the earliest injection",
    "relief of the latest injection rose by more than 5 percentage points from the previous injection",
    "relief of the latest injection rose from the earliest injection",
    "relief of the latest well guided injection at least 50 %",
  ),
);

const treatments: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "any treatment where it failed",
    "at least 2 different kinds of treatment where it was not tolerated",
  ),
  length.map((time) => `any treatment where it lasted ${time}`),
  fc.tuple(length, windowed).map(([time, when]) => `no treatment where it lasted ${time} ${when}`),
  fc.constantFrom("at least 6 consecutive weeks of treatment", "at least 2 consecutive months of treatment"),
  windowed.map((when) => `at least 3 consecutive weeks of treatment ${when}`),
  windowed.map((when) => `at least 3 consecutive weeks of treatment ${when} where it was tried`),
);

/** Everything that a guideline may declare and ask about. */
export const subjects: Readonly<Record<string, Subject>> = {
  pain: {
    declared:
      'fact pain: yes or no\n  "pain"\n  cite page 2\n  needs objective evidence within 3 months before request date',
    phrases: fc.oneof(fc.constant("pain"), documented("pain")),
    stated: ["pain: yes", "pain: no, by opinion", "pain: not documented"],
  },
  "no refill": {
    declared: 'fact the reviewer agrees: yes or no\n  reviewer attests "I have seen the film, and agree."',
    phrases: fc.constant("the reviewer agrees"),
    stated: ["the reviewer agrees: yes"],
  },
  PO2: {
    declared:
      'fact PO2: number in mmHg, to 0.1\n  needs test result from pulmonologist or treating physician\n  note "at rest"',
    phrases: fc.oneof(
      about("PO2", compared("20 mmHg", "55 mmHg", "55.5 mmHg", "56 mmHg")),
      about("PO2", fc.constantFrom("at most 7.5 kPa", "above 8 kPa")),
    ),
    stated: ["PO2: 55.5 mmHg", "PO2: 57 mmHg"],
  },
  weight: {
    declared:
      'fact weight: number in kg, to 0.1\nfact height: number in m, to 0.01\n\ndefine body mass index: number in kg/m2, to 0.1\n  "body mass index"\n  as weight / (height * height)',
    phrases: fc.oneof(
      about("body mass index", compared("18.5 kg/m2", "30 kg/m2")),
      about("weight", compared("40 kg", "90.5 kg")),
      about("weight", fc.constantFrom("at least 200 lb", "below 120 lb")),
      fc.constant("body mass index is not documented"),
    ),
    stated: ["weight: 80 kg", "height: 1.8 m"],
  },
  "pain score": {
    declared: "fact pain score: whole number\nfact pain score before: whole number",
    phrases: fc.oneof(
      about("pain score", compared("3", "7")),
      about("pain score", compared("four")),
      fc
        .constantFrom(
          "pain score below pain score before",
          "pain score fell by at least 2 points from pain score before",
          "pain score fell by at least 50 % of the earlier value from pain score before",
          "pain score rose since pain score before",
        )
        .filter((words) => !words.includes("points")),
    ),
    stated: ["pain score: 4"],
  },
  procedure: {
    declared: "fact planned procedure: one of biopsy, injection, surgery, or none",
    phrases: about(
      "planned procedure",
      fc.oneof(chosen("biopsy", "injection", "surgery"), fc.constantFrom("is none", "is not none")),
    ),
    stated: ["planned procedure: none", "planned procedure: surgery"],
  },
  onset: {
    declared: "fact onset date: date, or none\nfact injury date: date",
    phrases: fc.oneof(
      about("onset date", dated),
      about("service date", compared("2020-01-01", "2021-05", "2022")),
      about("injury date", compared("2014-05-14", "2015")),
      fc.constantFrom(
        "onset date is none",
        "onset date at least 6 weeks after injury date",
        "onset date before injury date",
        "onset date within 3 months before injury date",
      ),
    ),
    stated: ["onset date: 2019-04", "onset date: none"],
  },
  age: {
    declared: "fact age: age at request date",
    phrases: about("age", compared("18 years", "65 years")),
    stated: ["age: 40 years"],
  },
  strength: {
    declared:
      "scale muscle strength: 0, 1, 2, 3, 4-, 4, 4+, 5\nfact deltoid: muscle strength\nfact biceps: muscle strength",
    phrases: fc.oneof(
      about("deltoid", compared("3", "4")),
      about("deltoid", compared("4+/5")),
      fc.constantFrom("deltoid below biceps", "deltoid is biceps"),
    ),
    stated: ["deltoid: 4+/5"],
  },
  diagnosis: {
    declared:
      'codes radiculopathy: ICD-10-CM M54.16, M51.1*,\n  M50.1 to M50.13, CPT 72148\n  "radiculopathy"\n\ncodes myelopathy: ICD-10-CM M50.0*\n\nfact diagnosis: ICD-10-CM code',
    phrases: about(
      "diagnosis",
      fc.oneof(
        chosen("M54.16", "M54.1*", "M50.1 to M50.12", "m5116"),
        fc.constantFrom(
          "is in radiculopathy",
          "is not in radiculopathy",
          "is in radiculopathy, myelopathy",
          "is not in myelopathy, radiculopathy",
        ),
      ),
    ),
    stated: ["diagnosis: M54.16"],
  },
  site: {
    declared:
      "fact pain site: body site in cervical spine, lumbar spine, knee\nfact other site: body site in knee, hip, or none",
    phrases: fc.oneof(
      about(
        "pain site",
        chosen("lumbar spine", "left knee", "both knees", "cervical spine C5-C6", "lumbar spine L5 right"),
      ),
      about(
        "pain site",
        fc.constantFrom(
          "is in the lumbar spine",
          "is on the left",
          "is on the right",
          "is on both sides",
          "is not on the left",
          "is at C5-C6, L4-5",
          "is not at L5",
        ),
      ),
      fc.constantFrom(
        "pain site is in the same region as the other site",
        "pain site is not on the same side as other site",
        "other site is none",
        "other site is not none",
      ),
    ),
    stated: ["pain site: left knee", "other site: none"],
  },
  root: {
    declared: "fact pain root: one of C5, C6, C7\nfact reflex root: one of C6, C7, C8",
    phrases: fc.constantFrom("pain root is the same as the reflex root", "pain root is not the same as reflex root"),
    stated: ["pain root: C6"],
  },
  program: {
    declared: 'fact strengthening program: treatment trial\n  "a strengthening program"\n  such as "exercises at home"',
    phrases: fc.oneof(
      about(
        "strengthening program",
        fc.constantFrom(
          "failed",
          "succeeded",
          "was not tolerated",
          "is contraindicated",
          "was tried",
          "partially succeeded",
          "was not tried",
        ),
      ),
      about("strengthening program lasted", length),
      fc.tuple(length, windowed).map(([time, when]) => `strengthening program lasted ${time} ${when}`),
    ),
    stated: ["strengthening program: failed after 6 weeks"],
  },
  region: {
    declared: "fact requested region: one of neck, back",
    phrases: about("requested region", chosen("neck", "back")),
    stated: ["requested region: neck"],
  },
  injection: {
    declared: `codes injection codes: CPT 62320 to 62323

fact injection: list, each with
  date: date
  level: one of C5, C6, C7
    "the level"
  relief: number in %, to 0.1
    note "as the patient tells"
  relief before: number in %
  approach: one of interlaminar, transforaminal, or none
  region: one of neck, back
  site: body site in cervical spine, knee
  first site: body site in cervical spine, knee
  code: CPT code
  image guidance: yes or no
  cite page 7
  needs evidence within 1 year before service date
  counted once per date and level

define well guided injection
  "with guidance"
  as injection where its image guidance AND its level is not C7`,
    rests: ["region"],
    phrases: injections,
    stated: ["injection, complete:\n    - date: 2020-01-01, level: C5, relief: 50 %", "injection:\n    - level: C6"],
  },
  treatment: {
    declared: "fact treatment: list of treatment trials, each with\n  kind: one of exercise, medication, manipulation",
    phrases: treatments,
    stated: ["treatment, complete:\n    - kind: exercise, course: failed after 6 weeks"],
  },
  Wells: {
    declared:
      'score Wells\n  "the score"\n  - 1.5 if pain\n    "pain"\n    cite item 1\n  - -2 if pain score above 3 AND age at least 65 years\n    but not if pain is not documented\n  - 3 if age below 40 years\n    waived if pain',
    rests: ["pain", "pain score", "age"],
    phrases: about("Wells", compared("-0.5", "1.5", "4")),
    stated: [],
  },
  rating: {
    declared:
      "table appropriateness: one of usually appropriate, may be appropriate, usually not appropriate\n  first that applies\n  - usually appropriate if age at least 65 years\n    cite row 1\n  - may be appropriate if any of\n    - pain\n    - age below 18 years\n  - usually not appropriate otherwise\n\ntable dose: number in mg, to 0.5\n  highest that applies\n  - 2.5 mg if pain\n  - 4 mg if age at least 18 years\n\ntable urgent: yes or no\n  - yes if pain AND age at least 65 years\n  - no otherwise".replace(
        "to 0.5",
        "to 0.1",
      ),
    rests: ["pain", "age"],
    phrases: fc.oneof(
      about("appropriateness", chosen("usually appropriate", "may be appropriate", "usually not appropriate")),
      about("dose", compared("2.5 mg", "3 mg")),
      fc.constant("urgent"),
    ),
    stated: [],
  },
  interval: {
    declared:
      "fact colonoscopy: list, each with\n  date: date\n\nfact first visit: date\n\nschedule screening interval\n  lowest that applies\n  - 24 months if pain\n  - 10 years if age at least 65 years\n  - 120 months otherwise",
    rests: ["pain", "age"],
    phrases: fc.oneof(
      fc
        .constantFrom("at least", "more than", "at most", "less than")
        .map((bound) => `${bound} the screening interval since the latest colonoscopy, if any`),
      fc.constantFrom(
        "first visit at least the screening interval before request date",
        "first visit within the screening interval before the service date",
        "first visit within the screening interval after request date",
        "no colonoscopy within 10 years before request date",
      ),
    ),
    stated: ["colonoscopy, complete:\n    - date: 2015-03", "first visit: 2016-01-01"],
  },
};
