/** A sentence of real policies, and where the shipped sets say it: a definition, or a service by its first item. */
export interface Sentence {
  readonly sentence: string;
  readonly set: string;
  readonly subject: string;
}

/** The sentences the language was designed to express; each has cases that come out met, not met and not documented. */
export const sentences: readonly Sentence[] = [
  {
    sentence: "failure to progress in a strengthening program intended to avoid surgery",
    set: "california-mtus",
    subject: "imaging",
  },
  {
    sentence: "failure of conservative treatment for at least six weeks within the last six months",
    set: "spine-and-imaging",
    subject: "failure of conservative treatment",
  },
  {
    sentence: "at least 6 consecutive weeks in the last 6 months of any 2 of these physician-directed treatments",
    set: "spine-and-imaging",
    subject: "two treatments failed",
  },
  {
    sentence: "new weakness documented on physical exam, not likely caused by plexopathy or peripheral neuropathy",
    set: "spine-and-imaging",
    subject: "new weakness",
  },
  { sentence: "6 weeks for radiculopathy", set: "spine-and-imaging", subject: "six weeks for radiculopathy" },
  {
    sentence: "4 weeks for degenerative disease",
    set: "spine-and-imaging",
    subject: "four weeks for degenerative disease",
  },
  {
    sentence: "NSAIDs at least 3 weeks, waived if not tolerated, contraindicated or worsening",
    set: "spine-and-imaging",
    subject: "medication tried",
  },
  {
    sentence: "CT only if MRI is unavailable, not diagnostic or not tolerated",
    set: "spine-and-imaging",
    subject: "MRI is no way",
  },
  { sentence: "home use of oxygen, at rest", set: "cms-ncd", subject: "hypoxemia at rest" },
  {
    sentence: "(better daily activities OR fewer work restrictions) AND less dependency on treatment",
    set: "mtus-definitions",
    subject: "functional improvement",
  },
  {
    sentence: "the rating of imaging by variant, 1 to 9",
    set: "spine-and-imaging",
    subject: "MRI without contrast usually appropriate",
  },
  {
    sentence: "overlapping body part imaged within 3 months: prior result inconclusive, or notes on management",
    set: "spine-and-imaging",
    subject: "another imaging study",
  },
  { sentence: "NCD 240.2, both groups, sleep and exercise", set: "cms-ncd", subject: "home oxygen" },
  { sentence: "NCD 190.28, surveillance over the years", set: "cms-ncd", subject: "surveillance is due" },
  { sentence: "NCD 230.9, salvage after radiation", set: "cms-ncd", subject: "limited recurrence" },
  { sentence: "NCD 80.2, share of the classic lesion", set: "cms-ncd", subject: "predominantly classic lesion" },
  {
    sentence: "chronic pain: three or more months from onset, formerly: beyond the anticipated time of healing",
    set: "mtus-definitions",
    subject: "chronic pain",
  },
  {
    sentence: "pain plus objective motor or reflex change in the distribution of the same nerve root",
    set: "spine-and-imaging",
    subject: "objective change of the same root",
  },
  {
    sentence: "radiculopathy: no improvement after 6 weeks",
    set: "spine-and-imaging",
    subject: "radiculopathy without improvement",
  },
  {
    sentence: "repeat injection: prior one successful",
    set: "spine-and-imaging",
    subject: "prior injection successful",
  },
  {
    sentence: "repeat injection: no more than 6 in 12 months, bilateral injections at one level counting as one",
    set: "spine-and-imaging",
    subject: "at most six in 12 months",
  },
  { sentence: "repeat injection", set: "spine-and-imaging", subject: "repeat facet joint injection" },
  {
    sentence: "at most 4 sessions per region in a rolling 12 months",
    set: "spine-and-imaging",
    subject: "number of sessions allowed",
  },
  {
    sentence: "repeat needs at least 50 % relief for 3 months",
    set: "spine-and-imaging",
    subject: "relief by the latest session",
  },
  { sentence: "pain 4 weeks except herpes zoster", set: "spine-and-imaging", subject: "four weeks of pain" },
  {
    sentence: "ACOEM or ODG only if MTUS does not address the condition or its presumption is rebutted",
    set: "mtus-search-sequence",
    subject: "imaging",
  },
];
