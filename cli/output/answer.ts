import type { Finding } from "../../engine/determine/index.ts";
import type { Answer, Outcome } from "../../engine/values/index.ts";
import type { Palette } from "./palette.ts";

const signs: Readonly<Record<Answer, string>> = { met: "✓", "not met": "✗", "not documented": "?" };

/** The sign of an answer, its word always beside it: `✓ met`. Conflicting facts have a sign of their own. */
export function answerInSigns({ answer, reason }: Finding, colours: Palette): string {
  if (answer === "not documented" && reason === "conflicting") return colours.open("≠ not documented");
  return paint(answer, colours)(`${signs[answer]} ${answer}`);
}

function paint(answer: Answer, colours: Palette): (text: string) => string {
  if (answer === "met") return colours.good;
  return answer === "not met" ? colours.bad : colours.open;
}

/** `? information needed`, coloured like the answer that leads to it. `not addressed` leaves nothing open: no guideline speaks of it. */
export function outcomeInSigns(outcome: Outcome, colours: Palette): string {
  if (outcome === "criteria met") return colours.good(`✓ ${outcome}`);
  if (outcome === "criteria not met" || outcome === "excluded") return colours.bad(`✗ ${outcome}`);
  if (outcome === "not addressed") return colours.quiet(`– ${outcome}`);
  return colours.open(`${outcome === "modified" ? "≈" : "?"} ${outcome}`);
}
