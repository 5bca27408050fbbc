import type { AcceptedProblem, Severity } from "../../dsl/index.ts";

interface Kind {
  readonly code: string;
  readonly severity: Severity;
  /** What authors call it after `accept`. */
  readonly accepted: AcceptedProblem | null;
}

/** What may be asked of guidelines without any case, in the order of their codes; each has a page. */
export const problems = {
  "never met": { code: "W0701", severity: "warning", accepted: "never met" },
  "always met": { code: "W0702", severity: "warning", accepted: "always met" },
  "branch without effect": { code: "W0703", severity: "warning", accepted: "no effect" },
  "term without effect": { code: "W0704", severity: "warning", accepted: "no effect" },
  "implied criterion": { code: "W0705", severity: "warning", accepted: "implied" },
  "equivalent criteria": { code: "W0706", severity: "warning", accepted: "equivalent" },
  "conflicting recommendations": { code: "W0707", severity: "warning", accepted: "conflict" },
  "uncovered region": { code: "W0708", severity: "hint", accepted: "uncovered" },
  "unused declaration": { code: "W0709", severity: "warning", accepted: "unused" },
  "exception never applies": { code: "W0710", severity: "warning", accepted: "never applies" },
  "unreachable row": { code: "W0711", severity: "warning", accepted: "unreachable" },
  "threshold gap": { code: "W0712", severity: "warning", accepted: "gap" },
  "threshold overlap": { code: "W0713", severity: "warning", accepted: "overlap" },
  "unit slip": { code: "W0714", severity: "warning", accepted: "unit slip" },
  "decided whatever is documented": { code: "W0715", severity: "warning", accepted: "decided" },
  "met either way": { code: "W0716", severity: "hint", accepted: "met either way" },
  "fact that never matters": { code: "W0717", severity: "warning", accepted: "never matters" },
  "correlated quantities": { code: "W0718", severity: "hint", accepted: "correlated" },
  "met by absence": { code: "W0719", severity: "warning", accepted: "met by absence" },
  "acceptance of nothing": { code: "W0720", severity: "warning", accepted: null },
} as const satisfies Readonly<Record<string, Kind>>;

export type ProblemName = keyof typeof problems;

export const problemNames = Object.keys(problems) as readonly ProblemName[]; // the keys of the literal above
