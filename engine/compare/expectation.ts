import type { ServiceCompared, SetComparison } from "./compareSets.ts";
import type { Transition } from "./subject.ts";

/** What an author says an edit does. */
export const expectations = ["tighten", "widen", "same"] as const;
export type Expected = (typeof expectations)[number];

/** Whether an edit does what was said of it; where not, what it does besides, a sentence for each service. */
export interface ExpectationHeld {
  readonly expected: Expected;
  readonly holds: boolean;
  readonly sentences: readonly string[];
}

export function heldAgainst({ services, because }: SetComparison, expected: Expected): ExpectationHeld {
  const sentences = [
    ...services.flatMap((service) => against(service, expected)),
    ...(because === null ? [] : [because]),
  ];
  return { expected, holds: sentences.length === 0, sentences };
}

const allowed: Readonly<Record<Expected, string>> = { tighten: "narrower", widen: "wider", same: "same" };

function against(of: ServiceCompared, expected: Expected): readonly string[] {
  if (of.verdict === "same" || of.verdict === allowed[expected]) return [];
  const name = `\`${of.service}\``;
  if (of.verdict === "not proved")
    return [
      `You said ${inWords[expected]}. Of ${name} that is not proved: ${of.because ?? "the search was too large."}`,
    ];
  return [`You said ${inWords[expected]}. ${besides(of, expected)}`];
}

const inWords: Readonly<Record<Expected, string>> = {
  tighten: "tighten only",
  widen: "widen only",
  same: "nothing changes",
};

function besides(of: ServiceCompared, expected: Expected): string {
  const name = `\`${of.service}\``;
  if (of.change !== "compared") return `${name} is ${of.change}.`;
  const moved = of.transitions.filter((each) => isAgainst(each, expected)).map(({ from, to }) => `${from} -> ${to}`);
  const what =
    expected === "tighten" ? "This also widens" : expected === "widen" ? "This also narrows" : "This changes";
  return moved.length === 0
    ? `${what} ${name}. ${of.remarks.join(" ")}`.trim()
    : `${what} ${name}: ${moved.join(", ")}.`;
}

function isAgainst({ moves, state }: Transition, expected: Expected): boolean {
  if (state !== "possible") return false;
  const wrong = expected === "tighten" ? "wider" : "narrower";
  return moves.some(({ direction, conflicting }) => expected === "same" || (direction === wrong && !conflicting));
}
