import type { ProblemName } from "../../../../engine/analysis/index.ts";

/** What holds of a subject when the problem is not there, as it goes on after the subject's name. */
export const provedWords: Readonly<Record<ProblemName, string>> = {
  "never met": "can be met",
  "always met": "can fail",
  "branch without effect": "makes a difference",
  "term without effect": "each part makes a difference",
  "implied criterion": "is not implied by what else is asked",
  "equivalent criteria": "asks what no other does",
  "conflicting recommendations": "nothing contradicts it",
  "uncovered region": "every case is addressed",
  "unused declaration": "is used",
  "exception never applies": "its exceptions can apply",
  "unreachable row": "can be reached",
  "threshold gap": "there is no gap between limits",
  "threshold overlap": "its limits do not overlap",
  "unit slip": "its limits are plausible in their unit",
  "decided whatever is documented": "depends on what is documented",
  "met either way": "some part decides whenever it is met",
  "fact that never matters": "matters",
  "correlated quantities": "all values of what it tests can go together",
  "met by absence": "is not met by what is missing",
  "acceptance of nothing": "keeps something",
};
