import type { Guideline } from "../../../dsl/index.ts";
import type { Injected } from "./injections.ts";

/*
 * Flaws added at the end of a guideline that was written by hand. Facts of the additions go by names that no guideline has; what
 * is taken from the guideline is one of its yes-or-no facts and one of its services.
 */

interface Addition {
  readonly name: string;
  readonly problems: readonly string[];
  readonly at: string;
  /** `fact` and `service`: names in the guideline. */
  readonly lines: (fact: string, service: string) => readonly string[];
}

const declared = {
  fresh: "fact wholly new finding: yes or no",
  level: "fact wholly new level: whole number",
  tension: "fact wholly new tension: number in mmHg, to 0.1",
  care: "fact wholly new care: treatment trial",
  dose: "fact wholly new dose: number in mg, to 0.01",
};

export const additions: readonly Addition[] = [
  {
    name: "a criterion and its opposite, both required",
    problems: ["never met"],
    at: "wholly new criterion",
    lines: (fact) => ["define wholly new criterion", "  as all of", `    - ${fact}`, `    - NOT ${fact}`],
  },
  {
    name: "a criterion or its opposite",
    problems: ["always met"],
    at: "wholly new criterion",
    lines: (fact) => ["define wholly new criterion", "  as any of", `    - ${fact}`, `    - NOT ${fact}`],
  },
  {
    name: "a branch that its sibling takes up",
    problems: ["implied criterion", "branch without effect", "term without effect"],
    at: "wholly new finding",
    lines: (fact) => [
      declared.fresh,
      "define wholly new criterion",
      "  as any of",
      `    - ${fact}`,
      "    - all of",
      `      - ${fact}`,
      "      - wholly new finding",
    ],
  },
  {
    name: "a criterion defined twice",
    problems: ["equivalent criteria"],
    at: "wholly new",
    lines: (fact) => [
      declared.fresh,
      "define wholly new criterion",
      `  as ${fact} OR wholly new finding`,
      "define wholly new condition",
      `  as wholly new finding OR ${fact}`,
    ],
  },
  {
    name: "a fact that nothing asks for",
    problems: ["unused declaration"],
    at: "wholly new finding",
    lines: () => [declared.fresh],
  },
  {
    name: "a stricter threshold beside a looser one",
    problems: ["implied criterion"],
    at: "wholly new level at least 9",
    lines: (fact) => [
      declared.level,
      "define wholly new criterion",
      "  as any of",
      `    - ${fact}`,
      "    - wholly new level at least 6",
      "    - wholly new level at least 9",
    ],
  },
  {
    name: "an exception that never applies",
    problems: ["exception never applies"],
    at: "wholly new level below 6",
    lines: (fact) => [
      declared.level,
      "define wholly new criterion",
      "  as all of",
      `    - ${fact}`,
      "    - wholly new level at least 9",
      "      but not if wholly new level below 6",
    ],
  },
  {
    name: "a row behind one that takes all of it",
    problems: ["unreachable row"],
    at: "wholly new level at least 9",
    lines: () => [
      declared.level,
      "table wholly new class: whole number",
      "  first that applies",
      "  - 1 if wholly new level at least 20",
      "  - 2 if wholly new level at least 6",
      "  - 3 if wholly new level at least 9",
      "  - 0 otherwise",
    ],
  },
  {
    name: "a gap between two thresholds",
    problems: ["threshold gap"],
    at: "wholly new tension",
    lines: (fact, service) => [
      declared.tension,
      `${service} if any of`,
      "  - wholly new tension at or below 55 mmHg",
      "  - all of",
      `    - ${fact}`,
      "    - wholly new tension from 56 to 59 mmHg",
    ],
  },
  {
    name: "two thresholds for one thing",
    problems: ["threshold overlap"],
    at: "wholly new care lasted at least",
    lines: (_, service) => [
      declared.care,
      declared.fresh,
      "fact wholly new disease: yes or no",
      `${service} if wholly new finding AND wholly new care lasted at least 6 weeks`,
      `${service} if wholly new disease AND wholly new care lasted at least 4 weeks`,
    ],
  },
  {
    name: "a threshold in another unit",
    problems: ["unit slip"],
    at: "wholly new dose at least",
    lines: (fact, service) => [
      declared.dose,
      declared.fresh,
      `${service} if ${fact} AND wholly new dose at least 500 mg`,
      `${service} if wholly new finding AND wholly new dose at least 0.75 mg`,
    ],
  },
  {
    name: "a criterion met by what nobody documented",
    problems: ["met by absence"],
    at: "wholly new finding",
    lines: (_, service) => [
      declared.fresh,
      `${service} if any of`,
      "  - NOT wholly new finding",
      "  - wholly new finding is not documented",
    ],
  },
];

/** The guideline with the flaw; `null` where it has no fact or service to put it beside. */
export function withAdded({ lines, problems, at }: Addition, guideline: Guideline, text: string): Injected | null {
  const fact = guideline.facts.find(({ type, span, askedFor }) => type.kind === "yes or no" && !span.file && !askedFor);
  const service = guideline.services.find(({ span }) => span.file === undefined);
  if (fact === undefined || service === undefined) return null;
  return { text: `${text.trimEnd()}\n\n${lines(fact.name, service.name).join("\n")}\n`, problems, at };
}
